import { Aggregator } from 'mingo/aggregator'
import { codeOf, messageOf, refuse } from '../codes'
import { isRecord, type Document } from '../database/values'
import { dialect } from '../query/dialect'
import { testOf } from '../query/matcher'
import { sorted } from '../query/order'
import type { Sort } from '../query/planner'
import { bucketsOf, outputOf } from './bucket'
import { checkExpressions } from './expressions'
import { unwind } from './unwind'

type Stage = (documents: Document[], operand: unknown, variables: Document) => Document[]

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** The stages that mingo runs as MongoDB does. */
const asIs = ['$project', '$addFields', '$group', '$sortByCount', '$bucketAuto', '$replaceRoot']

const stages: Readonly<Record<string, Stage>> = {
  ...Object.fromEntries(asIs.map(name => [name, throughMingo(name)])),
  $match: (documents, operand, variables) => documents.filter(testOf(checkMatch(operand), variables)),
  $sort: (documents, operand) => sorted(documents, document => document, sortOf(operand)),
  $skip: (documents, operand) => documents.slice(checkPage('$skip', operand)),
  $limit: (documents, operand) => documents.slice(0, checkPage('$limit', operand)),
  $unwind: unwind,
  $count: count,
  $sample: sample,
  $bucket: bucket,
  $geoNear: () => wrong('$geoNear is only valid as the first stage in a pipeline.'),
}

/** Runs one stage. @throws NOT_EMULATED for stages that the SDK cannot send and that are not here */
export function through(stage: Document, documents: Document[], variables: Document): Document[] {
  const [name = '', ...more] = Object.keys(stage)
  if (more.length > 0) wrong('A pipeline stage specification object must contain exactly one field.')
  const answer = Object.hasOwn(stages, name) ? stages[name] : undefined
  if (!answer) return refuse('NOT_EMULATED', `the aggregation stage ${name} is not emulated`)
  return answer(documents, stage[name], variables)
}

/** The value of an expression over a document. */
export function valueOf(document: Document, expression: unknown, variables: Document): unknown {
  return throughMingo('$project')([document], { _id: 0, value: expression }, variables)[0]?.['value']
}

function throughMingo(name: string): Stage {
  return (documents, operand, variables) => {
    checkExpressions(operand)
    try {
      const options = { scriptEnabled: false, context: dialect, variables }
      return new Aggregator([{ [name]: operand }], options).run<Document>(documents)
    } catch (error) {
      if (codeOf(error) !== 'SYS_ERR') throw error
      return wrong(`${name}: ${messageOf(error)}`)
    }
  }
}

/** Each at most once, in any order; mingo's own may draw one twice. */
function sample(documents: Document[], operand: unknown): Document[] {
  const size = isRecord(operand) ? operand['size'] : undefined
  if (typeof size !== 'number' || !(size >= 1)) return wrong('size argument to $sample must be a positive integer')
  const drawn = documents.map(document => ({ document, lot: Math.random() }))
  return drawn
    .sort((a, b) => a.lot - b.lot)
    .slice(0, size)
    .map(({ document }) => document)
}

function bucket(documents: Document[], operand: unknown, variables: Document): Document[] {
  const asked = isRecord(operand) ? operand : {}
  const buckets = bucketsOf(asked, documents, document => valueOf(document, asked['groupBy'], variables))
  return buckets.flatMap(({ id, documents: those }) =>
    through({ $group: { _id: { $literal: id }, ...outputOf(asked) } }, those, variables),
  )
}

function count(documents: Document[], operand: unknown): Document[] {
  if (typeof operand !== 'string' || operand === '') return wrong('the count field must be a non-empty string')
  if (operand.startsWith('$') || operand.includes('.'))
    wrong(`the count field cannot be a $-prefixed path or contain '.'`)
  // MongoDB counts nothing as no row at all.
  return documents.length === 0 ? [] : [{ [operand]: documents.length }]
}

/** The filter of a `$match`. @throws DATABASE_REQUEST_FAILED for none, and for nearness, which only `$geoNear` answers */
export function checkMatch(operand: unknown): Document {
  if (!isRecord(operand)) return wrong('the match filter must be an expression in an object')
  if (/"\$near(Sphere)?":/.test(JSON.stringify(operand)))
    wrong('$geoNear, $near, and $nearSphere are not allowed in this context')
  return operand
}

/** The number of a `$skip` or `$limit`. @throws DATABASE_REQUEST_FAILED */
export function checkPage(name: '$skip' | '$limit', operand: unknown): number {
  const least = name === '$limit' ? 1 : 0
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < least)
    return wrong(
      name === '$limit' && operand === 0
        ? 'the limit must be positive'
        : `invalid argument to ${name} stage: Expected a non-negative number in: ${name}: ${JSON.stringify(operand)}`,
    )
  return operand
}

/** The order of a `$sort`. @throws DATABASE_REQUEST_FAILED */
export function sortOf(operand: unknown): Sort {
  if (!isRecord(operand)) return wrong('the $sort key specification must be an object')
  const keys = Object.entries(operand)
  if (keys.length === 0) wrong('$sort stage must have at least one sort key')
  return keys.map(([field, direction]) => {
    if (direction !== 1 && direction !== -1)
      return wrong('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return [field, direction]
  })
}
