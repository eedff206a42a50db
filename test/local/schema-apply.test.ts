import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { schema, type Schema } from '../../domain/schema'

interface Index {
  name: string
  keys: Record<string, unknown>
  unique?: boolean
}
interface Step {
  do: 'create' | 'close' | 'index'
  collection: string
  index?: Index
}
type Declared = Record<string, { indexes: readonly Index[] }>
type Present = Record<string, { access: string; indexes: Index[] }>

const {
  planFor,
}: {
  planFor(declared: Declared, present: Present): { steps: Step[]; notes: string[] }
} = require('../../config/schema/plan.cjs')
const {
  openEnvironment,
}: { openEnvironment(manager: unknown, envId: string): unknown } = require('../../config/schema/environment.cjs')
const {
  applySchema,
}: {
  applySchema(declared: Declared, there: unknown, say: (line: string) => void): Promise<void>
} = require('../../config/schema/apply.cjs')

const byCode: Index = { name: 'byCode', keys: { communityId: 1, code: -1 }, unique: true }
const byPlace: Index = { name: 'byPlace', keys: { location: '2dsphere' } }
const declared: Declared = { stations: { indexes: [byCode, byPlace] }, leases: { indexes: [] } }
const whole: Present = {
  stations: { access: 'ADMINONLY', indexes: [{ name: '_id_', keys: { _id: 1 }, unique: true }, byCode, byPlace] },
  leases: { access: 'ADMINONLY', indexes: [] },
}

const steps = (present: Present): string[] =>
  planFor(declared, present).steps.map(step => [step.do, step.collection, step.index?.name].filter(Boolean).join(' '))

test('an empty environment gets every collection, closed, with its indexes', () => {
  expect(steps({})).toEqual([
    'create stations',
    'close stations',
    'index stations byCode',
    'index stations byPlace',
    'create leases',
    'close leases',
  ])
})

test('an environment that has everything gets nothing', () => {
  expect(planFor(declared, whole)).toEqual({ steps: [], notes: [] })
})

test('a collection that phones can reach is closed', () => {
  expect(steps({ ...whole, leases: { access: 'PRIVATE', indexes: [] } })).toEqual(['close leases'])
})

test('an index that is missing is made, and one that nobody declared is named and left', () => {
  const old: Index = { name: 'old', keys: { x: 1 } }
  const { steps: taken, notes } = planFor(declared, {
    ...whole,
    stations: { access: 'ADMINONLY', indexes: [byCode, old] },
  })
  expect(taken).toEqual([{ do: 'index', collection: 'stations', index: byPlace }])
  expect(notes).toEqual(['stations.old is there and not declared: left alone'])
})

test.each([
  ['other keys', { communityId: 1 }, true],
  ['the keys in another order', { code: -1, communityId: 1 }, true],
  ['another direction', { communityId: 1, code: 1 }, true],
  ['no uniqueness', { communityId: 1, code: -1 }, false],
])('an index with %s is named, never replaced', (_what, keys, unique) => {
  const indexes = [{ name: 'byCode', keys, unique }, byPlace]
  const { steps: taken, notes } = planFor(declared, { ...whole, stations: { access: 'ADMINONLY', indexes } })
  expect([taken, notes]).toEqual([[], [expect.stringContaining('drop it by hand')]])
})

test('a collection called like something every object has is a collection', () => {
  expect(planFor({ constructor: { indexes: [] } }, {}).steps[0]).toEqual({ do: 'create', collection: 'constructor' })
})

/** Tencent's library up to its calls: it keeps what was made, and notes each call that makes something. */
function fakeManager(): { manager: unknown; calls: unknown[][] } {
  const calls: unknown[][] = []
  // More than a page of collections that are none of ours come first.
  const tables = new Map<string, { access: string; Indexes: unknown[] }>(
    Array.from({ length: 150 }, (_, n) => [`other${n}`, { access: 'PRIVATE', Indexes: [] }]),
  )
  const table = (name: unknown): { access: string; Indexes: unknown[] } => {
    const found = tables.get(String(name))
    if (!found) throw new Error(`no collection ${String(name)}`)
    return found
  }
  const database = {
    listCollections: async ({ MgoOffset, MgoLimit }: { MgoOffset: number; MgoLimit: number }) => ({
      Collections: [...tables.keys()]
        .slice(MgoOffset, MgoOffset + MgoLimit)
        .map(CollectionName => ({ CollectionName })),
    }),
    describeCollection: async (name: string) => ({ Indexes: table(name).Indexes }),
    createCollection: async (name: string) => {
      calls.push(['createCollection', name])
      tables.set(name, { access: 'PRIVATE', Indexes: [] })
    },
    updateCollection: async (name: string, change: { CreateIndexes: Made[] }) => {
      calls.push(['updateCollection', name, change])
      for (const { IndexName, MgoKeySchema } of change.CreateIndexes)
        table(name).Indexes.push({ Name: IndexName, Keys: MgoKeySchema.MgoIndexKeys, Unique: MgoKeySchema.MgoIsUnique })
    },
  }
  const call = async ({ Action, Param }: { Action: string; Param: Record<string, string> }): Promise<unknown> => {
    const found = table(Param['CollectionName'])
    if (Action === 'DescribeDatabaseACL') return { AclTag: found.access }
    calls.push([Action, Param])
    found.access = Param['AclTag'] ?? ''
    return {}
  }
  return { manager: { database, commonService: () => ({ call }) }, calls }
}

interface Made {
  IndexName: string
  MgoKeySchema: { MgoIndexKeys: unknown[]; MgoIsUnique: boolean }
}

test('the planned calls are made, no others, and a second run makes none', async () => {
  const { manager, calls } = fakeManager()
  const said: string[] = []
  await applySchema(declared, openEnvironment(manager, 'env'), line => said.push(line))
  const close = (CollectionName: string): unknown => [
    'ModifyDatabaseACL',
    { EnvId: 'env', CollectionName, AclTag: 'ADMINONLY' },
  ]
  const made = (IndexName: string, MgoIndexKeys: unknown, MgoIsUnique: boolean): unknown => [
    'updateCollection',
    'stations',
    { CreateIndexes: [{ IndexName, MgoKeySchema: { MgoIndexKeys, MgoIsUnique } }] },
  ]
  const keys = [
    { Name: 'communityId', Direction: '1' },
    { Name: 'code', Direction: '-1' },
  ]
  expect(calls).toEqual([
    ['createCollection', 'stations'],
    close('stations'),
    made('byCode', keys, true),
    made('byPlace', [{ Name: 'location', Direction: '2dsphere' }], false),
    ['createCollection', 'leases'],
    close('leases'),
  ])
  calls.length = 0
  said.length = 0
  await applySchema(declared, openEnvironment(manager, 'env'), line => said.push(line))
  expect([calls, said]).toEqual([[], ['nothing to do']])
})

test('an environment that cannot be opened is named, and nothing is made', async () => {
  const database = { listCollections: () => Promise.reject(new TypeError('x of undefined')) }
  const there = openEnvironment({ database, commonService: () => ({}) }, 'wrong-env')
  await expect(applySchema(declared, there, () => undefined)).rejects.toThrow(
    'the environment wrong-env cannot be opened with these keys (x of undefined)',
  )
})

/** Runs `npm run schema:apply` with these keys and no others. */
function run(options: string[], keys: Record<string, string> = {}): { status: number | null; said: string } {
  const none = { CLOUDBASE_ENV: '', TENCENTCLOUD_SECRETID: '', TENCENTCLOUD_SECRETKEY: '' }
  const command = resolve(__dirname, '../../config/schema-apply.mjs')
  const env = { ...process.env, ...none, ...keys }
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...options], { env, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

test('without keys it names every collection and every index that it would make', () => {
  const { status, said } = run(['--conformance'])
  const all: Schema = schema
  expect(status).toBe(0)
  for (const [collection, { indexes }] of Object.entries(all)) {
    expect(said).toContain(`create ${collection}\nclose ${collection} to phones`)
    for (const { name, keys, unique } of indexes) {
      const fields = Object.entries(keys).map(([field, direction]) => `${field} ${direction}`)
      expect(said).toContain(`index ${collection}.${name} (${fields.join(', ')})${unique ? ' unique' : ''}\n`)
    }
  }
  expect(said).toContain('index conformance_places.byLocation (location 2dsphere)')
  expect(run([]).said).not.toContain('conformance')
})

test.each([
  ['an environment without keys', [], { CLOUDBASE_ENV: 'test' }, 'go together'],
  ['keys without an environment', [], { TENCENTCLOUD_SECRETID: 'a', TENCENTCLOUD_SECRETKEY: 'b' }, 'go together'],
  ['an option it does not know', ['--drop'], {}, 'takes nothing'],
])('%s is refused in one line', (_what, options, keys, words) => {
  const { status, said } = run(options, keys)
  expect([status, said]).toEqual([1, expect.stringMatching(/^schema:apply: [^\n]+\n$/)])
  expect(said).toContain(words)
})
