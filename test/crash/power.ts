import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Dice } from '../../local/seed/random'

/** A disk that loses what was not synced (power.c), for the one file that lmdb keeps a store in. */
export interface PowerLayer {
  /** The variables with which a cloud on this data folder must be started. */
  env(dataDir: string): Record<string, string>
  /** Cuts the power, after the kill: takes back what was not synced. Returns how many sectors of it were lost. */
  cut(dataDir: string, dice: Dice): number
}

/** A disk writes a sector whole or not at all. */
const sector = 512
const header = 24
const kinds = { write: 1, done: 2 }

/** Compiles the layer into a folder; undefined where there is no C compiler. */
export function buildPowerLayer(source: string, dir: string): PowerLayer | undefined {
  if (spawnSync('cc', ['--version']).status !== 0) return undefined
  const library = join(dir, 'power.so')
  const log = join(dir, 'power.log')
  execFileSync('cc', ['-O2', '-Wall', '-shared', '-fPIC', '-o', library, source, '-ldl', '-pthread'])
  const fileOf = (dataDir: string): string => join(dataDir, 'store', 'data.mdb')
  return {
    env: dataDir => ({ LD_PRELOAD: library, XINLIN_POWER_FILE: fileOf(dataDir), XINLIN_POWER_LOG: log }),
    cut(dataDir, dice) {
      if (!existsSync(log)) throw new Error('the power layer did not run: it wrote no log')
      const lost = takeBack(fileOf(dataDir), unsynced(readFileSync(log)), dice)
      rmSync(log)
      return lost
    },
  }
}

interface Write {
  offset: number
  before: Buffer
  /** How long the file was. */
  size: number
}

/** The writes that no sync followed, oldest first. A note that the kill tore belongs to a write that never began. */
function unsynced(log: Buffer): Write[] {
  const writes: Write[] = []
  for (let at = 0; at + header <= log.length;) {
    const kind = log.readUInt32LE(at)
    const length = log.readUInt32LE(at + 4)
    if (kind === kinds.write) {
      const before = log.subarray(at + header, at + header + length)
      if (before.length < length) break
      const offset = Number(log.readBigUInt64LE(at + 8))
      writes.push({ offset, before, size: Number(log.readBigUInt64LE(at + 16)) })
    } else if (kind === kinds.done) writes.pop()
    else throw new Error('the store was changed in a way that the power layer does not see')
    at += header + length
  }
  return writes
}

/** Newest first, each sector goes back to what it was before, until the dice say that this much of it had reached the disk. */
function takeBack(path: string, writes: Write[], dice: Dice): number {
  const chance = dice.pick([0, 0.5, 0.9])
  const reached = new Set<number>()
  const lost = new Set<number>()
  const file = openSync(path, 'r+')
  for (const { offset, before } of writes.reverse()) {
    for (let at = offset; at < offset + before.length; at = (Math.floor(at / sector) + 1) * sector) {
      const number = Math.floor(at / sector)
      if (reached.has(number)) continue
      if (dice.chance(chance)) reached.add(number)
      else {
        const end = Math.min((number + 1) * sector, offset + before.length)
        writeSync(file, before, at - offset, end - at, at)
        lost.add(number)
      }
    }
  }
  if (chance === 0 && writes.length > 0) ftruncateSync(file, Math.min(...writes.map(({ size }) => size)))
  closeSync(file)
  return lost.size
}
