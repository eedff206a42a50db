import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from '../codes'

/**
 * Takes a data folder for this process: two clouds in one folder would both think that they alone decide. A lock left by a process that
 * was killed is not in the way.
 * @returns how to give it back
 * @throws Error with one clear line when another process has it, or the folder cannot be written
 */
export function takeFolder(dataDir: string): () => void {
  const file = join(dataDir, 'lock.json')
  const holder = holderOf(file)
  if (holder !== undefined && holder.pid !== process.pid && startOf(holder.pid) === holder.started) {
    throw new Error(`the data folder ${dataDir} is in use by another local cloud (process ${holder.pid})`)
  }
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }))
  } catch (error) {
    throw new Error(`the data folder ${dataDir} cannot be written: ${messageOf(error)}`, { cause: error })
  }
  return () => rmSync(file, { force: true })
}

function holderOf(file: string): { pid: number; started: string } | undefined {
  try {
    const held: { pid?: unknown; started?: unknown } = JSON.parse(readFileSync(file, 'utf8'))
    return typeof held.pid === 'number' && typeof held.started === 'string'
      ? { pid: held.pid, started: held.started }
      : undefined
  } catch {
    return undefined
  }
}

/** When a process started, to tell it from a later one with the same number; '' when it is gone, `alive` where the system does not say. */
function startOf(pid: number): string {
  try {
    // Linux: the 22nd field of stat; the 2nd, the name, may hold spaces but ends with the last parenthesis.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return isAlive(pid) ? 'alive' : ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
