import { Query } from 'mingo/query'
import { codeOf, messageOf, refuse } from '../codes'
import { isRecord, numeric, type Document } from '../database/values'
import { dialect } from './dialect'
import { geoOperators } from './geo/condition'
import { predicates } from './predicates'

const lists = new Set(['$in', '$nin', '$all'])
const branches = new Set(['$and', '$or', '$nor'])
const comparing = new Set(['$gt', '$gte', '$lt', '$lte', '$ne'])
const bits = new Set(['$bitsAllSet', '$bitsAllClear', '$bitsAnySet', '$bitsAnyClear'])

/** MongoDB has these and this cloud does not: no text index, no scripts. */
const notHere = new Set(['$text', '$where', '$jsonSchema', '$comment', '$rand', '$sampleRate', '$uniqueDocs'])

/**
 * The check of one document against a filter.
 * @throws DATABASE_REQUEST_FAILED in MongoDB's words for a filter that it would refuse, NOT_EMULATED for operators that are not here
 */
export function testOf(filter: Document, variables: Document = {}): (document: Document) => boolean {
  checkFilter(filter)
  try {
    const query = new Query(filter, { scriptEnabled: false, context: dialect, variables })
    return document => query.test(document)
  } catch (error) {
    if (codeOf(error) !== 'SYS_ERR') throw error
    return refuse('INVALID_PARAM', `the query is not valid: ${messageOf(error)}`)
  }
}

function bad(message: string): never {
  return refuse('DATABASE_REQUEST_FAILED', message)
}

function checkFilter(filter: unknown): void {
  if (!isRecord(filter)) return
  for (const [key, operand] of Object.entries(filter)) {
    if (branches.has(key)) {
      if (!Array.isArray(operand) || operand.length === 0) bad(`${key} must be a nonempty array`)
      if (!operand.every(isRecord)) bad(`$or/$and/$nor entries need to be full objects`)
      operand.forEach(checkFilter)
    } else if (key.startsWith('$') && key !== '$expr') {
      if (notHere.has(key)) refuse('NOT_EMULATED', `the query operator ${key} is not emulated`)
      bad(`unknown top level operator: ${key}`)
    } else if (key !== '$expr' && isOperators(operand)) checkOperators(key, operand)
  }
}

/** Whether a condition is a record of operators; MongoDB lets the first name decide. */
function isOperators(condition: unknown): condition is Document {
  return isRecord(condition) && Object.keys(condition)[0]?.startsWith('$') === true
}

function checkOperators(field: string, condition: Document): void {
  for (const [operator, operand] of Object.entries(condition)) {
    if (geoOperators.has(operator)) continue
    if (notHere.has(operator)) refuse('NOT_EMULATED', `the query operator ${operator} is not emulated`)
    if (!Object.hasOwn(predicates, operator) && operator !== '$not' && operator !== '$options' && !bits.has(operator))
      bad(`unknown operator: ${operator}`)
    checkOperand(field, operator, operand)
  }
}

function checkOperand(field: string, operator: string, operand: unknown): void {
  if (lists.has(operator)) {
    if (!Array.isArray(operand)) bad(`${operator} needs an array`)
    if (operand.some(isOperators) && operator !== '$all') bad(`cannot nest $ under ${operator}`)
    return
  }
  if (comparing.has(operator) && operand instanceof RegExp)
    bad(`Can't have RegEx as arg to predicate over field '${field}'.`)
  if (operator === '$elemMatch') {
    if (!isRecord(operand)) bad('$elemMatch needs an Object')
    if (isOperators(operand) && !Object.keys(operand).some(key => branches.has(key))) checkOperators(field, operand)
    else checkFilter(operand)
  }
  if (operator === '$not') {
    if (!isRecord(operand) && !(operand instanceof RegExp)) bad('$not needs a regex or a document')
    if (isRecord(operand) && Object.keys(operand).length === 0) bad('$not cannot be empty')
    if (isRecord(operand)) checkOperators(field, operand)
  }
  if (operator === '$size' && !(Number.isInteger(operand) && Number(operand) >= 0))
    bad(`Failed to parse $size. Expected a non-negative number in: $size: ${JSON.stringify(operand)}`)
  if (operator === '$mod') checkMod(operand)
}

function checkMod(operand: unknown): void {
  if (!Array.isArray(operand)) return bad('malformed mod, needs to be an array')
  if (operand.length !== 2) bad(`malformed mod, ${operand.length < 2 ? 'not enough' : 'too many'} elements`)
  const divisor = numeric(operand[0])
  if (divisor === undefined || !Number.isFinite(divisor)) bad('malformed mod, divisor not a number')
  if (Math.trunc(divisor ?? 0) === 0) bad('divisor cannot be 0')
}
