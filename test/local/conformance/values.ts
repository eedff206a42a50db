import type { Case, Family, Here, Source } from './case'

type Kept = [name: string, value: unknown, source?: Source]

const kept: Kept[] = [
  ['a whole number', 7],
  ['a fraction', 0.1],
  ['zero', 0],
  ['a negative number', -5],
  ['a number beyond 32 bits', 2 ** 40],
  ['the greatest whole number', Number.MAX_SAFE_INTEGER, 'unverified'],
  ['a very small number', 1e-7],
  ['a truth', true],
  ['a lie', false],
  ['null', null],
  ['an empty text', ''],
  ['Chinese', '桂花'],
  ['a character of four bytes', '👵🏻'],
  ['a zero character', 'a\u0000b'],
  ['a text that begins with a dollar', '$n'],
  ['a time', new Date('2026-03-01T08:00:00.123Z')],
  ['a time before 1970', new Date(-1)],
  ['a time far away', new Date('9999-12-31T23:59:59.999Z')],
  ['an empty list', []],
  ['a list of everything', [1, 'a', null, true, [2], { k: 3 }, new Date(5)]],
  ['an empty object', {}],
  ['objects in objects', { a: { b: { c: { d: [{ e: new Date(1) }] } } } }],
]

const near = (a: unknown, b: number): boolean => a instanceof Date && Math.abs(a.getTime() - b) < 60_000

const cases: Case[] = [
  ...kept.map(([name, value, source = 'measured']): Case => ({
    name: `${name} comes back as it went`,
    source,
    act: async ({ rows, own, now }: Here) => {
      await rows.add({ data: own({ _id: 'a', value }) })
      return (await now('a'))?.['value']
    },
    expect: value,
  })),
  {
    name: 'a field keeps its place among the others',
    source: "MongoDB's manual",
    act: async ({ rows, own, now }) => {
      await rows.add({ data: own({ _id: 'a', z: 1, b: 2, a: 3 }) })
      return Object.keys((await now('a')) ?? {}).filter(k => k.length === 1)
    },
    expect: ['z', 'b', 'a'],
  },
  {
    name: 'a new field comes last',
    source: "MongoDB's manual",
    arrange: [{ _id: 'a', z: 1 }],
    act: async ({ doc, now }) => {
      await doc('a').update({ data: { b: 1 } })
      return Object.keys((await now('a')) ?? {}).filter(k => k.length === 1)
    },
    expect: ['z', 'b'],
  },
  {
    name: 'the server date is a date of now',
    source: 'official',
    act: async ({ rows, own, now, db }) => {
      await rows.add({ data: own({ _id: 'a', at: db.serverDate() }) })
      return near((await now('a'))?.['at'], Date.now())
    },
    expect: true,
  },
  {
    name: 'the server date with an offset lies that far off',
    source: 'official',
    act: async ({ rows, own, now, db }) => {
      await rows.add({ data: own({ _id: 'a', at: db.serverDate(), later: db.serverDate({ offset: 3_600_000 }) }) })
      const seen = await now('a')
      const [at, later] = [seen?.['at'], seen?.['later']]
      return at instanceof Date && later instanceof Date && later.getTime() - at.getTime()
    },
    expect: 3_600_000,
  },
  {
    name: 'the server date in an update',
    source: 'official',
    arrange: [{ _id: 'a', at: null }],
    act: async ({ doc, now, db }) => {
      await doc('a').update({ data: { at: db.serverDate() } })
      return near((await now('a'))?.['at'], Date.now())
    },
    expect: true,
  },
  {
    name: 'the server date in a condition',
    source: 'official',
    arrange: [
      { _id: 'a', at: new Date(0) },
      { _id: 'b', at: new Date('2999-01-01T00:00:00Z') },
    ],
    act: ({ mine, ids, db, _ }) => ids(mine({ at: _.lt(db.serverDate()) })),
    expect: ['a'],
  },
  {
    name: 'a regular expression comes back as its pattern and options',
    source: 'measured',
    act: async ({ rows, own, now }) => {
      await rows.add({ data: own({ _id: 'a', value: /^a.c/i }) })
      return (await now('a'))?.['value']
    },
    expect: expect.objectContaining({ pattern: '^a.c', options: 'i' }),
  },
  {
    name: 'undefined in a list is null',
    source: 'unverified',
    act: async ({ rows, own, now }) => {
      await rows.add({ data: own({ _id: 'a', list: [1, undefined, 3] }) })
      return (await now('a'))?.['list']
    },
    expect: [1, null, 3],
  },
  {
    name: 'a record of 300 KB comes back whole',
    source: 'unverified',
    act: async ({ rows, own, now }) => {
      await rows.add({ data: own({ _id: 'a', text: '桂'.repeat(100_000) }) })
      return String((await now('a'))?.['text']).length
    },
    expect: 100_000,
  },
]

/** What values are after their way to the database and back (EJSON). */
export const values: Family = { name: 'values', runs: 'anywhere', cases }
