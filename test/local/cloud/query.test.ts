import { fill, rows } from './rows'
import { openTown, type Town } from './town'
import type { Query, Row } from './sdk'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await fill(town)
})
afterAll(() => town.close())

/** Runs a query and says what it cost, as the local cloud counts it. */
async function cost(query: Query): Promise<{ ids: unknown[]; examined: number; returned: number; indexes: string[] }> {
  town.cloud.resetStats()
  const { data } = await query.get()
  const tally = town.cloud.stats().actions['errands getDocument']
  return {
    ids: data.map(row => row['_id']),
    examined: tally?.examined ?? -1,
    returned: tally?.returned ?? -1,
    indexes: Object.keys(tally?.indexes ?? {}),
  }
}

const by = (test: (row: Row) => boolean, order: (a: Row, b: Row) => number): unknown[] =>
  rows
    .filter(test)
    .sort(order)
    .map(row => row['_id'])
const latest = (a: Row, b: Row): number => Number(b['at']) - Number(a['at'])

test('a list by state, newest first, reads as many records as it shows', async () => {
  const { ids, examined, indexes } = await cost(
    town.errands.where({ communityId: 'c1', state: 'dispatched' }).orderBy('at', 'desc').limit(20),
  )
  expect(ids).toEqual(by(row => row['communityId'] === 'c1' && row['state'] === 'dispatched', latest).slice(0, 20))
  expect(examined).toBe(20)
  expect(indexes).toEqual(['byState'])
})

test('several communities and states are merged in order, still reading only what is shown', async () => {
  const _ = town.db.command
  const wanted = town.errands.where({
    communityId: _['in']?.(['c0', 'c2']),
    state: _['in']?.(['requested', 'accepted']),
    at: _['lt']?.(700),
  })
  const { ids, examined } = await cost(wanted.orderBy('at', 'desc').limit(50))
  expect(ids).toEqual(
    by(row => row['communityId'] !== 'c1' && row['state'] !== 'dispatched' && Number(row['at']) < 700, latest).slice(
      0,
      50,
    ),
  )
  expect(examined).toBe(50)
})

test('ascending, the same index is walked from its other end', async () => {
  const { ids, examined } = await cost(
    town.errands
      .where({ communityId: 'c1', state: town.db.command['in']?.(['requested', 'accepted']) })
      .orderBy('at', 'asc')
      .limit(10),
  )
  expect(ids).toEqual(
    by(
      row => row['communityId'] === 'c1' && row['state'] !== 'dispatched',
      (a, b) => -latest(a, b),
    ).slice(0, 10),
  )
  expect(examined).toBe(10)
})

test.each([
  ['gt', 300, (at: number): boolean => at > 300],
  ['gte', 300, (at: number): boolean => at >= 300],
  ['lt', 300, (at: number): boolean => at < 300],
  ['lte', 300, (at: number): boolean => at <= 300],
])('the bound %s %d is exact in a descending index', async (operator, bound, holds) => {
  const { ids, examined } = await cost(
    town.errands.where({ communityId: 'c0', state: 'requested', at: town.db.command[operator]?.(bound) }).limit(1000),
  )
  expect(new Set(ids)).toEqual(
    new Set(by(row => row['communityId'] === 'c0' && row['state'] === 'requested' && holds(Number(row['at'])), latest)),
  )
  expect(examined).toBe(ids.length)
})

test('both bounds at once', async () => {
  const _ = town.db.command
  const { ids, examined } = await cost(
    town.errands
      .where(
        Object(_['and']?.([{ communityId: 'c0', state: 'requested' }, { at: _['gte']?.(90) }, { at: _['lt']?.(200) }])),
      )
      .orderBy('at', 'desc'),
  )
  expect(ids).toEqual(
    by(
      row =>
        row['communityId'] === 'c0' &&
        row['state'] === 'requested' &&
        Number(row['at']) >= 90 &&
        Number(row['at']) < 200,
      latest,
    ),
  )
  expect(examined).toBe(ids.length)
})

test('an id decides, however deep it stands among other conditions', async () => {
  const _ = town.db.command
  const filter = _['and']?.([
    { _id: 'e0007' },
    { communityId: _['in']?.(['c1', 'c2']) },
    _['or']?.([{ state: 'accepted' }, { at: 7 }]),
  ])
  const { ids, examined, indexes } = await cost(town.errands.where(Object(filter)))
  expect([ids, examined, indexes]).toEqual([['e0007'], 1, ['_id_']])
})

test('a tag finds the records that carry it, once each and in order', async () => {
  const { ids, examined } = await cost(town.errands.where({ tags: 't3' }).orderBy('at', 'asc').limit(30))
  expect(ids).toEqual(
    by(
      row => Array.isArray(row['tags']) && row['tags'].includes('t3'),
      (a, b) => -latest(a, b),
    ).slice(0, 30),
  )
  expect(examined).toBe(30)
})

test('a field of records in a list is found through its index', async () => {
  const _ = town.db.command
  const wanted = by(
    row => Number(row['at']) % 50 === 9,
    (a, b) => -latest(a, b),
  )
  const { ids, examined } = await cost(town.errands.where({ 'family.id': 'f9' }).orderBy('at', 'asc'))
  expect([ids, examined]).toEqual([wanted, wanted.length])
  expect((await cost(town.errands.where({ family: _['elemMatch']?.({ id: 'f9' }) }).orderBy('at', 'asc'))).ids).toEqual(
    wanted,
  )
})

test('two bounds on a list are not taken for one element', async () => {
  const _ = town.db.command
  await town.errands.add({ data: { _id: 'spread', tags: ['a', 'z'], at: -1 } })
  const { ids } = await cost(
    town.errands.where(Object(_['and']?.([{ tags: _['gt']?.('y') }, { tags: _['lt']?.('b') }]))),
  )
  expect(ids).toEqual(['spread'])
  await town.errands.doc('spread').remove()
})

test('either of two conditions is answered by an index each', async () => {
  const _ = town.db.command
  const { ids, indexes } = await cost(
    town.errands.where(Object(_['or']?.([{ riderId: 'r7' }, { tags: 't5' }]))).limit(1000),
  )
  expect(new Set(ids)).toEqual(
    new Set(by(row => row['riderId'] === 'r7' || (Array.isArray(row['tags']) && row['tags'].includes('t5')), latest)),
  )
  expect(indexes.sort()).toEqual(['byRider', 'byTag'])
})

test('either of two states, in order, reads only what is shown', async () => {
  const _ = town.db.command
  const filter = _['and']?.([{ communityId: 'c1' }, _['or']?.([{ state: 'requested' }, { state: 'accepted' }])])
  const { ids, examined } = await cost(town.errands.where(Object(filter)).orderBy('at', 'desc').limit(15))
  expect(ids).toEqual(by(row => row['communityId'] === 'c1' && row['state'] !== 'dispatched', latest).slice(0, 15))
  expect(examined).toBe(15)
})

test('nobody, as opposed to somebody, is found too', async () => {
  const { ids, examined } = await cost(town.errands.where({ riderId: null }).limit(1000))
  expect(ids).toHaveLength(225)
  expect(examined).toBe(225)
  expect(await cost(town.errands.where({ riderId: town.db.command['exists']?.(false) }).limit(1000))).toMatchObject({
    examined: 225,
    returned: 225,
  })
})

test('ids are paged through by the last one seen, without skipping', async () => {
  const { ids, examined } = await cost(
    town.errands
      .where({ _id: town.db.command['gt']?.('e0500') })
      .orderBy('_id', 'asc')
      .limit(3),
  )
  expect([ids, examined]).toEqual([['e0501', 'e0502', 'e0503'], 3])
})

test('a regular expression is checked on what the index leaves', async () => {
  const { ids } = await cost(
    town.errands
      .where({ communityId: 'c1', state: 'requested', riderId: town.db.RegExp({ regexp: '^R1\\d$', options: 'i' }) })
      .limit(1000),
  )
  expect(new Set(ids)).toEqual(
    new Set(
      by(
        row => row['communityId'] === 'c1' && row['state'] === 'requested' && /^r1\d$/.test(String(row['riderId'])),
        latest,
      ),
    ),
  )
})

test.each([
  ['a field without an index', { closedAt: 1 }, 'closedAt'],
  ['an index without its first field', { state: 'requested', at: 3 }, 'state, at'],
])('%s is refused by name', async (_what, filter, fields) => {
  await expect(town.errands.where(filter).get()).rejects.toThrow(
    `[UNINDEXED_QUERY] no index serves the query of errands by ${fields}`,
  )
  await expect(town.errands.where(filter).count()).rejects.toThrow('UNINDEXED_QUERY')
  await expect(town.errands.where(filter).update({ data: { x: 1 } })).rejects.toThrow('UNINDEXED_QUERY')
  await expect(town.errands.where(filter).remove()).rejects.toThrow('UNINDEXED_QUERY')
})

test('a whole collection cannot be sorted by a field without an index', async () => {
  await expect(town.errands.orderBy('closedAt', 'asc').get()).rejects.toThrow('UNINDEXED_QUERY')
})

test('counting counts', async () => {
  expect((await town.errands.where({ communityId: 'c2', state: 'accepted' }).count()).total).toBe(100)
})

test.each([{ $jsonSchema: {} }, { $where: 'true' }, { communityId: { $text: 'x' } }])(
  'the operator in %j is refused',
  async query => {
    const body = JSON.stringify({
      action: 'database.getDocument',
      collectionName: 'errands',
      query: JSON.stringify({ _id: 'e0001', ...query }),
    })
    const response = await fetch(`${town.cloud.url}/admin`, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ code: 'NOT_EMULATED' })
  },
)
