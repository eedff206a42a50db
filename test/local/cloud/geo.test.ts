import { metresBetween } from '../../../local/cloud/query/geo/measure'
import { byHand, centre, stations } from './places'
import type { Query, Row } from './sdk'
import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown({
    schema: {
      stations: {
        indexes: [
          { name: 'byPlace', keys: { place: '2dsphere' } },
          { name: 'byKind', keys: { kind: 1, spot: '2dsphere' } },
        ],
      },
      nowhere: { indexes: [] },
    },
  })
  await town.db.collection('stations').add({ data: stations })
})
afterAll(() => town.close())

const at = ([lng, lat]: [number, number]): unknown => new town.db.Geo.Point(lng, lat)
const near = (from: [number, number], more: Row = {}): unknown =>
  town.db.command['geoNear']?.({ geometry: at(from), ...more })
const square = (west: number, south: number, east: number, north: number): unknown => {
  const { Point, LineString, Polygon } = town.db.Geo
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return new Polygon([new LineString(corners.map(([lng, lat]) => new Point(lng, lat)))])
}
const all = (): Query => town.db.collection('stations')
const idsOf = (rows: Row[]): unknown[] => rows.map(row => row['_id'])

async function cost(query: Query): Promise<{ ids: unknown[]; examined: number }> {
  town.cloud.resetStats()
  const { data } = await query.get()
  return { ids: idsOf(data), examined: town.cloud.stats().totals.examined }
}

test('a degree of latitude is what it is on the radius of MongoDB', () => {
  expect(metresBetween([0, 0], [0, 1])).toBeCloseTo((6_378_100 * Math.PI) / 180, 3)
})

test('the nearest stations come first, and few more are read than shown', async () => {
  const from: [number, number] = [116.40042, 39.90031]
  const { ids, examined } = await cost(
    all()
      .where({ place: near(from) })
      .limit(20),
  )
  expect(ids).toEqual(
    byHand(from)
      .slice(0, 20)
      .map(({ id }) => id),
  )
  expect(examined).toBeLessThanOrEqual(26)
})

test('between two distances', async () => {
  const from: [number, number] = [116.40042, 39.90031]
  const { data } = await all()
    .where({ place: near(from, { minDistance: 300, maxDistance: 900 }) })
    .limit(1000)
    .get()
  expect(idsOf(data)).toEqual(byHand(from, 300, 900).map(({ id }) => id))
  expect(data.length).toBeGreaterThan(50)
})

test('with skip, with another condition, in another order', async () => {
  const from: [number, number] = [116.40042, 39.90031]
  const hand = byHand(from, 0, 700).map(({ id }) => id)
  const filter = { place: near(from, { maxDistance: 700 }) }
  expect((await cost(all().where(filter).skip(5).limit(3))).ids).toEqual(hand.slice(5, 8))
  const open = hand.filter(id => Number(String(id).slice(1)) % 2 === 1)
  expect((await cost(all().where({ ...filter, kind: 'open' }))).ids).toEqual(open)
  expect((await cost(all().where(filter).orderBy('_id', 'asc').limit(1000))).ids).toEqual([...hand].sort())
})

test('behind a field that is fixed, in one index', async () => {
  const from: [number, number] = [116.40042, 39.90031]
  const open = byHand(from).filter(({ id }) => Number(String(id).slice(1)) % 2 === 1)
  const { ids, examined } = await cost(
    all()
      .where({ kind: 'open', spot: near(from) })
      .limit(10),
  )
  expect(ids).toEqual(open.slice(0, 10).map(({ id }) => id))
  expect(examined).toBeLessThanOrEqual(16)
  await expect(
    all()
      .where({ spot: near(from) })
      .get(),
  ).rejects.toThrow('unable to find index for $geoNear query')
})

test('across the date line, and over the pole', async () => {
  expect((await cost(all().where({ place: near([-179.9999, 10], { maxDistance: 500 }) }))).ids).toEqual([
    'west',
    'east',
  ])
  expect((await cost(all().where({ place: near([-130, 89.9999], { maxDistance: 500 }) }))).ids).toEqual(['pole'])
})

test('a road, a park and a place of several parts are as near as their nearest point', async () => {
  const first = async (from: [number, number]): Promise<unknown> =>
    (
      await cost(
        all()
          .where({ place: near(from, { maxDistance: 1200 }) })
          .limit(1),
      )
    ).ids[0]
  expect([await first([0.01, 0.01]), await first([1.1, 1.1]), await first([7.001, 7])]).toEqual([
    'road',
    'park',
    'parts',
  ])
})

test('within a square, a circle and several squares', async () => {
  const _ = town.db.command
  const inside = stations.slice(0, 900).filter(({ place }) => {
    const [lng, lat] = Object(place).coordinates
    return lng >= 116.395 && lng <= 116.405 && lat >= 39.897 && lat <= 39.903
  })
  const box = square(116.395, 39.897, 116.405, 39.903)
  const found = await cost(
    all()
      .where({ place: _['geoWithin']?.({ geometry: box }) })
      .limit(1000),
  )
  expect(new Set(found.ids)).toEqual(new Set(idsOf(inside)))
  expect(found.examined).toBeLessThan(2.5 * inside.length)
  const circle = _['geoWithin']?.({ centerSphere: [at(centre), 400 / 6_378_100] })
  const round = await all().where({ place: circle }).limit(1000).get()
  expect(new Set(idsOf(round.data))).toEqual(new Set(byHand(centre, 0, 400).map(({ id }) => id)))
  const several = new town.db.Geo.MultiPolygon([square(0.5, 0.5, 2, 2), square(4, 4, 8, 8)])
  expect(new Set((await cost(all().where({ place: _['geoWithin']?.({ geometry: several }) }))).ids)).toEqual(
    new Set(['park', 'parts']),
  )
})

test('what touches a line is found', async () => {
  const { Point, LineString } = town.db.Geo
  const line = new LineString([new Point(0.01, -1), new Point(0.01, 1)])
  const touching = town.db.command['geoIntersects']?.({ geometry: line })
  expect((await cost(all().where({ place: touching }))).ids).toEqual(['road'])
})

test('the aggregation tells the distance and the place', async () => {
  const from: [number, number] = [116.40042, 39.90031]
  const { list } = await town.db
    .collection('stations')
    .aggregate()
    .geoNear({
      near: at(from),
      key: 'place',
      spherical: true,
      distanceField: 'how.far',
      includeLocs: 'how.where',
      distanceMultiplier: 0.001,
      maxDistance: 800,
      minDistance: 100,
      query: { kind: 'open' },
      limit: 2,
    })
    .project({ how: 1 })
    .end()
  const hand = byHand(from, 100).filter(({ id }) => Number(String(id).slice(1)) % 2 === 1)
  expect(list.map(({ _id, how }) => [_id, Object(how).far])).toEqual(
    hand.slice(0, 2).map(({ id, metres }) => [id, expect.closeTo(metres / 1000, 9)]),
  )
  expect(Object(list[0]?.['how']).where).toEqual(stations.find(({ _id }) => _id === hand[0]?.id)?.['place'])
})

test.each([
  ['of which there are two', 'stations', {}, 'There is more than one 2dsphere index'],
  ['of which there are none', 'nowhere', {}, '$geoNear requires a 2d or 2dsphere index, but none were found'],
  ['without a field for the distance', 'stations', { distanceField: undefined }, "requires a 'distanceField' option"],
])('the aggregation is refused by an index %s', async (_what, name, more, words) => {
  const asked = { near: at(centre), spherical: true, distanceField: 'd', ...more }
  await expect(town.db.collection(name).aggregate().geoNear(asked).end()).rejects.toThrow(words)
})

test('without a geo index nothing is found near, within or across', async () => {
  const _ = town.db.command
  const ask = (condition: unknown): Promise<unknown> => town.db.collection('nowhere').where({ place: condition }).get()
  await expect(ask(near(centre))).rejects.toThrow('unable to find index for $geoNear query')
  await expect(ask(_['geoWithin']?.({ geometry: square(0, 0, 1, 1) }))).rejects.toThrow('unable to find index')
  await expect(ask(_['geoIntersects']?.({ geometry: at(centre) }))).rejects.toThrow('unable to find index')
})

test('nearness stands at the top of a filter, once', async () => {
  const _ = town.db.command
  const either = _['or']?.([{ place: near(centre) }, { kind: 'open' }])
  await expect(all().where(Object(either)).get()).rejects.toThrow('geo $near must be top-level expr')
  const twice = _['and']?.([{ place: near(centre) }, { place: near([0, 0]) }])
  await expect(all().where(Object(twice)).get()).rejects.toThrow('Too many geoNear expressions')
  const matched = town.db
    .collection('stations')
    .aggregate()
    .match({ place: near(centre) })
  await expect(matched.end()).rejects.toThrow('not allowed in this context')
})

test.each([
  [{ type: 'Point', coordinates: ['a', 1] }, 'Point must only contain numeric elements'],
  [{ type: 'Point', coordinates: [200, 1] }, 'Longitude/latitude is out of bounds, lng: 200 lat: 1'],
  [{ type: 'Circle', coordinates: [1, 1] }, 'unknown GeoJSON type'],
  [
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    },
    'Loop is not closed',
  ],
  [5, 'geo element must be an array or object'],
])('%j is no place', async (place, words) => {
  await expect(town.db.collection('stations').add({ data: { _id: 'bad', place } })).rejects.toThrow(words)
})

test('a pair of numbers is a place, and a moved one is found where it is', async () => {
  await town.db.collection('stations').add({ data: { _id: 'moved', place: [30, 30] } })
  const around = (from: [number, number]): Promise<{ ids: unknown[] }> =>
    cost(all().where({ place: near(from, { maxDistance: 50 }) }))
  expect((await around([30, 30])).ids).toEqual(['moved'])
  await town.db
    .collection('stations')
    .doc('moved')
    .update({ data: { place: at([40, 40]) } })
  expect([(await around([30, 30])).ids, (await around([40, 40])).ids]).toEqual([[], ['moved']])
})

test('geometries come back as they were written', async () => {
  const place = square(10, 10, 11, 11)
  await town.db.collection('stations').doc('drawn').set({ data: { place } })
  const { data } = await town.db.collection('stations').doc('drawn').get()
  expect(JSON.stringify(data?.['place'])).toBe(JSON.stringify(place))
})
