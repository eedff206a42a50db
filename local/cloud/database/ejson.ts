import { EJSON, Long } from 'bson'
import { messageOf, refuse } from '../codes'
import { isRecord, isTyped, type Document } from './values'

/**
 * Reads extended JSON (EJSON, canonical or relaxed) as the SDK writes it. `now` is what 服务端时间 (serverDate) means.
 * @throws INVALID_PARAM when it is no JSON, or a value is not what its type says
 */
export function readEjson(text: string, now = 0): unknown {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    refuse('INVALID_PARAM', 'the request is not extended JSON')
  }
  return revive(raw, now)
}

/** Reads extended JSON that must be a record. @throws INVALID_PARAM when it is not. */
export function readRecord(text: string | undefined, now = 0): Document {
  if (text === undefined || text === '') return {}
  const value = readEjson(text, now)
  return isRecord(value) ? value : refuse('INVALID_PARAM', 'a record is wanted here')
}

/** Writes relaxed extended JSON: what the SDK reads, and what the store keeps. */
export function writeEjson(value: unknown): string {
  return JSON.stringify(relax(value))
}

function revive(value: unknown, now: number): unknown {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], now)
    return value
  }
  if (!isRecord(value)) return value
  const keys = Object.keys(value)
  const first = keys[0]
  if (first !== undefined && first.startsWith('$') && keys.length <= 2) {
    const typed = typedValue(value, first, keys.length, now)
    if (typed !== value) return typed
  }
  for (const key of keys) {
    const before = value[key]
    if (typeof before !== 'object' || before === null) continue
    const after = revive(before, now)
    if (after !== before) value[key] = after
  }
  return value
}

function typedValue(value: Document, key: string, keys: number, now: number): unknown {
  const inner = value[key]
  if (keys === 2) return key === '$regex' && '$options' in value ? regex(inner, value['$options']) : value
  if (key === '$numberInt' || key === '$numberDouble') return number(String(inner))
  if (key === '$numberLong') return whole(String(inner))
  if (key === '$date')
    return dateAt(isRecord(inner) ? Number(inner['$numberLong']) : typeof inner === 'number' ? inner : String(inner))
  if (key === '$regularExpression' && isRecord(inner)) return regex(inner['pattern'], inner['options'])
  if (key === '$tcb_server_date')
    return new Date(now + Number(isRecord(inner) ? (revive(inner['offset'], now) ?? 0) : 0))
  if (key === '$undefined') return undefined
  return typed.has(key) ? typedOf(value) : value
}

/** What bson has classes for. The rarer ones with two fields, `$ref` and `$scope`, are records as any other. */
const typed = new Set(['$oid', '$numberDecimal', '$binary', '$timestamp', '$minKey', '$maxKey', '$code', '$symbol'])

function typedOf(value: Document): unknown {
  try {
    return EJSON.deserialize(value, { relaxed: false })
  } catch (error) {
    return refuse('INVALID_PARAM', messageOf(error))
  }
}

function number(digits: string): number {
  const value = Number(digits)
  return Number.isNaN(value) && digits !== 'NaN' ? refuse('INVALID_PARAM', `${digits} is not a number`) : value
}

function dateAt(at: number | string): Date {
  const moment = new Date(at)
  return Number.isNaN(moment.getTime()) ? refuse('INVALID_PARAM', `${at} is not a date`) : moment
}

/** A whole number: JavaScript's own as long as it is exact. */
function whole(digits: string): unknown {
  const value = Number(digits)
  return Number.isSafeInteger(value) ? value : Long.fromString(digits)
}

function regex(pattern: unknown, options: unknown): RegExp {
  const asked = String(options ?? '')
  if (asked.includes('x')) refuse('NOT_EMULATED', 'the option x of a regular expression is not emulated')
  try {
    // MongoDB has no g and y; here they would make one search remember the place of the last.
    return new RegExp(String(pattern), asked.replace(/[^imsu]/g, ''))
  } catch {
    return refuse('INVALID_PARAM', `the regular expression ${String(pattern)} is not valid`)
  }
}

function relax(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? null : relaxDate(value) }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) return value.map(item => relax(item) ?? null)
  if (isTyped(value)) return EJSON.serialize(value, { relaxed: false })
  let changed: Document | undefined
  for (const [key, before] of Object.entries(value)) {
    const after = relax(before)
    if (after !== before) (changed ??= { ...value })[key] = after
  }
  return changed ?? value
}

function relaxDate(date: Date): unknown {
  const year = date.getUTCFullYear()
  return year >= 1970 && year <= 9999 ? date.toISOString() : { $numberLong: String(date.getTime()) }
}
