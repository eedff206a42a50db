import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud, type CloudOptions } from '../../../local/cloud/index'
import type { Collection, Database, Sdk } from './sdk'

/** The collections of these tests. */
export const schema: CloudOptions['schema'] = {
  errands: {
    indexes: [
      { name: 'byState', keys: { communityId: 1, state: 1, at: -1 } },
      { name: 'byTag', keys: { tags: 1, at: 1 } },
      { name: 'byRider', keys: { riderId: 1 } },
      { name: 'byFamily', keys: { 'family.id': 1, at: 1 } },
    ],
  },
  stations: { indexes: [{ name: 'byCode', keys: { code: 1 }, unique: true }] },
  counters: { indexes: [] },
}

/** A folder that is gone when the test is. */
export function tempDir(): { dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'xinlin-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** The SDK, unmodified. */
export const sdk: Sdk = require('wx-server-sdk')

/** A cloud in its own folder, with the SDK pointed at it. */
export interface Town {
  cloud: Cloud
  dir: string
  db: Database
  errands: Collection
  close(): Promise<void>
}

/** Starts a cloud for a test file and points this process's SDK at it. */
export async function openTown(options: Partial<CloudOptions> = {}): Promise<Town> {
  const { dir, remove } = tempDir()
  const cloud = await startCloud({ dataDir: dir, schema, ...options })
  Object.assign(process.env, cloud.env)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  const db = sdk.database({ throwOnNotFound: false })
  return {
    cloud,
    dir,
    db,
    errands: db.collection('errands'),
    async close() {
      await cloud.close()
      remove()
    },
  }
}
