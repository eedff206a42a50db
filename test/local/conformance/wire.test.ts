import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sdk } from './sdk'
import { plain, type Plain } from './wire/plain'
import { startRecorder } from './wire/recorder'
import { asks } from './wire/script'

const golden = join(__dirname, 'wire', 'requests.json')
const sdk: Sdk = require('wx-server-sdk')

/** Whether the record is to be written anew (`npm run test:conformance -- --record`). */
const recording = process.env['CONFORMANCE'] === 'record'

// What a function's process has (facts: the variables of a function), with values that never change.
const variables = (url: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'region',
  SCF_NAMESPACE: 'env',
  TENCENTCLOUD_SECRETID: 'id',
  TENCENTCLOUD_SECRETKEY: 'key',
  TENCENTCLOUD_SESSIONTOKEN: 'session',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
  TCB_ENV: 'env',
  TCB_SEQID: 'sequence',
  TCB_SOURCE: 'wx_client',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
  WX_OPENID: 'r1',
  WX_APPID: 'wxapp',
  WX_API_TOKEN: 'token',
  SILENCE: 'true',
})

/** What each ask puts on the wire. */
async function hear(): Promise<Record<string, Plain[]>> {
  const recorder = await startRecorder()
  Object.assign(process.env, variables(recorder.url))
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  const db = sdk.database()
  const record: Record<string, Plain[]> = {}
  try {
    for (const [name, act] of asks) {
      recorder.heard.length = 0
      await act(sdk, db, db.collection('errands'))
      record[name] = recorder.heard.map(plain)
    }
  } finally {
    await recorder.close()
  }
  return record
}

let record: Record<string, Plain[]>
beforeAll(async () => {
  record = await hear()
  if (recording) writeFileSync(golden, `${JSON.stringify(record, null, 2)}\n`)
})

test('the SDK is the one that the local cloud was written for', () => {
  const version = (path: string): unknown => JSON.parse(readFileSync(require.resolve(path), 'utf8')).version
  expect({
    'wx-server-sdk': version('wx-server-sdk/package.json'),
    '@cloudbase/node-sdk': version('@cloudbase/node-sdk/package.json'),
    '@cloudbase/database': version('@cloudbase/database/package.json'),
  }).toEqual({ 'wx-server-sdk': '4.0.2', '@cloudbase/node-sdk': '3.17.2', '@cloudbase/database': '1.4.3' })
})

test.each(asks.map(([name]) => name))('the request of “%s” is the recorded one', name => {
  expect(record[name]).toEqual(JSON.parse(readFileSync(golden, 'utf8'))[name])
})

test('every kind of request is in the record, and nothing else', () => {
  expect(Object.keys(JSON.parse(readFileSync(golden, 'utf8')))).toEqual(asks.map(([name]) => name))
  const actions = Object.values(record)
    .flat()
    .map(({ body }) => Object(body).action)
  expect(new Set(actions.filter(Boolean))).toEqual(new Set(kinds))
})

/** The actions of the SDK that the local cloud answers. */
const kinds = [
  'database.insertDocument',
  'database.getDocument',
  'database.modifyDocument',
  'database.removeDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
  'database.addCollection',
  'database.startTransaction',
  'database.commitTransaction',
  'database.abortTransaction',
  'functions.invokeFunction',
  'storage.getUploadMetadata',
  'storage.batchGetDownloadUrl',
  'storage.batchDeleteFile',
]
