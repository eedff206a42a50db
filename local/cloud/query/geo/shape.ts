import { refuse } from '../../codes'
import { isRecord } from '../../database/values'
import { someAt } from '../elements'

/** 经度, 纬度: longitude, latitude, in degrees. */
export type Position = [number, number]

/** A part of a shape, as GeoJSON writes it. */
export type Part =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'Polygon'; coordinates: Position[][] }

/** A geometry as its parts: a MultiPoint is several points. */
export type Shape = readonly Part[]

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** Reads a GeoJSON geometry, or a pair of numbers. @throws DATABASE_REQUEST_FAILED in MongoDB's words for what is none */
export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return [{ type: 'Point', coordinates: position(value) }]
  if (!isRecord(value)) return wrong(`geo element must be an array or object: ${JSON.stringify(value)}`)
  const { type, coordinates, geometries } = value
  if (type === 'Point') return [{ type, coordinates: position(coordinates) }]
  if (type === 'LineString') return [{ type, coordinates: line(coordinates) }]
  if (type === 'Polygon') return [{ type, coordinates: rings(coordinates) }]
  if (type === 'MultiPoint') return listOf(coordinates).map(one => ({ type: 'Point', coordinates: position(one) }))
  if (type === 'MultiLineString')
    return listOf(coordinates).map(one => ({ type: 'LineString', coordinates: line(one) }))
  if (type === 'MultiPolygon') return listOf(coordinates).map(one => ({ type: 'Polygon', coordinates: rings(one) }))
  if (type === 'GeometryCollection') return listOf(geometries).flatMap(shapeOf)
  return wrong(`unknown GeoJSON type: ${JSON.stringify(value)}`)
}

/** The shapes that a field of a document holds; none where there are none, as for an index. */
export function shapesAt(document: unknown, field: string): Shape[] {
  const shapes: Shape[] = []
  someAt(document, field.split('.'), false, value => {
    const several = Array.isArray(value) && value.some(isRecord)
    for (const one of several ? value : [value]) if (one !== undefined && one !== null) shapes.push(shapeOf(one))
    return false
  })
  return shapes
}

/** Every position of a shape. */
export function positionsOf(shape: Shape): Position[] {
  return shape.flatMap(part => {
    if (part.type === 'Point') return [part.coordinates]
    return part.type === 'LineString' ? part.coordinates : part.coordinates.flat()
  })
}

function position(value: unknown): Position {
  if (!Array.isArray(value)) return wrong('GeoJSON coordinates must be an array')
  const [lng, lat]: unknown[] = value
  if (typeof lng !== 'number' || typeof lat !== 'number') return wrong('Point must only contain numeric elements')
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
    return wrong(`Longitude/latitude is out of bounds, lng: ${lng} lat: ${lat}`)
  return [lng, lat]
}

function line(value: unknown): Position[] {
  const positions = listOf(value).map(position)
  if (positions.length < 2) wrong('GeoJSON LineString must have at least 2 vertices')
  return positions
}

function rings(value: unknown): Position[][] {
  const all = listOf(value).map(ring => listOf(ring).map(position))
  for (const ring of all) {
    const [first, last] = [ring[0], ring.at(-1)]
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) wrong(`Loop is not closed: ${JSON.stringify(ring)}`)
    if (ring.length < 4) wrong(`Loop must have at least 3 different vertices: ${JSON.stringify(ring)}`)
  }
  if (all.length === 0) wrong('Polygon has no loops.')
  return all
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) && value.length > 0 ? value : wrong('GeoJSON coordinates must be an array of coordinates')
}
