import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { storageRules } from '../../../domain/schema'
import { api } from './api'
import { schema, sdk, tempDir } from './town'

const root = resolve(__dirname, '../../..')
const { dir, remove } = tempDir()
const program = join(dir, 'cloud.cjs')
const schemaFile = join(dir, 'schema.json')
const storageFile = join(dir, 'storage.json')
const env = { ...process.env, NODE_PATH: join(root, 'node_modules') }
const children = new Set<ChildProcess>()

beforeAll(() => {
  const externals = ['lmdb', 'mingo', 'protobufjs', 'qrcode'].map(name => `--external:${name}`)
  execFileSync(join(root, 'node_modules/.bin/esbuild'), [
    join(root, 'local/cloud/main.ts'),
    '--bundle',
    '--platform=node',
    '--format=cjs',
    '--log-level=error',
    ...externals,
    '--external:protobufjs/*',
    `--outfile=${program}`,
  ])
  writeFileSync(schemaFile, JSON.stringify(schema))
  writeFileSync(storageFile, JSON.stringify(storageRules))
  writeFileSync(join(dir, 'odd.json'), JSON.stringify({ read: false, write: 'auth.uid' }))
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  remove()
})

/** Starts the built cloud as a process of its own and reads its one line. */
async function start(
  data: string,
  more: string[] = [],
): Promise<{ child: ChildProcess; url: string; env: Record<string, string> }> {
  const child = spawn(process.execPath, [program, '--data', data, '--schema', schemaFile, ...more], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  const [line] = await once(createInterface({ input: child.stdout ?? process.stdin }), 'line')
  return { child, ...Object(JSON.parse(String(line))) }
}

test('a killed cloud has lost no write that it acknowledged', async () => {
  const data = join(dir, 'killed')
  const acknowledged = new Map<string, number>()
  for (let round = 0; round < 5; round++) {
    const cloud = await start(data)
    Object.assign(process.env, cloud.env)
    sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
    const db = sdk.database({ throwOnNotFound: false })
    for (const [id, n] of acknowledged)
      if (round === 4 || n % 10 === 0) expect((await db.collection('errands').doc(id).get()).data).toMatchObject({ n })
    expect((await db.collection('errands').where({ communityId: 'c1' }).count()).total).toBeGreaterThanOrEqual(
      acknowledged.size,
    )
    let writing = true
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; writing && n < 200; n++) {
        const id = `r${round}w${writer}n${n}`
        const added = await db
          .collection('errands')
          .add({ data: { _id: id, communityId: 'c1', state: 'requested', at: n, n } })
          .catch(() => undefined)
        if (added) acknowledged.set(id, n)
        if (acknowledged.size >= 60 * (round + 1) && writing) {
          writing = false
          cloud.child.kill('SIGKILL')
        }
      }
    })
    await Promise.all([...writers, once(cloud.child, 'exit')])
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(300)
  const last = await start(data, ['--refuse-unindexed'])
  Object.assign(process.env, last.env)
  const found = await sdk
    .database()
    .collection('errands')
    .where({ communityId: 'c1', state: 'requested' })
    .orderBy('at', 'desc')
    .limit(1000)
    .get()
  const ids = new Set(found.data.map(row => row['_id']))
  expect([...acknowledged.keys()].filter(id => !ids.has(id))).toEqual([])
  last.child.kill('SIGTERM')
  expect(await once(last.child, 'exit')).toEqual([0, null])
})

test('a cloud killed in the middle of an upload keeps no half file, and takes it whole afterwards', async () => {
  const data = join(dir, 'uploads')
  const first = await start(data, ['--storage', storageFile])
  const asking = request(`${first.url}/storage/upload?path=photo/half.jpg`, {
    method: 'POST',
    headers: { 'x-openid': 'r1', 'content-length': 200_000 },
  }).on('error', () => undefined)
  await new Promise(sent => asking.write(Buffer.alloc(100_000), sent))
  // As if it had been killed a moment later, while the file was being written.
  mkdirSync(join(data, 'files/drafts'), { recursive: true })
  writeFileSync(join(data, 'files/drafts/0123'), Buffer.alloc(100))
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await start(data, ['--storage', storageFile])
  expect(readdirSync(join(data, 'files'))).toEqual([])
  const answer = await fetch(`${second.url}/storage/upload?path=photo/half.jpg`, {
    method: 'POST',
    headers: { 'x-openid': 'r1' },
    body: 'whole',
  })
  const { fileID } = Object(await answer.json())
  Object.assign(process.env, second.env)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  expect((await sdk.downloadFile({ fileID })).fileContent.toString()).toBe('whole')
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
})

test('a grant and a card that were acknowledged are there after a kill', async () => {
  const data = join(dir, 'ledger')
  const first = await start(data)
  await fetch(`${first.url}/wechat/subscribe`, {
    method: 'POST',
    headers: { 'x-openid': 'r1' },
    body: '{"templates":["t"]}',
  })
  Object.assign(process.env, first.env)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  const { activityId } = await api('updatableMessage.createActivityId', {})
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await start(data)
  Object.assign(process.env, second.env)
  const notice = { touser: 'r1', templateId: 't', data: { thing1: { value: '好' } } }
  expect(await api('subscribeMessage.send', notice)).toMatchObject({ errCode: 0 })
  const templateInfo = {
    parameterList: [
      { name: 'member_count', value: '0' },
      { name: 'room_limit', value: '1' },
    ],
  }
  const set = { activityId, targetState: 0, templateInfo }
  expect(await api('updatableMessage.setUpdatableMsg', set)).toMatchObject({ errCode: 0 })
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
})

test('functions run in threads of the built cloud, in UTC, and their prints stay off the one line', async () => {
  const functions = join(dir, 'functions')
  mkdirSync(join(functions, 'zone'), { recursive: true })
  writeFileSync(join(functions, 'zone', 'index.js'), 'exports.main = async () => new Date(2026, 0, 1).toISOString()')
  const cloud = await start(join(dir, 'zone'), ['--functions', functions, '--timers'])
  const answer = await fetch(`${cloud.url}/call/zone`, { method: 'POST', headers: { 'x-openid': 'r' }, body: '{}' })
  expect(await answer.json()).toEqual({ result: '2026-01-01T00:00:00.000Z' })
  const second = spawnSync(process.execPath, [program, '--data', join(dir, 'zone'), '--schema', schemaFile], {
    env,
    encoding: 'utf8',
  })
  expect([second.status, second.stdout, second.stderr]).toEqual([
    1,
    '',
    expect.stringMatching(/^local cloud: the data folder .* is in use by another local cloud \(process \d+\)\n$/),
  ])
  cloud.child.kill('SIGINT')
  expect(await once(cloud.child, 'exit')).toEqual([0, null])
})

test('a write that does not reach the disk ends the process, with one line of why, and it acknowledged none that is not there', async () => {
  const data = join(dir, 'full')
  const limited = `ulimit -f 1000; exec "$0" "$@"`
  const command = [limited, process.execPath, program, '--data', data, '--schema', schemaFile]
  const child = spawn('sh', ['-c', ...command], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  const said: string[] = []
  child.stderr.on('data', (text: Buffer) => said.push(text.toString()))
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { url } = Object(JSON.parse(String(line)))
  const gone = once(child, 'exit')
  const acknowledged: string[] = []
  const add = async (_id: string): Promise<boolean> => {
    const body = JSON.stringify({
      action: 'database.insertDocument',
      collectionName: 'counters',
      data: [JSON.stringify({ _id, text: 'x'.repeat(20_000) })],
    })
    const answer = await fetch(`${url}/admin`, { method: 'POST', body }).then(
      response => response.json(),
      () => undefined,
    )
    if (Object(answer).data?.insertedIds?.[0] === _id) acknowledged.push(_id)
    return answer !== undefined
  }
  const most = 250
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let n = 0; n < most && (await add(`w${writer}n${n}`)); n++);
  })
  await Promise.all(writers)
  expect(acknowledged.length).toBeLessThan(4 * most)
  expect(await gone).toEqual([1, null])
  // lmdb may reject before it knows the system's words.
  expect(said.join('')).toMatch(/local cloud: a write did not reach the disk in .*full(: Input\/output error)?\n$/)
  const { child: again, env: reopened } = await start(data)
  Object.assign(process.env, reopened)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  const { data: kept } = await sdk.database().collection('counters').limit(1000).field({ _id: true }).get()
  const ids = new Set(kept.map(row => row['_id']))
  expect(ids.size).toBeGreaterThan(0)
  expect(acknowledged.filter(id => !ids.has(id))).toEqual([])
  again.kill('SIGTERM')
  await once(again, 'exit')
})

describe('what cannot work is said in one line, with exit code 1', () => {
  const broken = (...args: string[]): { status: number | null; said: string } => {
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8' })
    return { status, said: stderr }
  }
  const data = (): string[] => ['--data', join(dir, `d${Math.random()}`), '--schema', schemaFile]

  test('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const port = String(Object(server.address()).port)
    const { status, said } = broken(...data(), '--port', port)
    server.close()
    expect([status, said]).toEqual([1, `local cloud: port ${port} is already in use\n`])
  })

  test.each([
    [
      'a functions folder that is missing',
      (): string[] => [...data(), '--functions', join(dir, 'none')],
      /^local cloud: the functions folder .* cannot be read\n$/,
    ],
    [
      'a data folder that is a file',
      (): string[] => ['--data', schemaFile, '--schema', schemaFile],
      /^local cloud: the data folder .* cannot be written.*\n$/,
    ],
    [
      'a schema that is missing',
      (): string[] => ['--data', join(dir, 'x'), '--schema', join(dir, 'none')],
      /^local cloud: .*none.*\n$/,
    ],
    [
      'storage rules that are not understood',
      (): string[] => [...data(), '--storage', join(dir, 'odd.json')],
      /^local cloud: the storage rule "auth.uid" is not understood here\n$/,
    ],
    [
      'a schema that is none',
      (): string[] => ['--data', join(dir, 'x'), '--schema', program],
      /^local cloud: the schema is not JSON.*\n$/,
    ],
    ['a port that is none', (): string[] => [...data(), '--port', 'x'], /^local cloud: --port x is not a port\n$/],
    [
      'a message without a function',
      (): string[] => [...data(), '--message', 'wxa_media_check'],
      /^local cloud: --message wxa_media_check is not EVENT=FUNCTION\n$/,
    ],
    [
      'an option that is unknown',
      (): string[] => [...data(), '--prot', '1'],
      /^local cloud: Unknown option '--prot'.*\n$/,
    ],
  ])('%s', (_what, args, words) => {
    const { status, said } = broken(...args())
    expect([status, said]).toEqual([1, expect.stringMatching(words)])
  })

  test('a store that is damaged', () => {
    const folder = join(dir, 'damaged')
    mkdirSync(folder)
    writeFileSync(join(folder, 'store'), 'this is no database'.repeat(1000))
    const { status, said } = broken('--data', folder, '--schema', schemaFile)
    expect([status, said]).toEqual([1, expect.stringMatching(/^local cloud: the data folder .* cannot be opened.*\n$/)])
  })
})
