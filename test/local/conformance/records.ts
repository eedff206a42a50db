import { fails, type Case, type Family } from './case'

const cases: Case[] = [
  {
    name: 'one record is added under the id it brings',
    source: 'official',
    act: async ({ rows, own, now }) => [await rows.add({ data: own({ _id: 'a', n: 1 }) }), await now('a')],
    expect: [
      { _id: 'a', errMsg: 'collection.add:ok' },
      { _id: 'a', n: 1 },
    ],
  },
  {
    name: 'a record without an id gets one of thirty-two characters',
    source: 'measured',
    act: async ({ rows, own }) => String((await rows.add({ data: own({ n: 1 }) }))._id).length,
    expect: 32,
  },
  {
    name: 'a record with an id of its own keeps it as a number',
    source: "MongoDB's manual",
    act: async ({ rows, mark }) => {
      const id = Date.now() * 1000 + Math.floor(Math.random() * 1000)
      await rows.add({ data: { _id: id, case: mark, n: 1 } })
      const { data } = await rows.doc(id).get()
      return data?.['_id'] === id
    },
    expect: true,
  },
  {
    name: 'many records are added by one call, in order',
    source: 'official',
    act: ({ rows, own }) => rows.add({ data: [own({ _id: 'a' }), own({ _id: 'b' })] }),
    expect: { _ids: ['a', 'b'], errMsg: 'collection.add:ok' },
  },
  {
    name: 'an id that is taken is a duplicate key',
    source: 'unverified',
    arrange: [{ _id: 'a' }],
    act: ({ rows, own }) => rows.add({ data: own({ _id: 'a' }) }),
    expect: fails(-502001, 'E11000'),
  },
  {
    name: 'a field that is undefined is not kept',
    source: 'SDK source',
    act: async ({ rows, own, now }) => {
      await rows.add({ data: own({ _id: 'a', n: undefined, m: 1 }) })
      return now('a')
    },
    expect: { _id: 'a', m: 1 },
  },
  {
    name: 'a record is read by its id',
    source: 'official',
    arrange: [{ _id: 'a', n: 1 }],
    act: ({ doc }) => doc('a').get(),
    expect: { data: { _id: 'a', n: 1 }, errMsg: 'document.get:ok' },
  },
  {
    name: 'a record that is not there is null where the database was asked not to throw',
    source: 'official',
    act: ({ doc }) => doc('nobody').get(),
    expect: { data: null, errMsg: 'document.get:ok' },
  },
  {
    name: 'a record that is not there is a failure otherwise',
    source: 'official',
    act: ({ sdk, id }) => sdk.database().collection('conformance_rows').doc(id('nobody')).get(),
    expect: fails(-1, 'does not exist'),
  },
  {
    name: 'doc shows the fields asked for',
    source: 'official',
    arrange: [{ _id: 'a', n: 1, m: 2 }],
    act: async ({ doc }) => (await doc('a').field({ n: true }).get()).data,
    expect: { _id: 'a', n: 1 },
  },
  {
    name: 'set creates a record where there is none',
    source: 'official',
    act: async ({ doc, own, now }) => [(await doc('a').set({ data: own({ n: 1 }) })).stats, await now('a')],
    expect: [
      { created: 1, updated: 0 },
      { _id: 'a', n: 1 },
    ],
  },
  {
    name: 'set replaces the whole record',
    source: 'official',
    arrange: [{ _id: 'a', n: 1 }],
    act: async ({ doc, own, now }) => [(await doc('a').set({ data: own({ m: 2 }) })).stats, await now('a')],
    expect: [
      { created: 0, updated: 1 },
      { _id: 'a', m: 2 },
    ],
  },
  {
    name: 'set to what a record is already counts nothing',
    source: 'unverified',
    arrange: [{ _id: 'a', n: 1 }],
    act: async ({ doc, own }) => (await doc('a').set({ data: own({ n: 1 }) })).stats,
    expect: { created: 0, updated: 0 },
  },
  {
    name: 'set answers the id it was called on',
    source: 'SDK source',
    act: async ({ doc, own }) => (await doc('a').set({ data: own({ n: 1 }) }))._id,
    expect: 'a',
  },
  {
    name: 'set refuses an _id among the data',
    source: 'measured',
    act: ({ doc, own }) => doc('a').set({ data: own({ _id: 'a', n: 1 }) }),
    expect: fails(-501007, '不能更新_id的值'),
  },
  {
    name: 'set refuses an update operator',
    source: 'SDK source',
    act: ({ doc, _ }) => doc('a').set({ data: { n: _.inc(1) } }),
    expect: fails(-502001, 'update operator complicit'),
  },
  {
    name: 'set refuses an empty record',
    source: 'SDK source',
    act: ({ doc }) => doc('a').set({ data: {} }),
    expect: fails(-1, 'must not be empty'),
  },
  {
    name: 'update by id changes the fields it names and leaves the others',
    source: 'official',
    arrange: [{ _id: 'a', n: 1, m: 1 }],
    act: async ({ doc, now }) => [await doc('a').update({ data: { n: 2 } }), await now('a')],
    expect: [
      { stats: { updated: 1 }, errMsg: 'document.update:ok' },
      { _id: 'a', n: 2, m: 1 },
    ],
  },
  {
    name: 'update by id of nothing creates nothing',
    source: 'official',
    act: async ({ doc, now }) => [(await doc('a').update({ data: { n: 2 } })).stats, await now('a')],
    expect: [{ updated: 0 }, null],
  },
  {
    name: 'update refuses an _id among the data',
    source: 'measured',
    arrange: [{ _id: 'a' }],
    act: ({ doc }) => doc('a').update({ data: { _id: 'b' } }),
    expect: fails(-501007, '不能更新_id的值'),
  },
  {
    name: 'update refuses an empty change',
    source: 'SDK source',
    arrange: [{ _id: 'a' }],
    act: ({ doc }) => doc('a').update({ data: {} }),
    expect: fails(-1, 'must not be empty'),
  },
  {
    name: 'remove by id takes the record away and counts it',
    source: 'official',
    arrange: [{ _id: 'a' }],
    act: async ({ doc, now }) => [await doc('a').remove(), await now('a')],
    expect: [{ stats: { removed: 1 }, errMsg: 'document.remove:ok' }, null],
  },
  {
    name: 'remove by id of nothing counts nothing',
    source: 'official',
    act: async ({ doc }) => (await doc('a').remove()).stats,
    expect: { removed: 0 },
  },
]

/** Adding, reading, replacing, changing and removing one record. */
export const records: Family = { name: 'records', runs: 'anywhere', cases }
