import { fails, type Case, type Family, type Here } from './case'
import type { Collection } from './sdk'

const missing = ({ db }: Here): Collection => db.collection('conformance_missing')

const absent: [name: string, act: (here: Here) => Promise<unknown>][] = [
  ['get', here => missing(here).where({ n: 1 }).get()],
  ['doc get', here => missing(here).doc('a').get()],
  ['add', here => missing(here).add({ data: { n: 1 } })],
  [
    'set',
    here =>
      missing(here)
        .doc('a')
        .set({ data: { n: 1 } }),
  ],
  [
    'update',
    here =>
      missing(here)
        .where({ n: 1 })
        .update({ data: { n: 2 } }),
  ],
  ['remove', here => missing(here).where({ n: 1 }).remove()],
  ['count', here => missing(here).where({ n: 1 }).count()],
]

const code = (here: Here, _id: string, value?: unknown): Promise<unknown> =>
  here.codes.add({ data: here.own(value === undefined ? { _id } : { _id, code: value }) })

const cases: Case[] = [
  ...absent.map(([name, act]): Case => ({
    name: `${name} of a collection that does not exist`,
    source: 'official',
    act,
    expect: fails(-502005),
  })),
  {
    name: 'aggregate of a collection that does not exist fails without the number',
    source: 'measured',
    act: here => missing(here).aggregate().match({ n: 1 }).end(),
    expect: fails(-1, 'not exist'),
  },
  {
    name: 'a collection is created once',
    source: 'official',
    act: async ({ db }) => {
      await db.createCollection('conformance_made').catch(() => undefined)
      return db.createCollection('conformance_made')
    },
    expect: { errCode: expect.any(Number), words: expect.stringMatching(/exist/i) },
  },
  {
    name: 'a collection that was created can be read',
    source: 'official',
    act: async ({ db, id }) => {
      await db.createCollection('conformance_made').catch(() => undefined)
      return (
        await db
          .collection('conformance_made')
          .where({ _id: id('nobody') })
          .get()
      ).data
    },
    expect: [],
  },
  {
    name: 'a name that is no name is refused',
    source: 'SDK source',
    act: async ({ db }) => db.collection('').where({ n: 1 }).get(),
    expect: fails(undefined),
  },
  {
    name: 'a unique index keeps a second record out',
    source: 'unverified',
    act: async here => {
      await code(here, 'a', 'X')
      return code(here, 'b', 'X')
    },
    expect: fails(-502001, 'E11000'),
  },
  {
    name: 'a unique index counts a missing field as null: one record may lack it',
    source: 'official',
    act: async here => {
      await code(here, 'a')
      return code(here, 'b')
    },
    expect: fails(-502001, 'E11000'),
  },
  {
    name: 'to a unique index null and missing are the same',
    source: 'official',
    act: async here => {
      await code(here, 'a')
      return code(here, 'b', null)
    },
    expect: fails(-502001, 'E11000'),
  },
  {
    name: 'a unique index holds against update',
    source: 'unverified',
    act: async here => {
      await code(here, 'a', 'X')
      await code(here, 'b', 'Y')
      return here.codes.doc(here.id('b')).update({ data: { code: 'X' } })
    },
    expect: fails(-502001, 'E11000'),
  },
  {
    name: 'a unique index holds against set',
    source: 'unverified',
    act: async here => {
      await code(here, 'a', 'X')
      return here.codes.doc(here.id('b')).set({ data: here.own({ code: 'X' }) })
    },
    expect: fails(-502001, 'E11000'),
  },
  {
    name: 'a number and its text are two values to a unique index',
    source: "MongoDB's manual",
    act: async here => {
      await code(here, 'a', 1)
      await code(here, 'b', '1')
      return (await here.codes.where({ case: here.mark }).count()).total
    },
    expect: 2,
  },
  {
    name: 'a removed record frees its place in a unique index',
    source: "MongoDB's manual",
    act: async here => {
      await code(here, 'a', 'X')
      await here.codes.doc(here.id('a')).remove()
      await code(here, 'b', 'X')
      return here.ids(here.codes.where({ case: here.mark }))
    },
    expect: ['b'],
  },
  {
    name: 'a record may be set to what it is under a unique index',
    source: "MongoDB's manual",
    act: async here => {
      await code(here, 'a', 'X')
      await here.codes.doc(here.id('a')).update({ data: { code: 'X', n: 1 } })
      return here.ids(here.codes.where({ case: here.mark, n: 1 }))
    },
    expect: ['a'],
  },
  {
    name: 'a unique index over a list holds for each of its elements',
    source: "MongoDB's manual",
    act: async here => {
      await code(here, 'a', ['X', 'Y'])
      return code(here, 'b', ['Y'])
    },
    expect: fails(-502001, 'E11000'),
  },
  {
    name: 'where refuses a condition that is all undefined',
    source: 'SDK source',
    act: async ({ rows }) => rows.where({ n: undefined }).get(),
    expect: { errCode: undefined, words: expect.any(String) },
  },
  {
    name: 'orderBy refuses a direction that is none',
    source: 'SDK source',
    act: async ({ rows }) => rows.orderBy('n', JSON.parse('"up"')).get(),
    expect: { errCode: undefined, words: expect.any(String) },
  },
  {
    name: 'a field that begins with a dollar is not stored',
    source: 'unverified',
    act: ({ rows, own }) => rows.add({ data: own({ _id: 'a', $n: 1 }) }),
    expect: { errCode: -502001, words: expect.stringContaining("'$n' is not valid for storage") },
  },
]

/** Collections that are there and that are not, unique indexes (唯一索引), and the numbers of failures. */
export const collections: Family = { name: 'collections', runs: 'anywhere', cases }
