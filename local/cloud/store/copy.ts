import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { open, type RootDatabase } from 'lmdb'

/** What of a store's folder is the store; the rest is lmdb's own bookkeeping between processes. */
export const storeFile = join('store', 'data.mdb')

/**
 * Copies the store of one data folder into another, as it is at one moment, also while a local cloud goes on writing to it.
 */
export async function copyStore(dataDir: string, toDir: string): Promise<void> {
  mkdirSync(join(toDir, 'store'), { recursive: true })
  await reading(dataDir, root => root.backup(join(toDir, 'store'), true))
}

/** How many documents each collection of a store at rest has, by reading every one of them. */
export async function countStore(dataDir: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  await reading(dataDir, root => {
    const documents = root.openDB<string, Buffer>({ name: 'documents', encoding: 'string', keyEncoding: 'binary' })
    for (const { key, value } of documents.getRange()) {
      const collection = key.subarray(0, key.indexOf(0)).toString()
      JSON.parse(value)
      counts[collection] = (counts[collection] ?? 0) + 1
    }
  })
  rmSync(join(dataDir, 'store', 'lock.mdb'), { force: true })
  return counts
}

async function reading(dataDir: string, work: (root: RootDatabase) => unknown): Promise<void> {
  const root = open({ path: join(dataDir, 'store'), maxDbs: 4, readOnly: true })
  try {
    await work(root)
  } finally {
    await root.close()
  }
}
