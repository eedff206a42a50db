import { EJSON } from 'bson'
import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown({ schema: { things: { indexes: [{ name: 'byV', keys: { v: 1 }, unique: true }] } } })
})
afterAll(() => town.close())

/** Speaks the protocol itself: these values reach the SDK from other programs' documents. */
async function ask(action: string, request: object): Promise<{ message?: string; data?: { list?: string[] } }> {
  const body = JSON.stringify({ action: `database.${action}`, collectionName: 'things', ...request })
  const response = await fetch(`${town.cloud.url}/admin`, { method: 'POST', body })
  return JSON.parse(await response.text())
}

/** One of each type, in MongoDB's order. */
const ordered = [
  { $minKey: 1 },
  null,
  { $numberDouble: 'NaN' },
  { $numberDouble: '-Infinity' },
  { $numberLong: '-9007199254740993' },
  { $numberDecimal: '-1.5' },
  0,
  { $numberLong: '9223372036854775807' },
  'text',
  { a: 1 },
  { a: 'x' },
  { $binary: { base64: 'AQID', subType: '00' } },
  { $oid: '65f000000000000000000001' },
  false,
  true,
  { $date: { $numberLong: '-5' } },
  { $date: '2026-03-01T00:00:00.000Z' },
  { $timestamp: { t: 1, i: 2 } },
  { $regularExpression: { pattern: '^a', options: 'i' } },
  { $code: 'return 1' },
  { $maxKey: 1 },
]

test('whatever a document holds comes back as it was, in the order of MongoDB', async () => {
  const data = ordered.map((v, n) => JSON.stringify({ _id: `v${(n * 7) % ordered.length}x${n}`, v }))
  expect((await ask('insertDocument', { data })).message).toBeUndefined()
  const { data: found } = await ask('getDocument', { query: '{}', order: '{"v":1}' })
  expect((found?.list ?? []).map(text => JSON.parse(text).v)).toEqual(ordered)
})

test.each(ordered.filter(v => !JSON.stringify(v).includes('regular')))(
  '%j is found by its index, and taken',
  async v => {
    const query = JSON.stringify({ v: Object(v) === v && 'a' in Object(v) ? { $in: [v] } : v })
    if (!query.includes('$in')) {
      expect((await ask('getDocument', { query })).data?.list).toHaveLength(1)
    }
    expect((await ask('insertDocument', { data: [JSON.stringify({ v })] })).message).toContain('E11000')
  },
)

test('a whole number stays exact beyond what JavaScript holds, until 64 bits are full', async () => {
  await ask('insertDocument', { data: ['{"_id":"big","v":{"$numberLong":"9007199254740992"}}'] })
  const query = '{"_id":"big"}'
  const add = (n: string): Promise<{ message?: string }> =>
    ask('modifyDocument', { query, merge: true, data: `{"$inc":{"v":{"$numberLong":"${n}"}}}` })
  await add('1')
  const { data } = await ask('getDocument', { query })
  expect(JSON.parse(data?.list?.[0] ?? '').v).toEqual({ $numberLong: '9007199254740993' })
  expect((await add('9223372036854775807')).message).toContain('does not fit in 64 bits')
})

test.each(['{"$oid":"short"}', '{"$date":"someday"}', '{"$numberInt":"zz"}', '{"$numberDouble":"1e"}'])(
  'a value that is not what its type says is refused: %s',
  async v => expect((await ask('insertDocument', { data: [`{"v":${v}}`] })).message).toContain('INVALID_PARAM'),
)

test('records within one another are stored a hundred deep, no deeper', async () => {
  const deep = (levels: number): string => `${'{"v":'.repeat(levels)}1${'}'.repeat(levels)}`
  expect((await ask('insertDocument', { data: [deep(100)] })).message).toBeUndefined()
  expect((await ask('insertDocument', { data: [deep(101)] })).message).toContain('exceeded maximum nesting depth')
})

test('a regular expression remembers nothing from one record to the next, and x is refused by name', async () => {
  for (const _id of ['x1', 'x2', 'x3']) await ask('insertDocument', { data: [JSON.stringify({ _id, v: `ab${_id}` })] })
  const find = (options: string) =>
    ask('getDocument', {
      query: JSON.stringify({ _id: { $in: ['x1', 'x2', 'x3'] }, v: { $regex: 'ab', $options: options } }),
    })
  expect((await find('g')).data?.list).toHaveLength(3)
  expect((await find('x')).message).toContain('the option x')
})

test('the SDK itself reads them', async () => {
  const { data } = await town.db.collection('things').where({ v: 'text' }).get()
  expect(data).toEqual([{ _id: expect.any(String), v: 'text' }])
  expect(EJSON.parse('{"$oid":"65f000000000000000000001"}')).toHaveProperty('_bsontype', 'ObjectID')
})
