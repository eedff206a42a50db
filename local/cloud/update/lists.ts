import { refuse } from '../codes'
import { isRecord, typeName, type Document } from '../database/values'
import { testOf } from '../query/matcher'
import { sorted } from '../query/order'
import { compareValues, sameValue } from '../store/bytes'
import { sortOf } from '../aggregation/stages'
import { say, type Place } from './place'

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** The list at a place, an empty one where nothing is. @throws DATABASE_REQUEST_FAILED for anything else */
function listAt({ path, value, who }: Place): unknown[] {
  if (value === undefined) return []
  return Array.isArray(value)
    ? value
    : wrong(`The field '${path}' must be an array but is of type ${typeName(value)} in document ${who}`)
}

/** The values that `$push` or `$addToSet` add: those of `$each`, or the one. */
function eachOf(operand: unknown, operator: string): unknown[] {
  if (!isRecord(operand) || !('$each' in operand)) return [operand]
  const { $each } = operand
  return Array.isArray($each)
    ? $each
    : wrong(`The argument to $each in ${operator} must be an array but it was of type: ${typeName($each)}`)
}

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`, done in this order whatever the order they are written in. */
export function push(place: Place, operand: unknown): void {
  const list = [...listAt(place)]
  const added = eachOf(operand, '$push')
  const { $each: _each, $position, $sort, $slice, ...others } = isRecord(operand) && '$each' in operand ? operand : {}
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) wrong(`Unrecognized clause in $push: ${unknown}`)
  list.splice($position === undefined ? list.length : integer($position, '$position'), 0, ...added)
  const ordered = $sort === undefined ? list : inOrder(list, $sort)
  place.put($slice === undefined ? ordered : sliced(ordered, integer($slice, '$slice')))
}

function integer(value: unknown, name: string): number {
  return typeof value === 'number' && Number.isInteger(value)
    ? value
    : wrong(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
}

function sliced(list: unknown[], count: number): unknown[] {
  return count < 0 ? list.slice(count) : list.slice(0, count)
}

function inOrder(list: unknown[], order: unknown): unknown[] {
  if (order === 1 || order === -1) return [...list].sort((a, b) => order * compareValues(a, b))
  if (!isRecord(order))
    return wrong('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields')
  return sorted(list, item => (isRecord(item) ? item : {}), sortOf(order))
}

/** `$addToSet`: what is not there yet, each once. */
export function addToSet(place: Place, operand: unknown): void {
  const list = [...listAt(place)]
  if (isRecord(operand) && '$each' in operand && Object.keys(operand).length > 1)
    wrong(`Found unexpected fields after $each in $addToSet: ${say(operand)}`)
  for (const value of eachOf(operand, '$addToSet')) if (!list.some(item => sameValue(item, value))) list.push(value)
  place.put(list)
}

/** `$pop`: the last element, or with -1 the first. */
export function pop({ path, value, put }: Place, operand: unknown): void {
  if (operand !== 1 && operand !== -1) return wrong(`$pop expects 1 or -1, found: ${say(operand)}`)
  if (value === undefined) return
  if (!Array.isArray(value))
    return wrong(`Path '${path}' contains an element of non-array type '${typeName(value)}': must be an array`)
  put(operand === 1 ? value.slice(0, -1) : value.slice(1))
}

/** `$pull`: every element that meets a condition, or equals a value. */
export function pull(place: Place, operand: unknown): void {
  const meets = meetsOf(operand)
  without(place, '$pull', meets)
}

/** `$pullAll`: every element that equals one of these values. */
export function pullAll(place: Place, operand: unknown): void {
  if (!Array.isArray(operand)) return wrong(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  without(place, '$pullAll', item => operand.some(value => sameValue(item, value)))
}

function without({ value, put }: Place, operator: string, meets: (item: unknown) => boolean): void {
  if (value === undefined) return
  if (!Array.isArray(value)) return wrong(`Cannot apply ${operator} to a non-array value: must be an array`)
  put(value.filter(item => !meets(item)))
}

function meetsOf(operand: unknown): (item: unknown) => boolean {
  if (operand instanceof RegExp) return item => typeof item === 'string' && operand.test(item)
  if (!isRecord(operand)) return item => sameValue(item, operand)
  const operators = Object.keys(operand).some(name => name.startsWith('$'))
  const test = testOf(operators ? { it: operand } : operand)
  return item => (operators ? test({ it: item }) : isRecord(item) && test(item satisfies Document))
}
