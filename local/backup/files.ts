import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { storeFile } from '../cloud/store/copy'

/** What of a data folder lies beside its store and is worth keeping: everything but the lock and what is still being written. */
export function filesBeside(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(join(dataDir, '/').length))
    .filter(path => dirname(path) !== dirname(storeFile) && path !== 'lock.json' && !isDraft(path))
    .sort()
}

/** `clock.json.new`, or an upload before it has its place. */
function isDraft(path: string): boolean {
  return path.endsWith('.new') || path.startsWith(join('files', 'drafts', '/'))
}

/** Whether a path is a folder or lies in it. */
export function isWithin(path: string, dir: string): boolean {
  return !/^\.\.(\/|$)/.test(relative(resolve(dir), resolve(path)))
}

/** Copies a file to the same place in another folder. Returns false when it is gone: removed since it was listed. */
export function copyInto(fromDir: string, toDir: string, path: string): boolean {
  mkdirSync(dirname(join(toDir, path)), { recursive: true })
  try {
    copyFileSync(join(fromDir, path), join(toDir, path))
    return true
  } catch (error) {
    if (!existsSync(join(fromDir, path))) return false
    throw error
  }
}

/** Waits until these files, and the names of their folders, are on the disk. */
export async function toDisk(dir: string, paths: string[]): Promise<void> {
  const folders = new Set(paths.flatMap(path => foldersOf(path)))
  for (const path of [...paths, ...folders]) {
    const handle = await open(join(dir, path), 'r')
    await handle.sync().finally(() => handle.close())
  }
}

function foldersOf(path: string): string[] {
  return path === '.' ? [] : [dirname(path), ...foldersOf(dirname(path))]
}
