import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../../local/cloud/index'
import { readSchema } from '../../../local/cloud/database/schema'
import { tempDir } from '../cloud/town'
import type { Here } from './case'
import { deployed } from './deployed'
import { placeOf } from './place'
import type { Sdk } from './sdk'

/** The SDK, unmodified. */
const sdk: Sdk = require('wx-server-sdk')

/** Where the cases run: one cloud, opened for all of them. */
export interface Ground {
  /** A place of its own for one more case. */
  next(): Here
  /** Takes away what the cases left, as far as the cloud outlives them. */
  close(): Promise<void>
}

/** Whether a real environment was asked for (`npm run test:conformance -- --real`). */
export const real = process.env['CONFORMANCE'] === 'real'

/** Opens the local cloud, or the real environment that CLOUDBASE_ENV and the Tencent keys name. */
export function openGround(): Promise<Ground> {
  return real ? openReal() : openLocal()
}

/** Begins the marks of this run, which no other run has. */
const run = randomBytes(4).toString('hex')
/** The files that this run has put into the storage. */
const files: string[] = []

async function openLocal(): Promise<Ground> {
  const { dir, remove } = tempDir()
  const functions = deployed(sdk)
  const cloud = await startCloud({ dataDir: dir, schema: readSchema(schemaText()), functions, unindexed: 'warn' })
  Object.assign(process.env, cloud.env)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  return {
    next: places(cloud.call),
    async close() {
      await cloud.close()
      remove()
    },
  }
}

async function openReal(): Promise<Ground> {
  const {
    CLOUDBASE_ENV: env = '',
    TENCENTCLOUD_SECRETID: secretId = '',
    TENCENTCLOUD_SECRETKEY: secretKey = '',
  } = process.env
  sdk.init({ env, secretId, secretKey })
  return { next: places(() => Promise.reject(new Error('no functions are deployed there'))), close: clear }
}

/** Removes the records and files of this run from an environment that outlives it. */
async function clear(): Promise<void> {
  const db = sdk.database()
  const { command: _ } = db
  // Every mark is the run, a full stop and a number; a slash is the next character.
  const ours = { case: _.gte(`${run}.`).and(_.lt(`${run}/`)) }
  for (let i = 0; i < files.length; i += 50) await sdk.deleteFile({ fileList: files.slice(i, i + 50) })
  for (const name of Object.keys(JSON.parse(schemaText()))) await db.collection(name).where(ours).remove()
}

const schemaText = (): string => readFileSync(join(__dirname, 'schema.json'), 'utf8')

/** Marks that no other run and no other case has. */
function places(call: Cloud['call']): () => Here {
  let n = 0
  return () => placeOf(sdk, `${run}.${++n}`, call, files)
}
