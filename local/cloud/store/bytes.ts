import { Binary, ObjectId, Timestamp } from 'bson'
import { isRecord, numeric, typeName } from '../database/values'

/** The first byte of each type, in MongoDB's order of types. */
const tag = {
  minKey: 0x08,
  emptyList: 0x0c,
  missing: 0x10,
  number: 0x20,
  text: 0x30,
  record: 0x40,
  list: 0x50,
  binary: 0x54,
  objectId: 0x58,
  truth: 0x60,
  date: 0x70,
  timestamp: 0x74,
  regex: 0x78,
  other: 0x80,
  maxKey: 0xf0,
}

/** Stands for an empty list in an index: before null, and no null. */
export const emptyList = Symbol('empty list')

/** Ends a list or a record: smaller than any tag, so that the shorter of two that begin alike comes first. */
const end = Buffer.of(0)

/**
 * Bytes that sort like MongoDB sorts values: by type, then by value. A missing field sorts, and counts, as null.
 * No encoding is a prefix of another, so encodings can be joined.
 */
export function encode(value: unknown): Buffer {
  if (value === undefined || value === null) return Buffer.of(tag.missing)
  if (value === emptyList) return Buffer.of(tag.emptyList)
  if (typeof value === 'string') return text(tag.text, value)
  if (typeof value === 'number') return number(tag.number, value)
  if (typeof value === 'boolean') return Buffer.of(tag.truth, value ? 1 : 0)
  if (value instanceof Date) return number(tag.date, value.getTime())
  if (Array.isArray(value)) return Buffer.concat([Buffer.of(tag.list), ...value.map(encode), end])
  if (isRecord(value)) return Buffer.concat([Buffer.of(tag.record), ...Object.entries(value).flatMap(field), end])
  return typed(value)
}

/** MongoDB compares records field by field: first the type, then the name, then the value. */
function field([name, value]: [string, unknown]): Buffer[] {
  const bytes = encode(value)
  return [text(bytes[0] ?? tag.missing, name), bytes]
}

function typed(value: unknown): Buffer {
  const amount = numeric(value)
  if (amount !== undefined) return number(tag.number, amount)
  if (value instanceof ObjectId) return Buffer.concat([Buffer.of(tag.objectId), value.id])
  if (value instanceof Timestamp) return Buffer.concat([Buffer.of(tag.timestamp), ...[value.high, value.low].map(word)])
  if (value instanceof Binary) {
    const bytes = value.value(true)
    const raw = Buffer.isBuffer(bytes) ? bytes : Buffer.from(String(bytes), 'latin1')
    return Buffer.concat([Buffer.of(tag.binary), word(raw.length), Buffer.of(value.sub_type), raw])
  }
  if (value instanceof RegExp) return text(tag.regex, `${value.source}\0${value.flags}`)
  const name = typeName(value)
  if (name === 'minKey') return Buffer.of(tag.minKey)
  if (name === 'maxKey') return Buffer.of(tag.maxKey)
  return text(name === 'symbol' ? tag.text : tag.other, String(name === 'symbol' ? value : JSON.stringify(value)))
}

/** The first byte of a value's encoding: its type. Comparisons in queries hold within one type. */
export function typeByte(value: unknown): Buffer {
  return encode(value).subarray(0, 1)
}

/** Which of two values MongoDB puts first: negative, zero or positive. */
export function compareValues(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number' && one - other === one - other) return one - other
  if (typeof one === 'string' && one === other) return 0
  return Buffer.compare(encode(one), encode(other))
}

/** Whether MongoDB takes two values for the same: records with their fields in another order are not. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' && typeof other !== 'object' && typeof one === typeof other && one === one) return false
  return compareValues(one, other) === 0
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}

function number(type: number, value: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = type
  if (Number.isNaN(value)) return bytes
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  if (value < 0) for (let i = 1; i < 9; i++) bytes[i] = ~(bytes[i] ?? 0) & 0xff
  else bytes[1] = (bytes[1] ?? 0) | 0x80
  return bytes
}

function text(type: number, value: string): Buffer {
  const raw = Buffer.from(value, 'utf8')
  return Buffer.concat([Buffer.of(type), raw.includes(0) ? escapeZeros(raw) : raw, Buffer.of(0, 1)])
}

function escapeZeros(raw: Buffer): Buffer {
  const bytes: number[] = []
  for (const byte of raw) bytes.push(...(byte === 0 ? [0, 0xff] : [byte]))
  return Buffer.from(bytes)
}

/** 升序 or 降序, as in a collection's index. */
export type Direction = 1 | -1

/** The same bytes for a field in that direction: descending is the complement. */
export function directed(bytes: Buffer, direction: Direction): Buffer {
  if (direction === 1) return bytes
  const flipped = Buffer.from(bytes)
  for (let i = 0; i < flipped.length; i++) flipped[i] = ~(flipped[i] ?? 0) & 0xff
  return flipped
}

/** The first key after everything that starts with these bytes. */
export function after(prefix: Buffer): Buffer {
  let length = prefix.length
  while (length > 0 && prefix[length - 1] === 0xff) length--
  const next = Buffer.from(prefix.subarray(0, length))
  if (length > 0) next[length - 1] = (next[length - 1] ?? 0) + 1
  return next
}
