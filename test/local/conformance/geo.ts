import type { Case, Family, Here } from './case'
import type { Collection, Row } from './sdk'

/** Along one street in Beijing, GCJ-02: about 85 m for each thousandth of a degree of longitude. */
const street: [name: string, longitude: number, latitude: number][] = [
  ['gate', 116.4, 39.9],
  ['shop', 116.401, 39.9],
  ['clinic', 116.405, 39.9],
  ['school', 116.45, 39.9],
]
const square = [
  [116.3995, 39.8995],
  [116.402, 39.8995],
  [116.402, 39.9005],
  [116.3995, 39.9005],
  [116.3995, 39.8995],
]

const places = ({ db }: Here): Collection => db.collection('conformance_places')

/** Puts the street into the collection with the 地理位置索引. */
const furnish = (here: Here): Promise<unknown> =>
  places(here).add({ data: street.map(([_id, lon, lat]) => here.own({ _id, location: here.db.Geo.Point(lon, lat) })) })

const gate = ({ db }: Here): unknown => db.Geo.Point(116.4, 39.9)
const polygon = ({ db }: Here): unknown =>
  db.Geo.Polygon([db.Geo.LineString(square.map(([lon, lat]) => db.Geo.Point(lon, lat)))])

type Near = [name: string, location: (here: Here) => unknown, names: string[], ordered: boolean]
const looks: Near[] = [
  [
    'geoNear gives the nearest first',
    here => here._.geoNear({ geometry: gate(here) }),
    ['gate', 'shop', 'clinic', 'school'],
    true,
  ],
  [
    'geoNear within metres',
    here => here._.geoNear({ geometry: gate(here), maxDistance: 500 }),
    ['gate', 'shop', 'clinic'],
    true,
  ],
  [
    'geoNear beyond metres',
    here => here._.geoNear({ geometry: gate(here), minDistance: 50, maxDistance: 500 }),
    ['shop', 'clinic'],
    true,
  ],
  ['geoWithin a polygon', here => here._.geoWithin({ geometry: polygon(here) }), ['gate', 'shop'], false],
  [
    'geoWithin a circle, its radius in radians',
    here => here._.geoWithin({ centerSphere: [[116.4, 39.9], 0.2 / 6378.1] }),
    ['gate', 'shop'],
    false,
  ],
  ['geoIntersects a polygon', here => here._.geoIntersects({ geometry: polygon(here) }), ['gate', 'shop'], false],
  ['geoIntersects the point itself', here => here._.geoIntersects({ geometry: gate(here) }), ['gate'], false],
]

/** The places by distance, as an aggregation gives them. */
async function byDistance(here: Here, more: Row): Promise<Row[]> {
  await furnish(here)
  const near = { longitude: 116.4, latitude: 39.9 }
  const options = { near, spherical: true, distanceField: 'metres', query: { case: here.mark }, ...more }
  return (await places(here).aggregate().geoNear(options).end()).list
}

const cases: Case[] = [
  ...looks.map(([name, location, names, ordered]): Case => ({
    name,
    source: 'official',
    act: async here => {
      await furnish(here)
      const { data } = await places(here)
        .where({ case: here.mark, location: location(here) })
        .get()
      const found = data.map(row => String(row['_id']))
      return ordered ? found : found.sort()
    },
    expect: ordered ? names : [...names].sort(),
  })),
  {
    name: 'a point comes back as a point',
    source: 'official',
    act: async here => {
      await furnish(here)
      const { data } = await places(here).doc(here.id('gate')).get()
      const { longitude, latitude }: Record<string, unknown> = Object(data?.['location'])
      return [longitude, latitude]
    },
    expect: [116.4, 39.9],
  },
  {
    name: 'aggregate: geoNear gives the nearest first, with its metres',
    source: 'official',
    act: async here => (await byDistance(here, {})).map(row => [row['_id'], Math.round(Number(row['metres']) / 10)]),
    expect: [
      ['gate', 0],
      ['shop', 9],
      ['clinic', 43],
      ['school', 427],
    ],
  },
  {
    name: 'aggregate: geoNear within metres',
    source: 'official',
    act: async here => (await byDistance(here, { maxDistance: 100 })).map(row => row['_id']),
    expect: ['gate', 'shop'],
  },
  {
    name: 'aggregate: geoNear multiplies the distance',
    source: 'official',
    act: async here =>
      (await byDistance(here, { distanceMultiplier: 0.001, minDistance: 1000 })).map(row =>
        Math.round(Number(row['metres'])),
      ),
    expect: [4],
  },
  {
    name: 'aggregate: geoNear keeps where the place is',
    source: 'official',
    act: async here => 'where' in Object((await byDistance(here, { includeLocs: 'where', maxDistance: 10 }))[0]),
    expect: true,
  },
  {
    name: 'a place outside the earth is refused by the index',
    source: 'unverified',
    act: here => places(here).add({ data: here.own({ location: { type: 'Point', coordinates: [200, 100] } }) }),
    expect: { errCode: expect.any(Number), words: expect.any(String) },
  },
]

/** 地理位置: near, within, across, by an index of kind 2dsphere. */
export const geo: Family = { name: 'geo', runs: 'anywhere', cases }
