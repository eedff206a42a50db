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
  /** Resolves when the clock shows this moment, because time passed or because it was moved. */
  reached(epochMs: number): Promise<void>
}

/** Node's longest timer. */
const longestTimerMs = 2 ** 31 - 1

/** Opens the clock kept in `dataDir/clock.json`, or one kept nowhere; a fresh one shows the machine's time. */
export function openClock(dataDir: string | undefined): Clock {
  const file = dataDir === undefined ? undefined : join(dataDir, 'clock.json')
  let offset = file === undefined ? 0 : readOffset(file)
  const looking = new Set<() => void>()

  function move(to: number): void {
    if (!Number.isFinite(to)) throw new RangeError('the clock needs a finite number of milliseconds')
    offset = Math.round(to)
    if (file !== undefined) replaceFileNow(file, JSON.stringify({ offsetMs: offset }))
    for (const look of looking) look()
  }

  const now = (): number => Date.now() + offset

  return {
    now,
    offsetMs: () => offset,
    set: epochMs => move(epochMs - Date.now()),
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`the clock only advances forward, not by ${ms}`)
      move(offset + ms)
    },
    reached: epochMs =>
      new Promise(resolve => {
        let timer: NodeJS.Timeout | undefined
        const look = (): void => {
          clearTimeout(timer)
          const leftMs = epochMs - now()
          if (leftMs > 0) {
            timer = setTimeout(look, Math.min(leftMs, longestTimerMs))
            timer.unref()
          } else {
            looking.delete(look)
            resolve()
          }
        }
        looking.add(look)
        look()
      }),
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
