import type { Case, Family, Here, Source } from './case'
import { fails } from './case'
import type { Aggregate, Row } from './sdk'

const arrange: Row[] = [
  { _id: 'a', kind: 'meal', n: 1, tags: ['x', 'y'], rider: 'r1', at: new Date('2026-03-01T00:00:00Z') },
  { _id: 'b', kind: 'meal', n: 3, tags: ['x'], rider: 'r2' },
  { _id: 'c', kind: 'parcel', n: 5, tags: [], rider: 'r1' },
  { _id: 'd', kind: 'parcel', n: 7, rider: null },
  { _id: 'e', kind: 'ride', n: 9, tags: 'z', rider: 'r9' },
]

type Stages = [name: string, build: (here: Here, from: Aggregate) => Aggregate, list: unknown, source?: Source]
const sorted = (from: Aggregate): Aggregate => from.sort({ _id: 1 })

const built: Stages[] = [
  [
    'match',
    (_h, from) => sorted(from.match({ kind: 'meal' })).project({ n: 1 }),
    [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 3 },
    ],
  ],
  [
    'match with commands',
    ({ _ }, from) => sorted(from.match({ n: _.gt(1).and(_.lt(6)) })).project({ _id: 1 }),
    [{ _id: 'b' }, { _id: 'c' }],
  ],
  ['match by expr', ({ _, $ }, from) => from.match({ ..._.expr($.gt(['$n', 8])) }).project({ _id: 1 }), [{ _id: 'e' }]],
  [
    'group and sum',
    ({ $ }, from) => sorted(from.group({ _id: '$kind', n: $.sum('$n') })),
    [
      { _id: 'meal', n: 4 },
      { _id: 'parcel', n: 12 },
      { _id: 'ride', n: 9 },
    ],
  ],
  [
    'group counts by sum(1)',
    ({ $ }, from) => sorted(from.group({ _id: '$kind', n: $.sum(1) })),
    [
      { _id: 'meal', n: 2 },
      { _id: 'parcel', n: 2 },
      { _id: 'ride', n: 1 },
    ],
  ],
  ['group all into one', ({ $ }, from) => from.group({ _id: null, n: $.sum('$n') }), [{ _id: null, n: 25 }]],
  [
    'group: avg, min, max',
    ({ $ }, from) => from.group({ _id: null, avg: $.avg('$n'), min: $.min('$n'), max: $.max('$n') }),
    [{ _id: null, avg: 5, min: 1, max: 9 }],
  ],
  [
    'group: first and last in the order before',
    ({ $ }, from) => from.sort({ n: -1 }).group({ _id: null, first: $.first('$n'), last: $.last('$n') }),
    [{ _id: null, first: 9, last: 1 }],
  ],
  [
    'group: push',
    ({ $ }, from) =>
      sorted(from)
        .group({ _id: '$kind', all: $.push('$n') })
        .sort({ _id: 1 })
        .limit(1),
    [{ _id: 'meal', all: [1, 3] }],
  ],
  [
    'group: addToSet',
    ({ $ }, from) => from.match({ rider: 'r1' }).group({ _id: null, set: $.addToSet('$rider') }),
    [{ _id: null, set: ['r1'] }],
  ],
  [
    'group: stdDevPop',
    ({ $ }, from) => from.match({ kind: 'meal' }).group({ _id: null, dev: $.stdDevPop('$n') }),
    [{ _id: null, dev: 1 }],
  ],
  [
    'group by two',
    ({ $ }, from) => from.match({ n: 1 }).group({ _id: { kind: '$kind', rider: '$rider' }, n: $.sum(1) }),
    [{ _id: { kind: 'meal', rider: 'r1' }, n: 1 }],
  ],
  [
    'group: null and missing are one',
    ({ $ }, from) => from.match({ n: 7 }).group({ _id: '$nothing', n: $.sum(1) }),
    [{ _id: null, n: 1 }],
  ],
  [
    'project computes',
    ({ $ }, from) => from.match({ n: 3 }).project({ _id: 0, twice: $.multiply(['$n', 2]) }),
    [{ twice: 6 }],
  ],
  [
    'project leaves out',
    (_h, from) => from.match({ n: 3 }).project({ _id: 0, case: 0, tags: 0, rider: 0 }),
    [{ kind: 'meal', n: 3 }],
  ],
  [
    'addFields',
    ({ $ }, from) =>
      from
        .match({ n: 3 })
        .addFields({ more: $.add(['$n', 1]) })
        .project({ n: 1, more: 1 }),
    [{ _id: 'b', n: 3, more: 4 }],
  ],
  [
    'sort by two',
    (_h, from) => from.sort({ kind: -1, n: -1 }).project({ _id: 1 }).limit(3),
    [{ _id: 'e' }, { _id: 'd' }, { _id: 'c' }],
  ],
  ['skip and limit', (_h, from) => sorted(from).skip(1).limit(2).project({ _id: 1 }), [{ _id: 'b' }, { _id: 'c' }]],
  ['limit before match', (_h, from) => sorted(from).limit(2).match({ n: 3 }).project({ _id: 1 }), [{ _id: 'b' }]],
  [
    'unwind',
    (_h, from) => sorted(from).unwind('$tags').project({ tags: 1 }),
    [
      { _id: 'a', tags: 'x' },
      { _id: 'a', tags: 'y' },
      { _id: 'b', tags: 'x' },
      { _id: 'e', tags: 'z' },
    ],
  ],
  [
    'unwind with the place',
    (_h, from) => from.match({ n: 1 }).unwind({ path: '$tags', includeArrayIndex: 'i' }).project({ tags: 1, i: 1 }),
    [
      { _id: 'a', tags: 'x', i: 0 },
      { _id: 'a', tags: 'y', i: 1 },
    ],
  ],
  [
    'unwind that keeps the empty',
    (_h, from) =>
      sorted(from)
        .match({ kind: 'parcel' })
        .unwind({ path: '$tags', preserveNullAndEmptyArrays: true })
        .project({ tags: 1 }),
    [{ _id: 'c' }, { _id: 'd' }],
  ],
  ['sortByCount', (_h, from) => from.unwind('$tags').sortByCount('$tags').limit(1), [{ _id: 'x', count: 2 }]],
  ['count', (_h, from) => from.match({ kind: 'meal' }).count('n'), [{ n: 2 }]],
  ['count of nothing is no row', (_h, from) => from.match({ kind: 'none' }).count('n'), []],
  [
    'bucket',
    ({ $ }, from) => from.bucket({ groupBy: '$n', boundaries: [0, 4, 8], default: 'more', output: { n: $.sum(1) } }),
    [
      { _id: 0, n: 2 },
      { _id: 4, n: 2 },
      { _id: 'more', n: 1 },
    ],
  ],
  [
    'bucket counts by itself',
    (_h, from) => from.bucket({ groupBy: '$n', boundaries: [0, 5, 10] }),
    [
      { _id: 0, count: 2 },
      { _id: 5, count: 3 },
    ],
  ],
  [
    'bucketAuto',
    (_h, from) => from.match({ n: { $lt: 8 } }).bucketAuto({ groupBy: '$n', buckets: 2 }),
    [
      { _id: { min: 1, max: 5 }, count: 2 },
      { _id: { min: 5, max: 7 }, count: 2 },
    ],
  ],
  [
    'replaceRoot',
    ({ $ }, from) => from.match({ n: 1 }).replaceRoot({ newRoot: { only: $.add(['$n', 1]) } }),
    [{ only: 2 }],
  ],
  [
    'two groups, one after the other',
    ({ $ }, from) =>
      from
        .group({ _id: '$kind', n: $.sum(1) })
        .group({ _id: '$n', kinds: $.sum(1) })
        .sort({ _id: 1 }),
    [
      { _id: 1, kinds: 1 },
      { _id: 2, kinds: 2 },
    ],
  ],
  [
    'a time stays a time',
    (_h, from) => from.match({ n: 1 }).project({ at: 1 }),
    [{ _id: 'a', at: new Date('2026-03-01T00:00:00Z') }],
    'measured',
  ],
]

const riders: Row[] = [
  { _id: 'r1', name: '王', age: 30 },
  { _id: 'r2', name: '李', age: 40 },
]
/** Joins rows, each with its rider or riders, with the riders of the second collection; keys bear the case's mark. */
async function join(here: Here, lookup: Row, rows: Record<string, string[] | string>): Promise<unknown> {
  await here.others.add({
    data: riders.map(({ _id, ...row }) => ({ ...here.own({ _id }), key: here.id(String(_id)), ...row })),
  })
  const data = Object.entries(rows).map(([_id, rider]) =>
    here.own({ _id, rider: Array.isArray(rider) ? rider.map(here.id) : here.id(rider) }),
  )
  await here.rows.add({ data })
  const from = here.stages().sort({ _id: 1 })
  return (
    await from
      .lookup({ from: 'conformance_others', as: 'who', ...lookup })
      .project({ 'who.name': 1 })
      .end()
  ).list
}
const byKey: Row = { localField: 'rider', foreignField: 'key' }

const cases: Case[] = [
  ...built.map(([name, build, expect, source = "MongoDB's manual"]): Case => ({
    name: `aggregate: ${name}`,
    source,
    arrange,
    act: async here => (await build(here, here.stages()).end()).list,
    expect,
  })),
  {
    name: 'aggregate: sample of as many as there are gives each once',
    source: "MongoDB's manual",
    arrange: Array.from({ length: 30 }, (_, n) => ({ _id: `r${n}` })),
    act: async here => new Set((await here.stages().sample({ size: 30 }).end()).list.map(row => row['_id'])).size,
    expect: 30,
  },
  {
    name: 'aggregate: lookup by a field of each',
    source: 'official',
    act: here => join(here, byKey, { a: 'r1', b: 'r2' }),
    expect: [
      { _id: 'a', who: [{ name: '王' }] },
      { _id: 'b', who: [{ name: '李' }] },
    ],
  },
  {
    name: 'aggregate: lookup of nobody is an empty list',
    source: 'official',
    act: here => join(here, byKey, { a: 'r9' }),
    expect: [{ _id: 'a', who: [] }],
  },
  {
    name: 'aggregate: lookup through a list finds each of its elements',
    source: "MongoDB's manual",
    act: here => join(here, byKey, { a: ['r1', 'r2'] }),
    expect: [{ _id: 'a', who: expect.arrayContaining([{ name: '王' }, { name: '李' }]) }],
  },
  {
    name: 'aggregate: lookup with a pipeline and variables',
    source: 'official',
    act: here => {
      const { $, _ } = here
      const condition = _.expr($.and([$.eq(['$key', '$$rider']), $.gt(['$age', 35])]))
      const pipeline = $.pipeline().match(condition).project({ _id: 0, name: 1 }).done()
      return join(here, { let: { rider: '$rider' }, pipeline }, { a: 'r1', b: 'r2' })
    },
    expect: [
      { _id: 'a', who: [] },
      { _id: 'b', who: [{ name: '李' }] },
    ],
  },
  {
    name: 'aggregate: lookup with a pipeline alone joins the same rows to each, in their order and no more than asked',
    source: "MongoDB's manual",
    act: here => {
      const { $, _ } = here
      const condition = here.own({ age: _.gt(20) })
      const pipeline = $.pipeline().match(condition).sort({ age: -1 }).limit(1).project({ _id: 0, name: 1 }).done()
      return join(here, { pipeline }, { a: 'r1', b: 'r9' })
    },
    expect: [
      { _id: 'a', who: [{ name: '李' }] },
      { _id: 'b', who: [{ name: '李' }] },
    ],
  },
  ...(['facet', 'graphLookup', 'redact'] as const).map((stage): Case => ({
    name: `aggregate: ${stage} is typed by the SDK and is no function`,
    source: 'measured',
    act: async here => here.stages()[stage]({}).end(),
    expect: fails(undefined, 'is not a function'),
  })),
  {
    name: 'aggregate: more than twenty rows come when limit asks for them',
    source: 'official',
    arrange: Array.from({ length: 30 }, (_, n) => ({ _id: `r${n}` })),
    act: async here => (await here.stages().limit(30).end()).list.length,
    expect: 30,
  },
]

/** Every stage of an aggregation (聚合) that the SDK can send. */
export const stages: Family = { name: 'stages', runs: 'anywhere', cases }
