import { metresBetween } from '../../../local/cloud/query/geo/measure'
import type { Row } from './sdk'

/** The middle of the grid: longitude, latitude. */
export const centre: [number, number] = [116.4, 39.9]
const point = (lng: number, lat: number): unknown => ({ type: 'Point', coordinates: [lng, lat] })

/** 900 stations on a grid of about 110 m, and some that lie elsewhere in the world. */
export const stations: Row[] = [
  ...Array.from({ length: 900 }, (_, n) => {
    const place: [number, number] = [
      centre[0] + ((n % 30) - 15) * 0.00131,
      centre[1] + (Math.floor(n / 30) - 15) * 0.00103,
    ]
    return { _id: `s${n}`, kind: n % 2 ? 'open' : 'shut', place: point(...place), spot: point(...place) }
  }),
  { _id: 'east', place: point(179.9995, 10) },
  { _id: 'west', place: point(-179.9995, 10) },
  { _id: 'pole', place: point(50, 89.9999) },
  {
    _id: 'road',
    place: {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [0.02, 0],
      ],
    },
  },
  {
    _id: 'park',
    place: {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [1.2, 1],
          [1.2, 1.2],
          [1, 1.2],
          [1, 1],
        ],
      ],
    },
  },
  {
    _id: 'parts',
    place: {
      type: 'MultiPoint',
      coordinates: [
        [5, 5],
        [7, 7],
      ],
    },
  },
  { _id: 'unplaced' },
]

/** What a plain look at every station on the grid says. */
export const byHand = (from: [number, number], least = 0, most = Infinity): { id: unknown; metres: number }[] =>
  stations
    .slice(0, 900)
    .map(({ _id, place }) => ({ id: _id, metres: metresBetween(from, Object(place).coordinates) }))
    .filter(({ metres }) => metres >= least && metres <= most)
    .sort((a, b) => a.metres - b.metres)
