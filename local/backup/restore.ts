import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { countStore, storeFile } from '../cloud/store/copy'
import { takeFolder } from '../cloud/store/lock'
import { copyInto, isWithin, toDisk } from './files'
import { checkFiles, readManifest, type Manifest } from './manifest'

/**
 * Makes a data folder from a backup: the folder is the backup's or, when anything goes wrong, as it was.
 * @param over replaces the local cloud that the folder holds
 * @throws Error with one clear line
 */
export async function restoreBackup(from: string, dataDir: string, over: boolean): Promise<Manifest> {
  if (isWithin(from, dataDir)) throw new Error(`${from} lies in ${dataDir}, which it would replace; move it out first`)
  const manifest = readManifest(from)
  const isNew = !existsSync(dataDir)
  if (!isNew) checkRoom(dataDir, over)
  await checkFiles(from, manifest)
  const release = takeFolder(dataDir)
  const draft = `${dataDir}.draft-${process.pid}`
  try {
    const paths = manifest.files.map(({ path }) => path)
    for (const path of paths) copyInto(from, draft, path)
    await checkFiles(draft, manifest)
    if (!isDeepStrictEqual(await countStore(draft), manifest.collections))
      throw new Error(`the backup ${from} is damaged: its collections have other numbers of documents than it says`)
    await toDisk(draft, paths)
    exchange(draft, dataDir)
    await toDisk(dirname(dataDir), ['.'])
    return manifest
  } catch (error) {
    release()
    if (isNew) rmSync(dataDir, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Only a local cloud's folder is ever replaced: a mistyped name deletes nobody's work. */
function checkRoom(dataDir: string, over: boolean): void {
  const names = readdirSync(dataDir).filter(name => name !== 'lock.json')
  if (names.length === 0) return
  if (!existsSync(join(dataDir, storeFile))) throw new Error(`${dataDir} holds something else than a local cloud`)
  if (!over) throw new Error(`${dataDir} holds a local cloud already; to replace it, add --over`)
}

function exchange(draft: string, dataDir: string): void {
  const replaced = `${dataDir}.replaced-${process.pid}`
  renameSync(dataDir, replaced)
  try {
    renameSync(draft, dataDir)
  } catch (error) {
    renameSync(replaced, dataDir)
    throw error
  }
  rmSync(replaced, { recursive: true })
}
