import { update as mingoUpdate } from 'mingo'
import { messageOf, refuse } from '../codes'
import { isRecord, readEjson, writeEjson, type Document } from './ejson'

/** The update operators of MongoDB that the SDK sends. */
const operators = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$push',
  '$pull',
  '$pullAll',
  '$pop',
  '$addToSet',
  '$rename',
  '$setOnInsert',
])
const onLists = new Set(['$push', '$pull', '$pullAll', '$pop', '$addToSet'])
const onNumbers = new Set(['$inc', '$mul'])

/** Whether the data of a change are update operators, as opposed to a whole document. */
export function isModifier(data: Document): boolean {
  return Object.keys(data).some(key => key.startsWith('$'))
}

/**
 * The document after an update; the one given is left as it was. `inserting` lets `$setOnInsert` apply.
 * @throws INVALID_PARAM where mingo would be laxer than MongoDB, NOT_EMULATED for operators that are not here.
 */
export function updated(document: Document, modifier: Document, inserting = false): Document {
  const copy = copyOf(document)
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!operators.has(operator)) refuse('NOT_EMULATED', `the update operator ${operator} is not emulated`)
    if (!isRecord(fields)) refuse('INVALID_PARAM', `${operator} needs a record of fields`)
    for (const path of Object.keys(fields)) guard(copy, operator, path)
  }
  try {
    apply(copy, modifier, inserting)
  } catch (error) {
    return refuse('DATABASE_REQUEST_FAILED', messageOf(error))
  }
  return copy
}

function apply(document: Document, modifier: Document, inserting: boolean): void {
  const { $setOnInsert, ...rest } = modifier
  const always =
    isRecord($setOnInsert) && inserting
      ? { ...rest, $set: { ...(isRecord(rest['$set']) ? rest['$set'] : {}), ...$setOnInsert } }
      : rest
  const pushed = isRecord(always['$push']) ? Object.keys(always['$push']) : []
  // mingo forgets $slice, $sort and $position when it makes the list, so the list is made first.
  for (const path of pushed)
    if (at(document, path) === undefined) mingoUpdate(document, { $set: { [path]: [] } }, [], {}, { cloneMode: 'deep' })
  mingoUpdate(document, always, [], {}, { cloneMode: 'deep' })
}

// MongoDB's rules that mingo does not keep; messages are MongoDB's own.
function guard(document: Document, operator: string, path: string): void {
  if (path === '_id' || path.startsWith('_id.'))
    refuse('INVALID_PARAM', `Performing an update on the path '${path}' would modify the immutable field '_id'`)
  if (path.split('.').some(part => part.startsWith('$')))
    refuse('NOT_EMULATED', `the positional operator in '${path}' is not emulated`)
  if (operator !== '$unset' && operator !== '$pull' && operator !== '$pullAll') guardParents(document, path)
  const value = at(document, path)
  if (value === undefined) return
  if (onNumbers.has(operator) && typeof value !== 'number') {
    refuse(
      'DATABASE_REQUEST_FAILED',
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${say(document['_id'])}} has the field '${path}' of non-numeric type ${kind(value)}`,
    )
  }
  if (onLists.has(operator) && !Array.isArray(value)) {
    refuse(
      'DATABASE_REQUEST_FAILED',
      `The field '${path}' must be an array but is of type ${kind(value)} in document {_id: ${say(document['_id'])}}`,
    )
  }
}

function guardParents(document: Document, path: string): void {
  const parts = path.split('.')
  let parent: unknown = document
  for (const [i, part] of parts.entries()) {
    const open = Array.isArray(parent) ? /^\d+$/.test(part) : isRecord(parent)
    if (!open)
      refuse(
        'DATABASE_REQUEST_FAILED',
        `Cannot create field '${part}' in element {${parts[i - 1] ?? ''}: ${say(parent)}}`,
      )
    parent = step(parent, part)
    if (parent === undefined) return
  }
}

function at(document: Document, path: string): unknown {
  return path.split('.').reduce<unknown>(step, document)
}

function step(parent: unknown, part: string): unknown {
  if (Array.isArray(parent)) return parent[Number(part)]
  return isRecord(parent) && Object.hasOwn(parent, part) ? parent[part] : undefined
}

function copyOf(document: Document): Document {
  const copy = readEjson(writeEjson(document))
  return isRecord(copy) ? copy : {}
}

function say(value: unknown): string {
  return value === undefined ? '' : writeEjson(value)
}

function kind(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : value instanceof Date ? 'date' : typeof value
}
