import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from './codes'
import { replaceFileNow } from './whole-file'

/** The product's clock: the machine's, moved by an offset that survives a restart. All in epoch milliseconds. */
export interface Clock {
  now(): number
  offsetMs(): number
  /** Jumps to a moment, also a past one. */
  set(epochMs: number): void
  /** Goes forward. @throws RangeError when asked to go back: use `set`. */
  advance(ms: number): void
}

/** Opens the clock kept in `dataDir/clock.json`; a fresh one shows the machine's time. */
export function openClock(dataDir: string): Clock {
  const file = join(dataDir, 'clock.json')
  let offset = readOffset(file)

  function move(to: number): void {
    if (!Number.isFinite(to)) throw new RangeError('the clock needs a finite number of milliseconds')
    offset = Math.round(to)
    replaceFileNow(file, JSON.stringify({ offsetMs: offset }))
  }

  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    set: epochMs => move(epochMs - Date.now()),
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`the clock only advances forward, not by ${ms}`)
      move(offset + ms)
    },
  }
}

function readOffset(file: string): number {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return 0
  }
  try {
    const kept: { offsetMs?: unknown } = JSON.parse(text)
    if (typeof kept.offsetMs === 'number') return kept.offsetMs
    throw new Error('offsetMs is missing')
  } catch (error) {
    throw new Error(`the clock in ${file} cannot be read: ${messageOf(error)}`, { cause: error })
  }
}
