import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isManned, isRide } from '@domain/errand/backup'
import { columnOf } from '@domain/errand/standing'
import { errandStates, stillOpen, type Errand } from '@domain/errand/record'
import { schema, type CollectionName } from '@domain/schema'
import { momentOf } from '@domain/time'
import { startCloud, type Cloud } from '../../local/cloud'
import { functionsIn } from '../../local/cloud/functions/bundles'
import { newMeasure } from '../../local/count/measure'
import { playRound, type Town } from '../../local/count/round'
import { verdictOf } from '../../local/count/table'
import { readTown } from '../../local/stage/town'

const root = resolve(__dirname, '../..')
const day = '2026-11-24'
const stage = 'c-jinxing'
type Row = Record<string, unknown> & { _id: string }
type Contents = Record<string, Row[]>

let dir = ''
let built = ''
let outs: string[] = []
let cloud: Cloud
let town: Contents
let again: Contents

/** Builds the functions and the seed as `npm start` does. */
const build = (into: string): string => `
  import { buildFunctions } from './config/functions.mjs'
  import { build } from 'esbuild'
  const into = ${JSON.stringify(into)}
  await buildFunctions({ outDir: into + '/cloudfunctions' })
  await build({ bundle: true, platform: 'node', target: 'node20', format: 'cjs', entryPoints: ['local/seed/main.ts'], outfile: into + '/seed.js',
    alias: { '@domain': process.cwd() + '/domain' }, external: ['lmdb', 'mingo', 'protobufjs', 'qrcode', 'wx-server-sdk'] })`

function seed(out: string): Promise<{ code: number; said: string }> {
  const args = [join(built, 'seed.js'), '--out', out, '--functions', join(built, 'cloudfunctions'), '--day', day]
  return new Promise(done => {
    const child = execFile(process.execPath, args, { cwd: root }, (_error, stdout, stderr) =>
      done({ code: child.exitCode ?? 1, said: stdout + stderr }),
    )
  })
}

async function contents({ url }: Cloud): Promise<Contents> {
  const read = async (collectionName: CollectionName): Promise<[string, Row[]]> => {
    const body = JSON.stringify({ action: 'database.getDocument', collectionName, query: '{}', limit: 1000 })
    const response = await fetch(`${url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { data }: { data: { list: string[] } } = await response.json()
    return [collectionName, data.list.map((text): Row => JSON.parse(text))]
  }
  return Object.fromEntries(await Promise.all((Object.keys(schema) as CollectionName[]).map(read)))
}

const rows = (name: CollectionName): Row[] => town[name] ?? []
const ask = async <T>(openid: string, fn: string, verb: string, input: object): Promise<T> => {
  const reply = (await cloud.call(fn, openid, { verb, input })) as { ok: boolean; data: T; code?: string }
  if (!reply.ok) throw new Error(`${verb}: ${reply.code}`)
  return reply.data
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'xinlin-seed-test-'))
  // Inside the project, so that what is built finds the packages.
  built = join(root, '.cache', `seed-test-${process.pid}`)
  execFileSync(process.execPath, ['--input-type=module', '-e', build(built)], { cwd: root })
  outs = [join(dir, 'one'), join(dir, 'two')]
  for (const { code, said } of await Promise.all(outs.map(seed))) if (code !== 0) throw new Error(said)
  const [one = '', two = ''] = outs
  const second = await startCloud({ dataDir: two, schema })
  again = await contents(second)
  await second.close()
  cloud = await startCloud({ dataDir: one, schema, functionsDir: join(built, 'cloudfunctions') })
  cloud.clock.set(momentOf(day, '10:07'))
  town = await contents(cloud)
}, 240_000)

afterAll(async () => {
  await cloud?.close()
  for (const folder of [dir, built]) rmSync(folder, { recursive: true, force: true })
})

test('the town has the volumes of the source document', () => {
  const roster = rows('roster')
  const riders = rows('people').filter(({ memberships }) => JSON.stringify(memberships).includes('"rider"'))
  expect(rows('communities')).toHaveLength(24)
  expect(roster).toHaveLength(426)
  expect(new Set(roster.map(({ trade }) => trade))).toEqual(
    new Set(['takeaway', 'courier', 'hailing', 'truck', 'media']),
  )
  expect(new Set(roster.map(({ communityId }) => communityId)).size).toBe(24)
  const isMember = ({ claims }: Row) => Object(claims).partyMember[0].value === '是'
  expect(roster.filter(isMember)).toHaveLength(27)
  expect(riders).toHaveLength(36)
  expect(riders.map(({ confirmations }) => Object(confirmations).length)).toEqual(riders.map(() => 1))
  const lists = rows('imports').filter(({ communityId }) => communityId === stage)
  expect(lists.map(({ state, counts }) => [state, counts])).toEqual(
    expect.arrayContaining([['sorted', { new: 1, more: 0, same: 9, conflict: 3, wrong: 1 }]]),
  )
  const kinds = rows('stations').map(({ kind }) => kind)
  expect(['party', 'red', 'kind'].map(kind => kinds.filter(one => one === kind).length)).toEqual([7, 6, 33])
  expect(new Set(rows('stations').map(({ code }) => code)).size).toBe(46)
  expect(rows('households')).toHaveLength(60)
  expect(rows('errands').length).toBeGreaterThanOrEqual(250)
  expect(rows('errands').length).toBeLessThanOrEqual(400)
  const posts = rows('posts').filter(({ communityId }) => communityId === stage)
  expect(posts.filter(({ state }) => state === 'published')).toHaveLength(20)
  expect(new Set(posts.map(({ state }) => state))).toEqual(new Set(['published', 'draft', 'scheduled', 'withdrawn']))
})

test('the same day makes the same town', () => {
  const story = ({ _id, state, kind, riderId, timeline }: Row): unknown[] => {
    const lines = Array.isArray(timeline) ? timeline.map(({ verb, who, as, key }) => [verb, who, as, key]) : []
    return [_id, state, kind, riderId, lines]
  }
  for (const name of Object.keys(town)) expect((again[name] ?? []).map(story)).toEqual((town[name] ?? []).map(story))
  const [one = '', two = ''] = outs.map(out => readFileSync(join(out, 'town.json'), 'utf8'))
  expect(two).toBe(one)
})

test('no telephone rings anywhere: every number lies in the invented ranges', () => {
  const numbers: string[] = []
  const walk = (value: unknown, field: string): void => {
    if (typeof value === 'string' && ['phone', 'number'].includes(field)) numbers.push(value)
    else if (typeof value === 'string' && /\p{Script=Han}/u.test(value)) numbers.push(...(value.match(/\d{7,}/g) ?? []))
    else if (typeof value === 'object' && value !== null)
      for (const [name, held] of Object.entries(value)) walk(held, name)
  }
  walk(town, '')
  expect(numbers.length).toBeGreaterThan(150)
  expect(numbers.filter(number => !/^(1390000\d{4}|0858-0000\d{3})$/.test(number))).toEqual([])
})

test('every state of an errand can be seen in 金星, and every side way happened', () => {
  const errands = rows('errands').filter(({ communityId }) => communityId === stage)
  expect(new Set(errands.map(({ state }) => state))).toEqual(new Set(errandStates))
  const verbs = errands.flatMap(({ timeline }) => (timeline as { verb: string }[]).map(({ verb }) => verb))
  const sideways = [
    'verify',
    'decline',
    'handBack',
    'reassign',
    'agree',
    'amend',
    'fail',
    'reopen',
    'settle',
    'callOff',
    'rise',
    'called',
    'reveal',
    'see',
  ]
  expect(sideways.filter(verb => !verbs.includes(verb))).toEqual([])
  const confirmed = errands.filter(({ state }) => state === 'confirmed').map(({ confirmedBy }) => confirmedBy)
  expect(new Set(confirmed)).toEqual(new Set(['resident', 'dispatcher', 'clock']))
})

test('at 10:07 the board is interesting but calm', async () => {
  const board = await ask<{ rows: Errand[] }>('desk-li', 'errand', 'board', { communityId: stage })
  const count = (column: string): number => board.rows.filter(row => columnOf(row) === column).length
  expect({
    waiting: count('waiting'),
    offered: count('offered'),
    going: count('going'),
    stuck: count('stuck'),
    done: count('done'),
  }).toEqual({
    waiting: 3,
    offered: 3,
    going: 4,
    stuck: 2,
    done: 5,
  })
  expect(board.rows.filter(({ newcomer }) => newcomer)).toHaveLength(1)
  const calls = await ask<{ rows: { whom: string }[] }>('desk-li', 'errand', 'calls', { communityId: stage })
  // 高师傅 was asked off his hours: he is not rung, and the desk may call him.
  expect(calls.rows.map(({ whom }) => whom)).toEqual(['王奶奶', '郑奶奶', '高师傅'])
  const applicants = await ask<{ rows: { name: string }[] }>('desk-li', 'rider', 'applicants', { communityId: stage })
  expect(applicants.rows.map(({ name }) => name)).toEqual(['宋师傅'])
})

test('tomorrow an examinee of 金星 has a driver and somebody who stands by, and the stage has their phones', async () => {
  const board = await ask<{ rows: Errand[] }>('desk-li', 'errand', 'board', { communityId: stage })
  const rides = board.rows.filter(isRide)
  expect(rides.map(({ elder, riderName, backupName }) => [elder, riderName, backupName])).toEqual([
    ['何大爷', '杨师傅', '董师傅'],
  ])
  expect(rides.every(isManned)).toBe(true)
  const names = readTown(outs[0] ?? '').people.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['何先生', '杨师傅', '董师傅']))
})

test('a rider of 骑龙 passes through 金星 too', () => {
  const declared = rows('people').filter(({ neighbours }) => Array.isArray(neighbours) && neighbours.length > 0)
  expect(declared.map(({ openid, neighbours }) => [openid, neighbours])).toEqual([['rider-qilong-1', [stage]]])
})

test('王女士 has nothing open and much to ask again; 张师傅 has free hands and two to choose from', async () => {
  const mine = await ask<{ rows: Errand[] }>('family-wang', 'errand', 'mine', {})
  expect(mine.rows.filter(({ state }) => (stillOpen as readonly string[]).includes(state))).toEqual([])
  expect(mine.rows.filter(({ state }) => state === 'confirmed').length).toBeGreaterThanOrEqual(3)
  const offers = await ask<{ rows: Errand[] }>('rider-zhang', 'errand', 'offers', {})
  expect(offers.rows.map(({ state, offer }) => [state, offer?.to])).toEqual([
    ['dispatched', 'pool'],
    ['dispatched', 'pool'],
  ])
})

test('readers are counted from five people up', async () => {
  const desk = await ask<{ rows: { id: string; state: string }[] }>('desk-li', 'study', 'desk', { communityId: stage })
  const published = desk.rows.filter(({ state }) => state === 'published')
  const tallies = await Promise.all(
    published.map(({ id }) => ask<{ opened?: number }>('desk-li', 'study', 'tally', { id })),
  )
  expect(tallies.some(({ opened }) => opened !== undefined && opened >= 5)).toBe(true)
  expect(tallies.some(({ opened }) => opened === undefined)).toBe(true)
})

test('the stage can read who lives there', () => {
  const { community, people, stations, landline } = readTown(outs[0] ?? '')
  expect(community).toEqual({ id: stage, name: '金星社区' })
  const first = (phone: string): string | undefined => people.find(person => person.phone === phone)?.name
  expect(['family', 'desk', 'rider'].map(first)).toEqual(['王女士', '李书记', '张师傅'])
  expect(landline?.elder).toBe('王奶奶')
  expect(rows('households').find(({ _id }) => _id === landline?.householdId)).toMatchObject({
    elder: '王奶奶',
    hasApp: false,
    alone: true,
  })
  expect(stations).toHaveLength(7)
  expect(people.map(({ openid }) => openid)).toContain('guest-1')
})

test('a folder with something in it is left alone, in one line', async () => {
  const full = mkdtempSync(join(dir, 'full-'))
  writeFileSync(join(full, 'letter.txt'), 'mine')
  const { code, said } = await seed(full)
  expect(code).toBe(1)
  expect(said).toMatch(/^seed: the folder \S+ is not empty\n$/)
  expect(readFileSync(join(full, 'letter.txt'), 'utf8')).toBe('mine')
})

test('a round of the whole product, the first time and warm, costs no more than its budgets', async () => {
  await cloud.close()
  // In one process, as `npm run count` has them: what a warm instance remembers is there at the next call.
  const functions = functionsIn(join(built, 'cloudfunctions'))
  cloud = await startCloud({ dataDir: outs[0] ?? '', schema, functions, unindexed: 'refuse' })
  cloud.clock.set(momentOf(day, '10:07'))
  const measure = newMeasure(cloud)
  const whole = JSON.parse(readFileSync(join(outs[0] ?? '', 'town.json'), 'utf8')) as Town
  await playRound(measure, whole, 'first')
  await playRound(measure, whole, 'warm')
  const { first, warm } = measure.lines
  expect(warm.map(({ name }) => name)).toEqual(first.map(({ name }) => name))
  expect(warm.length).toBeGreaterThan(60)
  const refused = warm.flatMap(({ name, refused: code }) => (code ? [`${name} ${code}`] : []))
  expect(refused).toEqual(['errand.accept (lost) TAKEN'])
  expect(verdictOf(measure.lines).filter(line => line.startsWith('over'))).toEqual([])
})
