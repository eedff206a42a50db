import type { Index } from '../../../domain/schema'
import { refuse } from '../codes'
import { isRecord, type Document } from '../database/values'
import type { Found } from '../query/ground'
import { changed } from './unwind'

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** What a `$geoNear` stage looks for, and what it adds to the documents found. */
export interface NearStage {
  filter: Document
  limit: number
  shown(found: Found): Document
}

/** Reads a `$geoNear` stage. @throws DATABASE_REQUEST_FAILED without a geo index, or with several and no `key` */
export function nearStage(operand: unknown, indexes: readonly Index[]): NearStage {
  if (!isRecord(operand)) return wrong('the $geoNear specification must be an object')
  const { near, distanceField, includeLocs, query = {}, limit, num, distanceMultiplier = 1 } = operand
  if (typeof distanceField !== 'string') return wrong("$geoNear requires a 'distanceField' option as a String")
  if (operand['spherical'] !== true && !isRecord(near)) wrong("$geoNear requires a 'near' option as an Array")
  if (typeof distanceMultiplier !== 'number' || distanceMultiplier < 0)
    return wrong('distanceMultiplier must be nonnegative')
  const field = fieldOf(operand['key'], indexes)
  const { minDistance, maxDistance } = operand
  const sphere = {
    $geometry: near,
    ...(minDistance === undefined ? {} : { $minDistance: minDistance }),
    ...(maxDistance === undefined ? {} : { $maxDistance: maxDistance }),
  }
  return {
    filter: { $and: [query, { [field]: { $nearSphere: sphere } }] },
    limit: Number(limit ?? num ?? Infinity),
    shown({ document, metres = 0 }) {
      const measured = changed(document, distanceField.split('.'), metres * distanceMultiplier)
      return typeof includeLocs === 'string'
        ? changed(measured, includeLocs.split('.'), valueAt(document, field))
        : measured
    },
  }
}

function fieldOf(key: unknown, indexes: readonly Index[]): string {
  const fields = new Set(indexes.flatMap(({ keys }) => Object.keys(keys).filter(field => keys[field] === '2dsphere')))
  if (typeof key === 'string')
    return fields.has(key) ? key : wrong(`$geoNear requires a 2d or 2dsphere index on ${key}, but none were found`)
  const [field, ...others] = fields
  if (field === undefined) return wrong('$geoNear requires a 2d or 2dsphere index, but none were found')
  if (others.length > 0) wrong(`There is more than one 2dsphere index; unsure which to use for $geoNear`)
  return field
}

function valueAt(document: Document, field: string): unknown {
  return field.split('.').reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), document)
}
