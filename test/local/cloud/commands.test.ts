import { dialect } from '../../../local/cloud/query/dialect'
import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown({ schema: { plain: { indexes: [{ name: 'byPlace', keys: { place: '2dsphere' } }] } } })
})
afterAll(() => town.close())

/** What refuses, by name, and why: neither a text index nor a schema validator is here. */
const refused = new Set(['text', 'jsonSchema', 'meta'])
const place = { type: 'Point', coordinates: [1, 1] }

test('every query command of the SDK is answered', async () => {
  const _ = town.db.command
  const { Point, LineString, Polygon } = town.db.Geo
  const ring = new LineString(
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ].map(([lng, lat]) => new Point(lng, lat)),
  )
  await town.db.collection('plain').add({ data: { _id: 'p', n: 4, list: [{ x: 1 }], text: 'abc', place } })
  const conditions: Record<string, unknown> = {
    eq: { n: _['eq']?.(4) },
    neq: { n: _['neq']?.(5) },
    lt: { n: _['lt']?.(5) },
    lte: { n: _['lte']?.(4) },
    gt: { n: _['gt']?.(3) },
    gte: { n: _['gte']?.(4) },
    in: { n: _['in']?.([4]) },
    nin: { n: _['nin']?.([5]) },
    all: { list: _['all']?.([{ x: 1 }]) },
    elemMatch: { list: _['elemMatch']?.({ x: _['gt']?.(0) }) },
    exists: { n: _['exists']?.(true) },
    size: { list: _['size']?.(1) },
    mod: { n: _['mod']?.(3, 1) },
    geoNear: { place: _['geoNear']?.({ geometry: new Point(1, 1), maxDistance: 5 }) },
    geoWithin: { place: _['geoWithin']?.({ geometry: new Polygon([ring]) }) },
    geoIntersects: { place: _['geoIntersects']?.({ geometry: new Point(1, 1) }) },
    and: _['and']?.([{ n: 4 }, { text: 'abc' }]),
    or: _['or']?.([{ n: 5 }, { text: 'abc' }]),
    nor: _['nor']?.([{ n: 5 }, { text: 'abd' }]),
    not: { n: _['not']?.(_['gt']?.(9)) },
    expr: _['expr']?.(_.aggregate['gt']?.(['$n', 3])),
  }
  for (const [name, condition] of Object.entries(conditions)) {
    const filter = _['and']?.([{ _id: 'p' }, condition])
    const { data } = await town.db.collection('plain').where(Object(filter)).get()
    expect([name, data.length]).toEqual([name, 1])
  }
  const asked = new Set([...Object.keys(conditions), ...refused, ...updates, 'aggregate', 'project'])
  expect(Object.keys(_).filter(name => !asked.has(name))).toEqual([])
})

const updates = 'set remove inc mul push pull pullAll pop shift unshift addToSet rename bit max min'.split(' ')

test('every update command of the SDK is answered', async () => {
  const _ = town.db.command
  const plain = town.db.collection('plain')
  await plain.doc('u').set({
    data: {
      set: 0,
      remove: 1,
      inc: 1,
      mul: 2,
      push: [],
      pull: [1, 2],
      pullAll: [1, 2],
      pop: [1, 2],
      shift: [1, 2],
      unshift: [1],
      addToSet: [1],
      rename: 1,
      bit: 6,
      max: 1,
      min: 1,
    },
  })
  const values: Record<string, unknown> = {
    set: { a: 1 },
    inc: 2,
    mul: 3,
    push: [1, 2],
    pull: 1,
    pullAll: [2],
    unshift: [0],
    addToSet: 2,
    rename: 'renamed',
    bit: { and: 3 },
    max: 5,
    min: 0,
  }
  const data = Object.fromEntries(updates.map(name => [name, _[name]?.(values[name])]))
  expect((await plain.doc('u').update({ data })).stats.updated).toBe(1)
  expect((await plain.doc('u').get()).data).toEqual({
    _id: 'u',
    set: { a: 1 },
    inc: 3,
    mul: 6,
    push: [1, 2],
    pull: [2],
    pullAll: [1],
    pop: [1],
    shift: [2],
    unshift: [0, 1],
    addToSet: [1, 2],
    renamed: 1,
    bit: 2,
    max: 5,
    min: 0,
  })
})

test('every expression of the SDK is known', () => {
  const { pipeline: _pipeline, ...expressions } = town.db.command.aggregate
  const unknown = Object.values(expressions)
    .map(make => Object.keys(Object(make(1)))[0] ?? '')
    .filter(name => !['expression', 'accumulator'].some(kind => lookUp(kind, name)))
  expect(unknown).toEqual(['$meta'])
})

function lookUp(kind: string, name: string): unknown {
  return Reflect.apply(dialect.getOperator, dialect, [kind, name])
}

test('a projection may cut a list, or pick the first that matches', async () => {
  await town.db
    .collection('plain')
    .doc('l')
    .set({ data: { list: [{ x: 1 }, { x: 2 }, { x: 3 }] } })
  const of = async (fields: Record<string, unknown>): Promise<unknown> =>
    (await town.db.collection('plain').where({ _id: 'l' }).field(fields).get()).data[0]
  expect(await of({ list: { $slice: -1 } })).toEqual({ _id: 'l', list: [{ x: 3 }] })
  expect(await of({ list: { $elemMatch: { x: { $gt: 1 } } } })).toEqual({ _id: 'l', list: [{ x: 2 }] })
})
