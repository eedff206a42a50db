import { fails, type Case, type Family, type Here } from './case'
import type { Query, Row } from './sdk'

const arrange: Row[] = [
  {
    _id: 'a',
    n: 2,
    k: 'x',
    at: new Date(3),
    list: [5, 1],
    sub: { p: 1, q: 2 },
    rows: [
      { v: 1, w: 1 },
      { v: 2, w: 2 },
    ],
  },
  { _id: 'b', n: 1, k: 'y', at: new Date(1), list: [2], sub: { p: 3 } },
  { _id: 'c', n: 2, k: 'w', at: new Date(2), list: [9, 0] },
  { _id: 'd', k: 'z', n: null },
  { _id: 'e', k: 'v', n: 'text' },
]

const inOrder: [name: string, query: (here: Here) => Query, ids: string[]][] = [
  [
    'ascending: nothing, then numbers, then texts',
    q => q.mine().orderBy('n', 'asc').orderBy('_id', 'asc'),
    ['d', 'b', 'a', 'c', 'e'],
  ],
  [
    'descending is the other way round',
    q => q.mine().orderBy('n', 'desc').orderBy('_id', 'desc'),
    ['e', 'c', 'a', 'b', 'd'],
  ],
  [
    'two orders, the first weighs more',
    q => q.mine().orderBy('n', 'desc').orderBy('k', 'asc'),
    ['e', 'c', 'a', 'b', 'd'],
  ],
  ['texts', q => q.mine().orderBy('k', 'asc'), ['e', 'c', 'a', 'b', 'd']],
  [
    'times, the missing first',
    q => q.mine({ _id: q._.in([q.id('a'), q.id('b'), q.id('d')]) }).orderBy('at', 'asc'),
    ['d', 'b', 'a'],
  ],
  [
    'a list ascending stands for its smallest',
    q => q.mine({ list: q._.exists(true) }).orderBy('list', 'asc'),
    ['c', 'a', 'b'],
  ],
  [
    'a list descending stands for its greatest',
    q => q.mine({ list: q._.exists(true) }).orderBy('list', 'desc'),
    ['c', 'a', 'b'],
  ],
  ['a field inside', q => q.mine({ 'sub.p': q._.gt(0) }).orderBy('sub.p', 'desc'), ['b', 'a']],
  ['skip', q => q.mine().orderBy('_id', 'asc').skip(3), ['d', 'e']],
  ['limit', q => q.mine().orderBy('_id', 'asc').limit(2), ['a', 'b']],
  ['a page in the middle', q => q.mine().orderBy('_id', 'asc').skip(1).limit(2), ['b', 'c']],
  ['skip past the end', q => q.mine().orderBy('_id', 'asc').skip(9), []],
  ['where after where replaces the condition', q => q.mine({ k: 'x' }).where(q.own({ case: q.mark, k: 'y' })), ['b']],
]

const shown: [name: string, fields: (here: Here) => Row, row: Row][] = [
  ['one field, and always the id', () => ({ n: true }), { _id: 'a', n: 2 }],
  ['a field as a number', () => ({ n: 1 }), { _id: 'a', n: 2 }],
  ['without the id', () => ({ n: true, _id: false }), { n: 2 }],
  ['a field inside', () => ({ 'sub.q': true }), { _id: 'a', sub: { q: 2 } }],
  ['a field inside each of a list', () => ({ 'rows.v': true }), { _id: 'a', rows: [{ v: 1 }, { v: 2 }] }],
  ['a field that is not there', () => ({ nothing: true }), { _id: 'a' }],
  ['all but some', () => ({ at: false, list: false, sub: false, rows: false }), { _id: 'a', n: 2, k: 'x' }],
  ['the first of a list', ({ _ }) => ({ list: _.project.slice(1), n: true }), { _id: 'a', list: [5], n: 2 }],
  ['the last of a list', ({ _ }) => ({ list: _.project.slice(-1), n: true }), { _id: 'a', list: [1], n: 2 }],
  [
    'the first of a list that fits',
    ({ _ }) => ({ rows: _.project.elemMatch({ v: 2 }), n: true }),
    { _id: 'a', rows: [{ v: 2, w: 2 }], n: 2 },
  ],
]

const numbered = (count: number): Row[] => Array.from({ length: count }, (_, n) => ({ _id: `r${n}`, n }))

const cases: Case[] = [
  ...inOrder.map(([name, query, expect]): Case => ({
    name: `order: ${name}`,
    source: "MongoDB's manual",
    arrange,
    act: async here => (await query(here).get()).data.map(row => row['_id']),
    expect,
  })),
  ...shown.map(([name, fields, expect]): Case => ({
    name: `field: ${name}`,
    source: "MongoDB's manual",
    arrange,
    act: async here =>
      (
        await here
          .mine({ _id: here.id('a') })
          .field(fields(here))
          .get()
      ).data[0],
    expect,
  })),
  {
    name: 'field refuses to name and to leave out at once',
    source: "MongoDB's manual",
    arrange,
    act: here => here.mine().field({ n: true, k: false }).get(),
    expect: { errCode: expect.any(Number), words: expect.any(String) },
  },
  {
    name: 'get gives a hundred records when no limit is named',
    source: 'SDK source',
    arrange: numbered(120),
    act: async here => (await here.mine().get()).data.length,
    expect: 100,
  },
  {
    name: 'limit gives up to a thousand records, and no more',
    source: 'official',
    arrange: numbered(1005),
    act: async here => [
      (await here.mine().limit(1000).get()).data.length,
      (await here.mine().limit(5000).get()).data.length,
    ],
    expect: [1000, 1000],
  },
  {
    name: 'limit(0) is no limit: a hundred',
    source: 'SDK source',
    arrange: numbered(101),
    act: async here => (await here.mine().limit(0).get()).data.length,
    expect: 100,
  },
  {
    name: 'limit refuses what is no whole number',
    source: 'SDK source',
    act: async here => here.mine().limit(1.5).get(),
    expect: fails(undefined, 'limit'),
  },
  {
    name: 'count counts what matches',
    source: 'official',
    arrange,
    act: here => here.mine({ n: 2 }).count(),
    expect: { total: 2, errMsg: 'collection.count:ok' },
  },
  {
    name: 'count of nothing is zero',
    source: 'official',
    act: async here => (await here.mine().count()).total,
    expect: 0,
  },
  {
    name: 'count counts beyond a thousand',
    source: 'official',
    arrange: numbered(1005),
    act: async here => (await here.mine().count()).total,
    expect: 1005,
  },
  {
    name: 'get of nothing is an empty list',
    source: 'official',
    act: here => here.mine().get(),
    expect: { data: [], errMsg: 'collection.get:ok' },
  },
]

/** Order, pages, fields and counts (orderBy, skip, limit, field, count). */
export const paging: Family = { name: 'paging', runs: 'anywhere', cases }
