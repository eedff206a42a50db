import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'

/** A document as the store holds it in memory: plain values, Date, RegExp and the classes of bson. */
export type Document = { [field: string]: unknown }

/** What JavaScript has no value for: ObjectId, Decimal128, 64-bit integers beyond 2⁵³, bytes, time stamps, the two ends of the order. */
export function isTyped(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('_bsontype' in value)) return false
  // A document's own field of that name could be listed; the one of bson's classes cannot.
  return !Object.prototype.propertyIsEnumerable.call(value, '_bsontype')
}

/** Whether a value is a record of fields, as opposed to null, a list, a Date, a RegExp or a value of bson's. */
export function isRecord(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof Date) && !(value instanceof RegExp) && !isTyped(value)
}

/** A number of any kind as a double, which is how they are compared; undefined for what is no number. */
export function numeric(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (value instanceof Long && !(value instanceof Timestamp)) return value.toNumber()
  return value instanceof Decimal128 ? Number(value.toString()) : undefined
}

const names: readonly (readonly [new (...values: never[]) => object, string])[] = [
  [Timestamp, 'timestamp'],
  [Long, 'long'],
  [Decimal128, 'decimal'],
  [ObjectId, 'objectId'],
  [Binary, 'binData'],
  [MinKey, 'minKey'],
  [MaxKey, 'maxKey'],
  [BSONSymbol, 'symbol'],
  [Code, 'javascript'],
  [DBRef, 'dbPointer'],
  [BSONRegExp, 'regex'],
  [Date, 'date'],
  [RegExp, 'regex'],
]

/** MongoDB's name of a value's type. A whole number is `int` when 32 bits hold it, else `long`: here the two are not kept apart. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return !Number.isSafeInteger(value) ? 'double' : (value | 0) === value ? 'int' : 'long'
  return names.find(([kind]) => value instanceof kind)?.[1] ?? 'object'
}
