import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

/** True when a folder holds no town yet. A folder with something else in it is not ours to fill. */
export function isEmpty(dataDir: string): boolean {
  return !existsSync(dataDir) || readdirSync(dataDir).length === 0
}

/** 重新开始: the data folder becomes the seed again. The folder itself stays, so that whoever watches it goes on watching. */
export function restore(seedDir: string, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true })
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true, force: true })
  // A seed made by a process that was killed still bears its mark.
  cpSync(seedDir, dataDir, { recursive: true, filter: file => basename(file) !== 'lock.json' })
}
