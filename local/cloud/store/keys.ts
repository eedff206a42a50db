import type { Index } from '../../../domain/schema'
import { refuse } from '../codes'
import { isRecord, type Document } from '../database/ejson'
import { limits } from '../limits'

/** 升序 or 降序, as in a collection's index. */
export type Direction = 1 | -1

const tag = {
  missing: 0x10,
  number: 0x20,
  text: 0x30,
  record: 0x40,
  list: 0x50,
  truth: 0x60,
  date: 0x70,
  other: 0x80,
}

/**
 * Bytes that sort like MongoDB sorts values: by type, then by value. A missing field sorts, and counts, as null.
 * No encoding is a prefix of another, so encodings can be joined.
 */
export function encode(value: unknown): Buffer {
  if (value === undefined || value === null) return Buffer.of(tag.missing)
  if (typeof value === 'number') return number(tag.number, value)
  if (typeof value === 'string') return text(tag.text, value)
  if (typeof value === 'boolean') return Buffer.of(tag.truth, value ? 1 : 0)
  if (value instanceof Date) return number(tag.date, value.getTime())
  if (Array.isArray(value)) return text(tag.list, JSON.stringify(value))
  if (isRecord(value)) return text(tag.record, JSON.stringify(value))
  return text(tag.other, String(value))
}

/** The first byte of a value's encoding: its type. Comparisons in queries hold within one type. */
export function typeByte(value: unknown): Buffer {
  return encode(value).subarray(0, 1)
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

/** A document's bytes under an order of fields: several when a field holds a list. */
export function combine(document: Document, fields: Index['keys']): Entries {
  let keys: Buffer[] = [Buffer.alloc(0)]
  const multikey: string[] = []
  for (const [field, direction] of Object.entries(fields)) {
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
    if (value.length === 0) found.values.push(null)
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
