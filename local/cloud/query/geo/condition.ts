import { refuse } from '../../codes'
import { isRecord, type Document } from '../../database/values'
import { boxesAround, boxOf, type Box } from './box'
import { earthMetres, liesAround, liesIn, meet, metresTo } from './measure'
import { shapeOf, type Position, type Shape } from './shape'

/** 附近: everything between two distances (metres) of a position. */
export interface Near {
  centre: Position
  least: number
  most: number
}

/** What a geo operator asks for: the boxes to look in, and the check of a shape. `near` when the answer is in order of distance. */
export interface Region {
  boxes: Box[]
  holds(shape: Shape): boolean
  near?: Near
}

/** The geo operators of queries. `$near` with a GeoJSON point means `$nearSphere`. */
export const geoOperators: ReadonlySet<string> = new Set(['$near', '$nearSphere', '$geoWithin', '$geoIntersects'])

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** Reads a geo operator's operand. @throws DATABASE_REQUEST_FAILED for what MongoDB would not take, NOT_EMULATED for flat geometry */
export function regionOf(operator: string, operand: unknown): Region {
  if (!isRecord(operand)) return wrong(`${operator} needs an object`)
  if (operator === '$geoWithin') return withinOf(operand)
  if (operator === '$geoIntersects') {
    const shape = shapeOf(operand['$geometry'])
    return { boxes: shape.map(part => boxOf([part])), holds: other => meet(other, shape) }
  }
  const near = nearOf(operator, operand)
  return {
    near,
    boxes: boxesAround(near.centre, near.most),
    holds(shape) {
      const metres = metresTo(near.centre, shape)
      return metres >= near.least && metres <= near.most
    },
  }
}

function withinOf(operand: Document): Region {
  if ('$centerSphere' in operand) {
    const sphere: unknown = operand['$centerSphere']
    const [centre, radians]: unknown[] = Array.isArray(sphere) ? sphere : []
    if (typeof radians !== 'number' || !(radians >= 0)) return wrong('radius must be a non-negative number')
    const position = pointOf(centre)
    const metres = radians * earthMetres
    return { boxes: boxesAround(position, metres), holds: shape => liesAround(shape, position, metres) }
  }
  if (!('$geometry' in operand))
    return refuse(
      'NOT_EMULATED',
      `$geoWithin with ${Object.keys(operand).join()} is flat geometry, which is not emulated`,
    )
  const region = shapeOf(operand['$geometry'])
  if (region.some(({ type }) => type !== 'Polygon')) wrong('$geoWithin not supported with provided geometry')
  return { boxes: region.map(part => boxOf([part])), holds: shape => liesIn(shape, region) }
}

function nearOf(operator: string, operand: Document): Near {
  if (!('$geometry' in operand))
    return refuse('NOT_EMULATED', `${operator} without a GeoJSON $geometry is flat geometry, which is not emulated`)
  const metres = (name: string, otherwise: number): number => {
    const value = operand[name] ?? otherwise
    return typeof value === 'number' && value >= 0 ? value : wrong(`${name.slice(1)} must be non-negative`)
  }
  return {
    centre: pointOf(operand['$geometry']),
    least: metres('$minDistance', 0),
    // No two places are farther apart than half the way around.
    most: Math.min(metres('$maxDistance', Infinity), Math.PI * earthMetres + 1),
  }
}

function pointOf(value: unknown): Position {
  const [part] = shapeOf(value)
  return part?.type === 'Point' ? part.coordinates : wrong('$near requires a point')
}
