import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyStore, countStore, storeFile } from '../cloud/store/copy'
import { copyInto, filesBeside, isWithin, toDisk } from './files'
import { checkFiles, manifestFile, manifestOf, type Manifest } from './manifest'

/**
 * Copies the data folder of a local cloud, running or not, into a new folder that stands complete or not at all.
 * @throws Error with one clear line
 */
export async function makeBackup(dataDir: string, to: string, now: Date): Promise<Manifest> {
  if (!existsSync(join(dataDir, storeFile))) throw new Error(`${dataDir} holds no local cloud`)
  if (existsSync(to)) throw new Error(`${to} is there already; name another with --to`)
  if (isWithin(to, dataDir))
    throw new Error(`${to} lies in ${dataDir}, and would be part of every later backup; name another with --to`)
  const draft = `${to}.draft-${process.pid}`
  try {
    mkdirSync(draft, { recursive: true })
    // The store first: a document names files that were there before it, never the other way round.
    await copyStore(dataDir, draft)
    const paths = [storeFile, ...filesBeside(dataDir).filter(path => copyInto(dataDir, draft, path))]
    const manifest = await manifestOf(draft, paths, await countStore(draft), now)
    writeFileSync(join(draft, manifestFile), JSON.stringify(manifest, null, 2))
    await toDisk(draft, [...paths, manifestFile])
    await checkFiles(draft, manifest)
    renameSync(draft, to)
    await toDisk(dirname(to), ['.'])
    return manifest
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}
