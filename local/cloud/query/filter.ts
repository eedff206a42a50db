import { isRecord, isTyped, type Document } from '../database/values'

/** One end of a comparison. */
export interface Bound {
  value: unknown
  inclusive: boolean
}

/** What a filter asks of one field, as far as an index can help: equal to one of `values`, or between two bounds. */
export interface Constraint {
  values?: unknown[]
  low?: Bound
  high?: Bound
}

/** A filter taken apart: nested `$and` made flat, `$or` kept beside it. */
export interface Conditions {
  fields: Map<string, Constraint>
  /** The fields that the filter names, for telling people about a missing index. */
  named: Set<string>
  ors: Document[][]
  /** What `$expr` wants equal; on a list it would be the whole list, which an index does not hold. */
  whole: Map<string, unknown[]>
}

/** Takes a filter apart; `variables` are what a join defines for `$expr`. What an index cannot help with is left to the check of each document. */
export function conditionsOf(filter: Document, variables: Document = {}): Conditions {
  const conditions: Conditions = { fields: new Map(), named: new Set(), ors: [], whole: new Map() }
  takeApart(filter, conditions)
  equalIn(filter['$expr'], variables, conditions.whole)
  return conditions
}

function takeApart(filter: Document, conditions: Conditions): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' || field === '$or' || field === '$nor') {
      const branches = Array.isArray(condition) ? condition.filter(isRecord) : []
      if (field === '$and') for (const branch of branches) takeApart(branch, conditions)
      else if (field === '$or') conditions.ors.push(branches)
      for (const branch of field === '$and' ? [] : branches)
        for (const name of conditionsOf(branch).named) conditions.named.add(name)
    } else {
      conditions.named.add(field)
      if (!field.startsWith('$')) constrain(conditions, field, condition)
    }
  }
}

/** `{ $eq: ['$field', value] }`, also inside `$and`, where the value is plain or a variable. */
function equalIn(expression: unknown, variables: Document, whole: Conditions['whole']): void {
  if (!isRecord(expression)) return
  const { $and, $eq } = expression
  if (Array.isArray($and)) for (const part of $and) equalIn(part, variables, whole)
  if (!Array.isArray($eq)) return
  for (const [field, other] of [$eq, [...$eq].reverse()]) {
    if (typeof field !== 'string' || !/^\$[^$]/.test(field)) continue
    const value: unknown =
      typeof other === 'string' && other.startsWith('$$') && Object.hasOwn(variables, other.slice(2))
        ? variables[other.slice(2)]
        : other
    if (isKey(value) && !(typeof value === 'string' && value.startsWith('$'))) whole.set(field.slice(1), [value])
  }
}

function constrain(conditions: Conditions, field: string, condition: unknown): void {
  if (!isOperators(condition)) {
    if (isKey(condition)) narrow(conditions, field, { values: [condition] })
    return
  }
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$eq' && isKey(operand)) narrow(conditions, field, { values: [operand] })
    else if (operator === '$in' && Array.isArray(operand) && operand.every(isKey))
      narrow(conditions, field, { values: operand })
    else if (operator === '$exists' && operand === false) narrow(conditions, field, { values: [null] })
    else if (operator === '$all' && Array.isArray(operand) && isScalar(operand[0]))
      narrow(conditions, field, { values: [operand[0]] })
    else if (operator === '$elemMatch' && isRecord(operand)) inElement(conditions, field, operand)
    else if (operand === null || !isScalar(operand)) continue
    else if (operator === '$gt' || operator === '$gte')
      narrow(conditions, field, { low: { value: operand, inclusive: operator === '$gte' } })
    else if (operator === '$lt' || operator === '$lte')
      narrow(conditions, field, { high: { value: operand, inclusive: operator === '$lte' } })
  }
}

function inElement(conditions: Conditions, field: string, operand: Document): void {
  for (const [inner, condition] of Object.entries(operand)) {
    if (inner.startsWith('$')) constrain(conditions, field, { [inner]: condition })
    else constrain(conditions, `${field}.${inner}`, condition)
  }
}

// Two demands on one field are not intersected: on a list different elements may meet them. Any one of them alone is right.
function narrow(conditions: Conditions, field: string, more: Constraint): void {
  const known = conditions.fields.get(field) ?? {}
  if (more.values && (!known.values || more.values.length < known.values.length)) known.values = more.values
  if (more.low) known.low ??= more.low
  if (more.high) known.high ??= more.high
  conditions.fields.set(field, known)
}

function isOperators(condition: unknown): condition is Document {
  return isRecord(condition) && Object.keys(condition)[0]?.startsWith('$') === true
}

/** What an index can be asked for by its bytes: also ObjectIds and the like. */
function isKey(value: unknown): boolean {
  return isScalar(value) || isTyped(value)
}

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof Date
  )
}
