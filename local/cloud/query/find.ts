import { Query } from 'mingo'
import type { Index } from '../../../domain/schema'
import { refuse } from '../codes'
import { isRecord, readRecord, type Document } from '../database/ejson'
import { combine } from '../store/keys'
import type { Step } from '../store/layout'
import { planFor, type Lists, type Plan, type Sort, type Stretch } from './planner'
import type { Reader } from '../store/store'

/** What a search costs, as MongoDB's explain would say it. */
export interface Cost {
  /** Documents read. */
  examined: number
  bytesRead: number
  /** The indexes walked. */
  indexes: string[]
}

/** A document found, with its text as the store keeps it. */
export interface Found {
  id: Buffer
  text: string
  document: Document
}

/** What is looked for. */
export interface Search {
  collection: string
  filter: Document
  sort?: Sort
  skip?: number
  limit?: number
}

/** What a search needs to know of its collection, and what to do about a filter that no index serves. */
export interface Ground {
  reader: Reader
  indexes: readonly Index[]
  lists: Lists
  unindexed(collection: string, fields: string[]): void
  cost: Cost
}

/** Finds documents, by the best index, checking each against the whole filter. @throws UNINDEXED_QUERY where that is the rule. */
export function find(search: Search, ground: Ground): Found[] {
  const { collection, filter, sort = [], skip = 0, limit = Infinity } = search
  const plan = planFor(filter, sort, ground.indexes, ground.lists)
  if (plan.worth === 0)
    ground.unindexed(collection, [...Object.keys(filter), ...sort.map(([field]) => `(sorted by ${field})`)])
  for (const { index } of plan.stretches) if (!ground.cost.indexes.includes(index)) ground.cost.indexes.push(index)
  const fits = testOf(filter)
  const found: Found[] = []
  const enough = plan.ordered ? skip + limit : Infinity
  if (enough === 0) return found
  for (const id of idsOf(collection, plan, ground.reader)) {
    const text = ground.reader.get(collection, id)
    if (text === undefined) continue
    ground.cost.examined++
    ground.cost.bytesRead += text.length
    const document = readRecord(text)
    if (!fits(document)) continue
    found.push({ id, text, document })
    if (found.length >= enough) break
  }
  if (!plan.ordered) sortFound(found, sort)
  return found.slice(skip, skip + limit)
}

/** The query operators that the SDK sends and that are emulated. */
const operators = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$and',
  '$or',
  '$nor',
  '$not',
  '$exists',
  '$mod',
  '$all',
  '$elemMatch',
  '$size',
  '$regex',
  '$options',
  '$expr',
  '$type',
])

function refuseUnknown(filter: unknown): void {
  if (Array.isArray(filter)) return filter.forEach(refuseUnknown)
  if (!isRecord(filter)) return
  for (const [key, operand] of Object.entries(filter)) {
    if (key.startsWith('$') && !operators.has(key)) refuse('NOT_EMULATED', `the query operator ${key} is not emulated`)
    if (key !== '$expr' && key !== '$eq' && key !== '$in') refuseUnknown(operand)
  }
}

/** The check of one document against a filter. @throws INVALID_PARAM for a filter that is none, NOT_EMULATED for operators that are not here */
export function testOf(filter: Document): (document: Document) => boolean {
  refuseUnknown(filter)
  try {
    const query = new Query(filter, { scriptEnabled: false })
    return document => query.test(document)
  } catch (error) {
    return refuse('INVALID_PARAM', `the query is not valid: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function* idsOf(collection: string, plan: Plan, reader: Reader): Iterable<Buffer> {
  const seen = new Set<string>()
  const steps =
    plan.ordered && plan.stretches.length > 1
      ? merged(collection, plan.stretches, reader)
      : joined(collection, plan.stretches, reader)
  for (const { id } of steps) {
    if (plan.repeats) {
      const name = id.toString('latin1')
      if (seen.has(name)) continue
      seen.add(name)
    }
    yield id
  }
}

function* joined(collection: string, stretches: Stretch[], reader: Reader): Iterable<Step> {
  for (const { index, range } of stretches) yield* reader.walk(collection, index, range)
}

/** Walks all stretches at once and yields the smallest (or, backward, the greatest) moving part first. */
function* merged(collection: string, stretches: Stretch[], reader: Reader): Iterable<Step> {
  const sign = stretches[0]?.range.reverse ? -1 : 1
  const heads: { walk: Iterator<Step>; step: Step; prefix: number }[] = []
  try {
    for (const { index, range, prefix } of stretches) {
      const walk = reader.walk(collection, index, range)[Symbol.iterator]()
      const next = walk.next()
      if (!next.done) heads.push({ walk, step: next.value, prefix })
    }
    while (heads.length > 0) {
      const head = heads.reduce((first, other) =>
        sign * Buffer.compare(other.step.key.subarray(other.prefix), first.step.key.subarray(first.prefix)) < 0
          ? other
          : first,
      )
      yield head.step
      const next = head.walk.next()
      if (next.done) heads.splice(heads.indexOf(head), 1)
      else head.step = next.value
    }
  } finally {
    for (const { walk } of heads) walk.return?.()
  }
}

/** Sorts as an index would: by bytes, the smallest element of a list standing for the list. */
function sortFound(found: Found[], sort: Sort): void {
  if (sort.length === 0) return
  const keys = new Map(
    found.map(one => [
      one,
      combine(one.document, Object.fromEntries(sort)).keys.reduce((a, b) => (Buffer.compare(b, a) < 0 ? b : a)),
    ]),
  )
  const nothing = Buffer.alloc(0)
  found.sort((a, b) => Buffer.compare(keys.get(a) ?? nothing, keys.get(b) ?? nothing))
}
