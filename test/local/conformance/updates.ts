import type { Case, Family, Here, Source } from './case'
import { fails } from './case'
import type { Row } from './sdk'

const M = "MongoDB's manual"
type Change = [name: string, before: Row, change: (here: Here) => Row, after: Row, source?: Source]

const changes: Change[] = [
  ['a plain value', { n: 1 }, () => ({ n: 2 }), { n: 2 }],
  ['a new field', { n: 1 }, () => ({ m: 2 }), { n: 1, m: 2 }],
  ['null', { n: 1 }, () => ({ n: null }), { n: null }],
  [
    'an object is merged, field by field',
    { o: { k: 1, l: 2 } },
    () => ({ o: { k: 9 } }),
    { o: { k: 9, l: 2 } },
    'measured',
  ],
  [
    'an object three deep is merged too',
    { o: { p: { k: 1, l: 2 } } },
    () => ({ o: { p: { k: 9 } } }),
    { o: { p: { k: 9, l: 2 } } },
    'measured',
  ],
  ['_.set replaces an object', { o: { k: 1, l: 2 } }, ({ _ }) => ({ o: _.set({ k: 9 }) }), { o: { k: 9 } }, 'official'],
  [
    '_.set of an inner object',
    { o: { p: { k: 1, l: 2 }, q: 1 } },
    ({ _ }) => ({ o: { p: _.set({ k: 9 }) } }),
    { o: { p: { k: 9 }, q: 1 } },
  ],
  ['a path with dots', { o: { k: 1, l: 2 } }, () => ({ 'o.k': 9 }), { o: { k: 9, l: 2 } }],
  ['an object where there was none', {}, () => ({ o: { k: 9 } }), { o: { k: 9 } }],
  ['an element by its place', { list: [1, 2, 3] }, () => ({ 'list.1': 9 }), { list: [1, 9, 3] }],
  [
    'a field of an element by its place',
    { list: [{ k: 1, l: 1 }] },
    () => ({ 'list.0.k': 9 }),
    { list: [{ k: 9, l: 1 }] },
  ],
  ['a place beyond the end leaves null between', { list: [1] }, () => ({ 'list.3': 9 }), { list: [1, null, null, 9] }],
  ['a list replaces a list', { list: [1, 2] }, () => ({ list: [3] }), { list: [3] }],
  ['inc', { n: 1 }, ({ _ }) => ({ n: _.inc(2) }), { n: 3 }],
  ['inc downwards', { n: 1 }, ({ _ }) => ({ n: _.inc(-2) }), { n: -1 }],
  ['inc of what is not there starts at zero', {}, ({ _ }) => ({ n: _.inc(2) }), { n: 2 }],
  ['inc inside an object', { o: { n: 1, m: 1 } }, ({ _ }) => ({ o: { n: _.inc(1) } }), { o: { n: 2, m: 1 } }],
  ['mul', { n: 3 }, ({ _ }) => ({ n: _.mul(4) }), { n: 12 }],
  ['mul of what is not there is zero', {}, ({ _ }) => ({ n: _.mul(4) }), { n: 0 }],
  ['min takes the smaller', { n: 3 }, ({ _ }) => ({ n: _.min(1) }), { n: 1 }],
  ['min keeps the smaller', { n: 3 }, ({ _ }) => ({ n: _.min(5) }), { n: 3 }],
  ['max takes the greater', { n: 3 }, ({ _ }) => ({ n: _.max(5) }), { n: 5 }],
  ['max of what is not there sets it', {}, ({ _ }) => ({ n: _.max(5) }), { n: 5 }],
  ['max compares times', { t: new Date(1) }, ({ _ }) => ({ t: _.max(new Date(2)) }), { t: new Date(2) }],
  ['remove', { n: 1, m: 1 }, ({ _ }) => ({ n: _.remove() }), { m: 1 }],
  ['remove inside an object', { o: { k: 1, l: 1 } }, ({ _ }) => ({ o: { k: _.remove() } }), { o: { l: 1 } }],
  ['rename', { old: 1 }, ({ _ }) => ({ old: _.rename('young') }), { young: 1 }],
  [
    'rename onto what is there replaces it',
    { old: 1, young: 2 },
    ({ _ }) => ({ old: _.rename('young') }),
    { young: 1 },
  ],
  ['push one', { list: [1] }, ({ _ }) => ({ list: _.push(2) }), { list: [1, 2] }],
  ['push several', { list: [1] }, ({ _ }) => ({ list: _.push([2, 3]) }), { list: [1, 2, 3] }],
  ['push makes the list', {}, ({ _ }) => ({ list: _.push([1]) }), { list: [1] }],
  [
    'push at a place',
    { list: [1, 4] },
    ({ _ }) => ({ list: _.push({ each: [2, 3], position: 1 }) }),
    { list: [1, 2, 3, 4] },
  ],
  [
    'push and keep the last',
    { list: [1, 2] },
    ({ _ }) => ({ list: _.push({ each: [3], slice: -2 }) }),
    { list: [2, 3] },
  ],
  [
    'push and keep the first',
    { list: [1, 2] },
    ({ _ }) => ({ list: _.push({ each: [3], slice: 2 }) }),
    { list: [1, 2] },
  ],
  ['push and sort', { list: [3, 1] }, ({ _ }) => ({ list: _.push({ each: [2], sort: 1 }) }), { list: [1, 2, 3] }],
  [
    'push and sort records',
    { list: [{ v: 3 }] },
    ({ _ }) => ({ list: _.push({ each: [{ v: 1 }], sort: { v: 1 } }) }),
    { list: [{ v: 1 }, { v: 3 }] },
  ],
  [
    'push, sort and keep',
    { list: [3] },
    ({ _ }) => ({ list: _.push({ each: [1, 2], sort: -1, slice: 2 }) }),
    { list: [3, 2] },
  ],
  ['pop takes the last', { list: [1, 2, 3] }, ({ _ }) => ({ list: _.pop() }), { list: [1, 2] }],
  ['pop of an empty list leaves it', { list: [], n: 1 }, ({ _ }) => ({ list: _.pop(), n: 2 }), { list: [], n: 2 }],
  ['shift takes the first', { list: [1, 2, 3] }, ({ _ }) => ({ list: _.shift() }), { list: [2, 3] }],
  ['unshift puts before', { list: [3] }, ({ _ }) => ({ list: _.unshift([1, 2]) }), { list: [1, 2, 3] }],
  ['pull a value takes every one of it', { list: [1, 2, 1] }, ({ _ }) => ({ list: _.pull(1) }), { list: [2] }],
  ['pull by a condition', { list: [1, 5, 9] }, ({ _ }) => ({ list: _.pull(_.gt(4)) }), { list: [1] }],
  ['pull one of several', { list: [1, 2, 3] }, ({ _ }) => ({ list: _.pull(_.in([1, 3])) }), { list: [2] }],
  [
    'pull records by a field',
    { list: [{ k: 1, l: 1 }, { k: 2 }] },
    ({ _ }) => ({ list: _.pull({ k: 1 }) }),
    { list: [{ k: 2 }] },
  ],
  [
    'pull records by a condition on a field',
    { list: [{ v: 1 }, { v: 9 }] },
    ({ _ }) => ({ list: _.pull({ v: _.gt(5) }) }),
    { list: [{ v: 1 }] },
  ],
  ['pullAll', { list: [1, 2, 1, 3] }, ({ _ }) => ({ list: _.pullAll([1, 3]) }), { list: [2] }],
  ['addToSet adds what is new', { list: [1] }, ({ _ }) => ({ list: _.addToSet(2) }), { list: [1, 2] }],
  [
    'addToSet knows what is there',
    { list: [1], n: 1 },
    ({ _ }) => ({ list: _.addToSet(1), n: 2 }),
    { list: [1], n: 2 },
  ],
  [
    'addToSet of a record compares it whole',
    { list: [{ k: 1 }] },
    ({ _ }) => ({ list: _.addToSet({ k: 1, l: 1 }) }),
    { list: [{ k: 1 }, { k: 1, l: 1 }] },
  ],
  [
    'addToSet of several by $each',
    { list: [1] },
    ({ _ }) => ({ list: _.addToSet({ $each: [1, 2, 3] }) }),
    { list: [1, 2, 3] },
    'unverified',
  ],
  [
    'many operators at once',
    { n: 1, list: [1], o: { k: 1 } },
    ({ _ }) => ({ n: _.inc(1), list: _.push(2), o: { k: 2 } }),
    { n: 2, list: [1, 2], o: { k: 2 } },
  ],
]

type Refusal = [name: string, before: Row, change: (here: Here) => Row, words: string]
const refusals: Refusal[] = [
  ['a field under null', { o: null }, () => ({ o: { k: 1 } }), 'Cannot create field'],
  ['a field under a number', { o: 5 }, () => ({ o: { k: 1 } }), 'Cannot create field'],
  ['a named field under a list', { o: [1] }, () => ({ o: { k: 1 } }), 'Cannot create field'],
  ['inc of a text', { n: '1' }, ({ _ }) => ({ n: _.inc(1) }), 'non-numeric'],
  ['inc of null', { n: null }, ({ _ }) => ({ n: _.inc(1) }), 'non-numeric'],
  ['mul of a text', { n: '1' }, ({ _ }) => ({ n: _.mul(2) }), 'non-numeric'],
  ['push onto a text', { n: 'x' }, ({ _ }) => ({ n: _.push(1) }), 'must be an array'],
  ['pop from a number', { n: 1 }, ({ _ }) => ({ n: _.pop() }), 'array'],
  ['addToSet to an object', { n: { k: 1 } }, ({ _ }) => ({ n: _.addToSet(1) }), 'array'],
  ['two changes of one field', { o: { k: 1 } }, ({ _ }) => ({ o: _.set({ k: 2 }), 'o.k': _.inc(1) }), 'conflict'],
]

const many: Row[] = [
  { _id: 'a', n: 1 },
  { _id: 'b', n: 1 },
  { _id: 'c', n: 2 },
]

const cases: Case[] = [
  ...changes.map(([name, before, change, after, source = M]): Case => ({
    name: `update: ${name}`,
    source,
    arrange: [{ _id: 'a', ...before }],
    act: async here => {
      await here.doc('a').update({ data: change(here) })
      return here.now('a')
    },
    expect: { _id: 'a', ...after },
  })),
  ...refusals.map(([name, before, change, words]): Case => ({
    name: `update refuses ${name} and leaves the record alone`,
    source: 'unverified',
    arrange: [{ _id: 'a', ...before }],
    act: async here => {
      const update = here.doc('a').update({ data: change(here) })
      const refusal = await update.then(
        () => 'no refusal',
        (error: unknown) => String(Object(error).message),
      )
      return [refusal, await here.now('a')]
    },
    expect: [expect.stringContaining(words), { _id: 'a', ...before }],
  })),
  {
    name: 'update by where changes all that match and counts them',
    source: 'official',
    arrange: many,
    act: async here => [await here.mine({ n: 1 }).update({ data: { n: 9 } }), await here.ids(here.mine({ n: 9 }))],
    expect: [{ stats: { updated: 2 }, errMsg: 'collection.update:ok' }, ['a', 'b']],
  },
  {
    name: 'update by where with multi: false changes one',
    source: 'SDK source',
    arrange: many,
    act: async here => [
      (await here.mine({ n: 1 }).update({ data: { n: 9 }, multi: false })).stats,
      (await here.ids(here.mine({ n: 9 }))).length,
    ],
    expect: [{ updated: 1 }, 1],
  },
  {
    name: 'update by where of nobody counts nothing',
    source: 'official',
    arrange: many,
    act: async here => (await here.mine({ n: 7 }).update({ data: { n: 9 } })).stats,
    expect: { updated: 0 },
  },
  {
    name: 'an update that changes nothing counts nothing',
    source: 'unverified',
    arrange: many,
    act: async here => (await here.mine({ n: 1 }).update({ data: { n: 1 } })).stats,
    expect: { updated: 0 },
  },
  {
    name: 'of ten conditional updates at once exactly one counts',
    source: 'measured',
    arrange: [{ _id: 'a', state: 'open' }],
    act: async here => {
      const tries = Array.from({ length: 10 }, (_, by) =>
        here.mine({ _id: here.id('a'), state: 'open' }).update({ data: { state: 'taken', by } }),
      )
      return (await Promise.all(tries)).filter(({ stats }) => stats.updated === 1).length
    },
    expect: 1,
  },
  {
    name: 'update by where refuses an _id among the data',
    source: 'measured',
    arrange: many,
    act: here => here.mine({ n: 1 }).update({ data: { _id: 'z' } }),
    expect: fails(-501007, '不能更新_id的值'),
  },
  {
    name: 'remove by where takes all that match and counts them',
    source: 'official',
    arrange: many,
    act: async here => [await here.mine({ n: 1 }).remove(), await here.ids(here.mine())],
    expect: [{ stats: { removed: 2 }, errMsg: 'collection.remove:ok' }, ['c']],
  },
  {
    name: 'a whole update is one: a refused part leaves the other parts undone',
    source: M,
    arrange: [{ _id: 'a', n: 1, text: 'x' }],
    act: async here => {
      await here
        .doc('a')
        .update({ data: { n: here._.inc(1), text: here._.inc(1) } })
        .catch(() => undefined)
      return here.now('a')
    },
    expect: { _id: 'a', n: 1, text: 'x' },
  },
]

/** Every update command (更新操作符), by id and by condition. */
export const updates: Family = { name: 'updates', runs: 'anywhere', cases }
