import { earthMetres } from './measure'
import { positionsOf, type Position, type Shape } from './shape'

/** A stretch of longitudes and latitudes, in degrees; west is never east of east. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** The box around a shape. Edges are straight on the map, as they are in every check here. */
export function boxOf(shape: Shape): Box {
  const positions = positionsOf(shape)
  const lngs = positions.map(([lng]) => lng)
  const lats = positions.map(([, lat]) => lat)
  return { west: Math.min(...lngs), south: Math.min(...lats), east: Math.max(...lngs), north: Math.max(...lats) }
}

/** The boxes around a circle: two where it crosses the date line. */
export function boxesAround([lng, lat]: Position, metres: number): Box[] {
  // A hair wider, so that rounding leaves nothing out.
  const angle = (metres / earthMetres) * 1.000001 + 1e-12
  const degrees = (angle * 180) / Math.PI
  const south = Math.max(-90, lat - degrees)
  const north = Math.min(90, lat + degrees)
  if (south === -90 || north === 90) return [{ west: -180, east: 180, south, north }]
  const wide = (Math.asin(Math.min(1, Math.sin(angle) / Math.cos((lat * Math.PI) / 180))) * 180) / Math.PI
  const [west, east] = [lng - wide, lng + wide]
  if (west < -180)
    return [
      { west: -180, east, south, north },
      { west: west + 360, east: 180, south, north },
    ]
  if (east > 180)
    return [
      { west, east: 180, south, north },
      { west: -180, east: east - 360, south, north },
    ]
  return [{ west, east, south, north }]
}
