import { Query } from 'mingo/query'
import { isRecord, numeric, typeName, type Document } from '../database/values'
import { compareValues, encode, sameValue } from '../store/bytes'
import { someAt } from './elements'
import { typesOf } from './types'

type Test = (value: unknown) => boolean
type Predicate = (document: unknown) => boolean
type Options = ConstructorParameters<typeof Query>[1]

/** An operator as mingo calls it. */
export type Operator = (field: string, operand: unknown, options: Options) => Predicate

const at = (field: string, leaf: boolean, meets: Test): Predicate => {
  const path = field.split('.')
  return document => someAt(document, path, leaf, meets)
}
const not =
  (predicate: Predicate): Predicate =>
  document =>
    !predicate(document)

const isNothing: Test = value => value === undefined || value === null

function equals(operand: unknown): Test {
  if (isNothing(operand)) return isNothing
  return value => value !== undefined && sameValue(value, operand)
}

function matches(pattern: RegExp): Test {
  return value =>
    (typeof value === 'string' && pattern.test(value)) || (value instanceof RegExp && sameValue(value, pattern))
}

const oneOf = (operand: unknown): Test => (operand instanceof RegExp ? matches(operand) : equals(operand))

/** Long lists are looked up by their bytes, not gone through. */
function among(operands: readonly unknown[]): Test {
  const patterns = operands.filter(operand => operand instanceof RegExp).map(matches)
  const wanted = new Set(operands.map(operand => encode(operand).toString('latin1')))
  return value => wanted.has(encode(value).toString('latin1')) || patterns.some(matching => matching(value))
}

/** A comparison holds within one type; the two ends of the order compare with everything that is there. */
function compares(operand: unknown, holds: (order: number) => boolean): Test {
  if (isNothing(operand)) return value => isNothing(value) && holds(0)
  const kind = encode(operand)[0]
  const ends = /^(min|max)Key$/.test(typeName(operand))
  const odd = Number.isNaN(numeric(operand))
  return value => {
    if (value === undefined || (!ends && encode(value)[0] !== kind)) return false
    if (Number.isNaN(numeric(value)) !== odd) return false
    return holds(compareValues(value, operand))
  }
}

function holdsMod(operand: unknown): Test {
  const [divisor = 1, rest = 0] = Array.isArray(operand) ? operand.map(part => Math.trunc(numeric(part) ?? 0)) : []
  return value => {
    const amount = numeric(value)
    // `+ 0` makes the rest of a negative multiple, -0, a plain zero.
    return amount !== undefined && Number.isFinite(amount) && (Math.trunc(amount) % divisor) + 0 === rest
  }
}

/** The check of one element: by its fields, or, when the criteria are operators, by itself. */
function element(criteria: Document, options: Options): Test {
  const fields = Object.keys(criteria).every(key => !key.startsWith('$') || /^\$(and|or|nor|expr)$/.test(key))
  const query = new Query(fields ? criteria : { it: criteria }, options)
  return fields ? value => isRecord(value) && query.test(value) : value => query.test({ it: value })
}

const hasElement = (field: string, criteria: unknown, options: Options): Predicate => {
  const meets = element(isRecord(criteria) ? criteria : {}, options)
  return at(field, false, value => Array.isArray(value) && value.some(meets))
}

function hasAll(field: string, operand: unknown, options: Options): Predicate {
  const wanted = (Array.isArray(operand) ? operand : []).map((one: unknown) =>
    isRecord(one) && '$elemMatch' in one ? hasElement(field, one['$elemMatch'], options) : at(field, true, oneOf(one)),
  )
  return document => wanted.length > 0 && wanted.every(predicate => predicate(document))
}

/**
 * The query operators as MongoDB means them, in place of mingo's: over lists, across types, for what is missing, for records whose fields
 * stand in another order.
 */
export const predicates: Readonly<Record<string, Operator>> = {
  $eq: (field, operand) => at(field, true, equals(operand)),
  $ne: (field, operand) => not(at(field, true, equals(operand))),
  $in: (field, operand) => at(field, true, among(Array.isArray(operand) ? operand : [])),
  $nin: (field, operand) => not(at(field, true, among(Array.isArray(operand) ? operand : []))),
  $gt: (field, operand) =>
    at(
      field,
      true,
      compares(operand, order => order > 0),
    ),
  $gte: (field, operand) =>
    at(
      field,
      true,
      compares(operand, order => order >= 0),
    ),
  $lt: (field, operand) =>
    at(
      field,
      true,
      compares(operand, order => order < 0),
    ),
  $lte: (field, operand) =>
    at(
      field,
      true,
      compares(operand, order => order <= 0),
    ),
  $exists: (field, operand) => {
    const there = at(field, false, value => value !== undefined)
    return operand === false || numeric(operand) === 0 || isNothing(operand) ? not(there) : there
  },
  $size: (field, operand) => at(field, false, value => Array.isArray(value) && value.length === operand),
  $type: (field, operand) => {
    const types = typesOf(operand)
    return at(field, true, value => types.has(typeName(value)))
  },
  $mod: (field, operand) => at(field, true, holdsMod(operand)),
  $regex: (field, operand) => at(field, true, operand instanceof RegExp ? matches(operand) : () => false),
  $elemMatch: hasElement,
  $all: hasAll,
}
