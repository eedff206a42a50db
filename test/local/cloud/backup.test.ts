import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { startCloud, type Cloud } from '../../../local/cloud/index'
import type { Row } from './sdk'
import { schema, sdk, tempDir } from './town'

const { dir, remove } = tempDir()
const data = join(dir, 'data')
const backup = join(dir, 'backup')
afterAll(remove)

/** Runs `npm run backup` or `npm run restore`, as a process of its own. */
async function run(...args: string[]): Promise<{ status: unknown; said: string }> {
  const root = resolve(__dirname, '../../..')
  const child = spawn(process.execPath, ['local/start/backup.mjs', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [said, wrong, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { status, said: said + wrong }
}

async function withCloud<T>(dataDir: string, work: (cloud: Cloud) => Promise<T>): Promise<T> {
  const cloud = await startCloud({ dataDir, schema })
  Object.assign(process.env, cloud.env)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  try {
    return await work(cloud)
  } finally {
    await cloud.close()
  }
}

async function everything(collection: string): Promise<Map<unknown, Row>> {
  const { data: rows } = await sdk.database().collection(collection).limit(1000).get()
  return new Map(rows.map(row => [row['_id'], row]))
}

const read = async (fileID: string): Promise<string> => (await sdk.downloadFile({ fileID })).fileContent.toString()
const collections = Object.keys(schema)
let photo = ''
let before: Map<unknown, Row>[] = []
let afterwards: Map<unknown, Row>[] = []

beforeAll(async () => {
  await withCloud(data, async cloud => {
    const db = sdk.database()
    await db
      .collection('stations')
      .add({ data: Array.from({ length: 300 }, (_, n) => ({ _id: `s${n}`, code: `c${n}` })) })
    await db.collection('counters').add({ data: { _id: 'total', n: 7 } })
    await db.collection('errands').add({ data: [{ _id: 'first-0' }, { _id: 'first-1' }] })
    photo = (await sdk.uploadFile({ cloudPath: 'photo/门.jpg', fileContent: Buffer.from('a door') })).fileID
    cloud.wechat.grants('rider', 'template', 3)
    cloud.clock.advance(86_400_000)
    before = await Promise.all(collections.map(everything))

    const making = { on: true }
    const writer = async (): Promise<void> => {
      for (let n = 0; making.on && n < 400; n++)
        await db.collection('errands').add({
          data: [
            { _id: `p${n}-0`, tags: ['a'] },
            { _id: `p${n}-1`, tags: ['b'] },
          ],
        })
    }
    const [made] = await Promise.all([
      run('backup', '--data', data, '--to', backup).finally(() => (making.on = false)),
      writer(),
    ])
    expect(made).toEqual({
      status: 0,
      said: expect.stringMatching(/^backed up into .*backup: \d+ documents in 3 collections, 4 files\n$/),
    })
    afterwards = await Promise.all(collections.map(everything))
  })
})

test('a backup made while writes go on has all that was there before it, and each write whole', async () => {
  const restored = join(dir, 'restored')
  expect(await run('restore', '--data', restored, '--from', backup)).toMatchObject({ status: 0 })
  expect(readdirSync(restored).sort()).toEqual(['clock.json', 'files', 'key', 'store', 'wechat.json'])
  await withCloud(restored, async cloud => {
    const there = await Promise.all(collections.map(everything))
    there.forEach((documents, n) => {
      const [least, most] = [before[n] ?? new Map(), afterwards[n] ?? new Map()]
      expect([...least.keys()].filter(id => !documents.has(id))).toEqual([])
      for (const [id, document] of documents) expect(document).toEqual(most.get(id))
    })
    const pairs = [...(there[0]?.keys() ?? [])].map(id => String(id).split('-')[0])
    expect(pairs.length).toBe(2 * new Set(pairs).size)
    const { total } = await sdk.database().collection('errands').where({ tags: 'a' }).count()
    expect(2 * total + 2).toBe(pairs.length)
    expect(await read(photo)).toBe('a door')
    expect(cloud.wechat.granted('rider', 'template')).toBe(3)
    expect(cloud.clock.offsetMs()).toBe(86_400_000)
  })
})

test('a backup of a stopped cloud is the same cloud, and goes over another only when told to', async () => {
  const [again, target] = [join(dir, 'again'), join(dir, 'target')]
  expect(await run('backup', '--data', data, '--to', again)).toMatchObject({ status: 0 })
  await withCloud(target, async cloud => {
    expect(await run('restore', '--data', target, '--from', again, '--over')).toEqual({
      status: 1,
      said: expect.stringMatching(/^the data folder .*target is in use by another local cloud \(process \d+\)\n$/),
    })
    await sdk
      .database()
      .collection('counters')
      .add({ data: { _id: 'mine' } })
    cloud.clock.advance(5)
  })
  expect(await run('restore', '--data', target, '--from', again)).toEqual({
    status: 1,
    said: `${target} holds a local cloud already; to replace it, add --over\n`,
  })
  expect(await withCloud(target, () => everything('counters'))).toEqual(new Map([['mine', { _id: 'mine' }]]))
  expect(await run('restore', '--data', target, '--from', again, '--over')).toMatchObject({ status: 0 })
  expect(await withCloud(target, () => Promise.all(collections.map(everything)))).toEqual(afterwards)
})

test('a backup lies outside of what it is a backup of', async () => {
  const inside = join(data, 'backup')
  expect(await run('backup', '--data', data, '--to', inside)).toEqual({
    status: 1,
    said: expect.stringMatching(/backup lies in .*, and would be part of every later backup/),
  })
  cpSync(backup, inside, { recursive: true })
  expect(await run('restore', '--data', data, '--from', inside, '--over')).toEqual({
    status: 1,
    said: expect.stringMatching(/backup lies in .*, which it would replace; move it out first/),
  })
  rmSync(inside, { recursive: true })
})

describe('what is no whole backup is refused in one line, and nothing comes of it', () => {
  /** A copy of the backup, spoilt. */
  const spoilt = (name: string, spoil: (copy: string) => void): string => {
    const copy = join(dir, name)
    cpSync(backup, copy, { recursive: true })
    spoil(copy)
    return copy
  }
  const rewrite = (file: string, change: (text: string) => string): void =>
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  const store = join('store', 'data.mdb')

  test.each([
    ['a folder that is none', (): string => dir, / is no backup: it has no manifest\.json that can be read\n$/],
    ['a file', (): string => __filename, / is no backup: it has no manifest\.json that can be read\n$/],
    [
      'another manifest',
      (): string => spoilt('other', copy => writeFileSync(join(copy, 'manifest.json'), '{"name":"x"}')),
      / is no backup: its manifest\.json says something else\n$/,
    ],
    [
      'another version',
      (): string =>
        spoilt('newer', copy =>
          rewrite(join(copy, 'manifest.json'), said => said.replace('"version": 1', '"version": 2')),
        ),
      / is of version 2; this program reads version 1\n$/,
    ],
    [
      'a path that leads out of it',
      (): string =>
        spoilt('out', copy =>
          rewrite(join(copy, 'manifest.json'), said => said.replace('clock.json', '../clock.json')),
        ),
      / is no backup: its manifest\.json says something else\n$/,
    ],
    [
      'a store cut short',
      (): string => spoilt('short', copy => truncateSync(join(copy, store), 8192)),
      / is damaged: store\/data\.mdb has 8192 bytes of \d+\n$/,
    ],
    [
      'a file that was changed',
      (): string => spoilt('changed', copy => rewrite(join(copy, 'clock.json'), said => said.replace('8', '9'))),
      / is damaged: clock\.json is not what was written\n$/,
    ],
    [
      'a number of documents that is not so',
      (): string =>
        spoilt('counted', copy =>
          rewrite(join(copy, 'manifest.json'), said => said.replace('"stations": 300', '"stations": 301')),
        ),
      / is damaged: its collections have other numbers of documents than it says\n$/,
    ],
  ])(
    '%s',
    async (name, from, words) => {
      const target = join(dir, `to ${name}`)
      expect(await run('restore', '--data', target, '--from', from())).toEqual({
        status: 1,
        said: expect.stringMatching(words),
      })
      expect(existsSync(target)).toBe(false)
      expect(readdirSync(dir).filter(left => left.includes('draft'))).toEqual([])
    },
    20_000,
  )

  test('a folder that holds something else, and a backup of nothing', async () => {
    const mine = join(dir, 'mine')
    mkdirSync(mine)
    writeFileSync(join(mine, 'letter.txt'), 'dear')
    expect(await run('restore', '--data', mine, '--from', backup, '--over')).toEqual({
      status: 1,
      said: `${mine} holds something else than a local cloud\n`,
    })
    expect(readdirSync(mine)).toEqual(['letter.txt'])
    expect(await run('backup', '--data', mine, '--to', join(dir, 'b'))).toEqual({
      status: 1,
      said: `${mine} holds no local cloud\n`,
    })
    expect(await run('backup', '--data', data, '--to', backup)).toMatchObject({
      status: 1,
      said: expect.stringContaining('is there already'),
    })
  })
})
