import { refuse } from '../codes'
import { readEjson, writeEjson } from '../database/ejson'
import { isRecord, typeName, type Document } from '../database/values'
import { sameValue } from '../store/bytes'
import { operators } from './operators'
import { checkConflicts, checkPath, pathsIn } from './paths'
import { placeOf } from './place'
import { rename, targetOf } from './rename'

/** What an update may need to know beside its operators. */
export interface Circumstances {
  /** What found the document: `$` in a path is the element that it matched. */
  filter: Document
  /** Epoch ms. */
  now: number
  /** The document is new, so that `$setOnInsert` applies. */
  inserting?: boolean
}

/** Whether the data of a change are update operators, as opposed to a whole document. */
export function isModifier(data: Document): boolean {
  return Object.keys(data).some(key => key.startsWith('$'))
}

interface Step {
  operator: string
  path: string
  operand: unknown
}

/**
 * The document after an update (更新操作符); the one given is left as it was.
 * @throws DATABASE_REQUEST_FAILED in MongoDB's words, INVALID_PARAM for a changed `_id`, NOT_EMULATED for operators that are not here
 */
export function updated(document: Document, modifier: Document, circumstances: Circumstances): Document {
  const { filter, now, inserting = false } = circumstances
  const steps = stepsOf(modifier)
  const copy = copyOf(document)
  const opened = steps
    .filter(({ operator }) => operator !== '$setOnInsert' || inserting)
    .flatMap(step => pathsIn(copy, step.path, filter).map(path => ({ ...step, path })))
  checkConflicts(
    opened.flatMap(({ operator, path, operand }) => (operator === '$rename' ? [path, String(operand)] : [path])),
  )
  for (const { operator, path, operand } of opened) {
    if (operator === '$rename') rename(copy, path, targetOf(path, operand))
    else operators[operator]?.(placeOf(copy, path), operand, now)
  }
  if (!inserting && !sameValue(copy['_id'], document['_id']))
    refuse('INVALID_PARAM', "Performing an update on the path '_id' would modify the immutable field '_id'")
  return copy
}

function stepsOf(modifier: Document): Step[] {
  const steps = Object.entries(modifier).flatMap(([operator, fields]) => {
    if (!operator.startsWith('$'))
      refuse('DATABASE_REQUEST_FAILED', `Unknown modifier: ${operator}. Expected a valid update modifier`)
    if (!Object.hasOwn(operators, operator) && operator !== '$rename')
      refuse('NOT_EMULATED', `the update operator ${operator} is not emulated`)
    if (!isRecord(fields))
      return refuse(
        'DATABASE_REQUEST_FAILED',
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${writeEjson(fields)}}`,
      )
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }))
  })
  for (const { operator, path, operand } of steps) {
    checkPath(path)
    if (operator === '$rename') targetOf(path, operand)
  }
  return steps
}

function copyOf(document: Document): Document {
  const copy = readEjson(writeEjson(document))
  return isRecord(copy) ? copy : {}
}
