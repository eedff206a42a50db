import type { Index, Schema } from '../../../domain/schema'
import { messageOf } from '../codes'

/** The index that every collection has by itself. */
export const byId: Index = { name: '_id_', keys: { _id: 1 }, unique: true }

/** Reads a schema written as JSON. @throws Error that says what is wrong with it. */
export function readSchema(text: string): Schema {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    throw new Error(`the schema is not JSON: ${messageOf(error)}`, { cause: error })
  }
  if (!isObject(raw)) throw new Error('the schema must be { [collection]: { indexes: […] } }')
  const schema: Record<string, { indexes: Index[] }> = {}
  for (const [collection, declared] of Object.entries(raw)) {
    const indexes: unknown = isObject(declared) ? declared['indexes'] : undefined
    if (!Array.isArray(indexes)) throw new Error(`the schema's collection ${collection} has no list of indexes`)
    schema[collection] = { indexes: indexes.map((index: unknown) => readIndex(collection, index)) }
  }
  return schema
}

function readIndex(collection: string, raw: unknown): Index {
  const wrong = (): Error =>
    new Error(`an index of ${collection} is not { name, keys: { field: 1 | -1 | '2dsphere' }, unique? }`)
  if (!isObject(raw) || typeof raw['name'] !== 'string' || !isObject(raw['keys'])) throw wrong()
  const keys: Record<string, 1 | -1 | '2dsphere'> = {}
  for (const [field, direction] of Object.entries(raw['keys'])) {
    if (direction !== 1 && direction !== -1 && direction !== '2dsphere') throw wrong()
    keys[field] = direction
  }
  return raw['unique'] === true ? { name: raw['name'], keys, unique: true } : { name: raw['name'], keys }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
