import type { Index } from '../../../../domain/schema'
import { refuse } from '../../codes'
import { isRecord, type Document } from '../../database/values'
import { geoOperators, regionOf, type Region } from './condition'

/** A field and where it must lie. */
export interface Demand extends Region {
  field: string
}

/** Whether an index holds places (地理位置索引). It leaves out documents without one, so other queries cannot use it. */
export function isSpatial(index: Index): boolean {
  return Object.values(index.keys).includes('2dsphere')
}

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/**
 * What a filter asks of places, outside of `$or` and the like: nearness first.
 * @throws DATABASE_REQUEST_FAILED when a field has no geo index, which CloudBase demands for every geo query, or nearness stands deeper
 */
export function demandsOf(filter: Document, indexes: readonly Index[]): Demand[] {
  const found: Demand[] = []
  search(filter, true)
  if (found.filter(({ near }) => near).length > 1) wrong('Too many geoNear expressions')
  return found.sort((a, b) => Number(b.near !== undefined) - Number(a.near !== undefined))

  function search(value: unknown, top: boolean, field = ''): void {
    if (Array.isArray(value)) return value.forEach(item => search(item, top, field))
    if (!isRecord(value)) return
    for (const [name, operand] of Object.entries(value)) {
      if (geoOperators.has(name)) demand(field, name, operand, top)
      else if (name === '$and') search(operand, top)
      else if (name === '$elemMatch') search(operand, false, `${field}.`)
      else if (name === '$not' || name === '$all') search(operand, false, field)
      else if (name.startsWith('$')) search(operand, false)
      else if (field === '' || field.endsWith('.')) search(operand, top, field + name)
    }
  }

  function demand(field: string, operator: string, operand: unknown, top: boolean): void {
    const region = regionOf(operator, operand)
    if (region.near && !top) wrong('geo $near must be top-level expr')
    if (!indexes.some(index => index.keys[field] === '2dsphere'))
      wrong(`unable to find index for ${region.near ? '$geoNear' : operator} query`)
    if (top) found.push({ ...region, field })
  }
}
