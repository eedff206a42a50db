import type { Index } from '../../../domain/schema'
import { refuse } from '../codes'
import { isRecord, type Document } from '../database/values'
import { limits } from '../limits'
import { boxOf } from '../query/geo/box'
import { cellsOf } from '../query/geo/cells'
import { shapesAt } from '../query/geo/shape'
import { directed, emptyList, encode } from './bytes'

/** What an index holds of one document. */
export interface Entries {
  /** The joined encodings, one for each combination, without the document's id. */
  keys: Buffer[]
  /** The fields that held a list (多键): such an index may have several entries for one document. */
  multikey: string[]
}

/** The entries of a document in an index. @throws INVALID_PARAM for two lists in one index or an entry too long. */
export function entriesOf(document: Document, index: Index): Entries {
  const entries = combine(document, index.keys)
  const longest = Math.max(...entries.keys.map(key => key.length))
  if (longest > limits.indexKey)
    refuse('INVALID_PARAM', `key too large to index, failing: ${index.name} ${longest} > ${limits.indexKey}`)
  return entries
}

/** A document's bytes under an order of fields: several when a field holds a list, none when it has no place to sort by. */
export function combine(document: Document, fields: Index['keys']): Entries {
  let keys: Buffer[] = [Buffer.alloc(0)]
  const multikey: string[] = []
  for (const [field, direction] of Object.entries(fields)) {
    if (direction === '2dsphere') {
      const cells = shapesAt(document, field).flatMap(shape => shape.flatMap(part => cellsOf(boxOf([part]))))
      keys = keys.flatMap(key => distinct(cells).map(cell => Buffer.concat([key, cell])))
      continue
    }
    const found = { list: false, values: [] as unknown[] }
    collect(document, field.split('.'), found)
    if (found.list) multikey.push(field)
    const parts = distinct(found.values.map(value => directed(encode(value), direction)))
    keys = keys.flatMap(key => parts.map(part => Buffer.concat([key, part])))
  }
  if (multikey.length > 1 && !sameList(multikey))
    refuse('INVALID_PARAM', `cannot index parallel arrays: ${multikey.join(', ')}`)
  return { keys, multikey }
}

function collect(value: unknown, path: string[], found: { list: boolean; values: unknown[] }): void {
  const [field, ...rest] = path
  if (Array.isArray(value)) {
    found.list = true
    if (value.length === 0) found.values.push(field === undefined ? emptyList : null)
    for (const item of value) {
      if (field === undefined) found.values.push(item)
      else collect(item, path, found)
    }
    return
  }
  if (field === undefined) found.values.push(value)
  else collect(isRecord(value) && Object.hasOwn(value, field) ? value[field] : undefined, rest, found)
}

function sameList(fields: string[]): boolean {
  return new Set(fields.map(field => field.split('.')[0])).size === 1
}

function distinct(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys
  return [...new Map(keys.map(key => [key.toString('latin1'), key])).values()]
}
