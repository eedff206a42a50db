import { booleanIntersects } from '@turf/boolean-intersects'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { booleanWithin } from '@turf/boolean-within'
import { distance } from '@turf/distance'
import { pointToLineDistance } from '@turf/point-to-line-distance'
import { positionsOf, type Part, type Position, type Shape } from './shape'

/** The radius of the earth by which MongoDB turns angles into metres. */
export const earthMetres = 6_378_100

/** The great-circle distance of two positions, in metres. */
export function metresBetween(one: Position, other: Position): number {
  return distance(one, other, { units: 'radians' }) * earthMetres
}

/** How far a position is from the nearest point of a shape, in metres; 0 inside. */
export function metresTo(from: Position, shape: Shape): number {
  return Math.min(...shape.map(part => metresToPart(from, part)))
}

function metresToPart(from: Position, part: Part): number {
  if (part.type === 'Point') return metresBetween(from, part.coordinates)
  if (part.type === 'LineString') return metresToLine(from, part.coordinates)
  if (booleanPointInPolygon(from, part)) return 0
  return Math.min(...part.coordinates.map(ring => metresToLine(from, ring)))
}

function metresToLine(from: Position, coordinates: Position[]): number {
  const line = { type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates } }
  return pointToLineDistance(from, line, { units: 'radians' }) * earthMetres
}

/** Whether two shapes have a point in common. */
export function meet(one: Shape, other: Shape): boolean {
  return one.some(part => other.some(region => booleanIntersects(part, region)))
}

/** Whether all of a shape lies in polygons, their edges included for points. */
export function liesIn(shape: Shape, region: Shape): boolean {
  return shape.every(part =>
    region.some(
      polygon =>
        polygon.type === 'Polygon' &&
        (part.type === 'Point' ? booleanPointInPolygon(part.coordinates, polygon) : booleanWithin(part, polygon)),
    ),
  )
}

/** Whether all of a shape is at most so many metres from a position. */
export function liesAround(shape: Shape, centre: Position, metres: number): boolean {
  return positionsOf(shape).every(position => metresBetween(centre, position) <= metres)
}
