import { Aggregator } from 'mingo'
import { messageOf, refuse } from '../codes'
import { isRecord, readEjson, writeEjson, type Document } from './ejson'
import { find, type Ground, type Search } from '../query/find'
import { collectionOf, groundOf, sortOf, type Ledger, type Request } from './database'
import type { Meter } from '../stats'

/** The stages that the SDK can send and that are emulated. */
const known = new Set([
  '$match',
  '$project',
  '$addFields',
  '$group',
  '$sort',
  '$limit',
  '$skip',
  '$unwind',
  '$lookup',
  '$sortByCount',
  '$count',
  '$sample',
  '$bucket',
  '$bucketAuto',
  '$replaceRoot',
])

/**
 * database.aggregateDocuments (聚合). Leading `$match`, `$sort`, `$skip` and `$limit` are answered by the indexes, the rest by mingo.
 * @throws NOT_EMULATED for other stages
 */
export function aggregate(ledger: Ledger, request: Request, meter: Meter): unknown {
  const collection = collectionOf(request)
  const stages = stagesOf(request, ledger.clock.now())
  const ground = groundOf(ledger, collection, ledger.store, meter)
  const { search, used } = leading(collection, stages)
  let documents = find(search, ground).map(({ document }) => document)
  for (const stage of stages.slice(used)) documents = through(stage, documents, ledger, meter)
  meter.returned += documents.length
  return { list: documents.map(writeEjson) }
}

function stagesOf(request: Request, now: number): Document[] {
  const stages = request['stages']
  if (!Array.isArray(stages)) return refuse('INVALID_PARAM', 'stages must be a list')
  return stages.map((stage: unknown) => {
    const name = isRecord(stage) ? String(stage['stageKey']) : ''
    if (!known.has(name)) refuse('NOT_EMULATED', `the aggregation stage ${name} is not emulated`)
    return { [name]: readEjson(isRecord(stage) ? String(stage['stageValue']) : '', now) }
  })
}

/** As many of the first stages as one search can answer: matches, then at most one sort, one skip and one limit. */
function leading(collection: string, stages: Document[]): { search: Search; used: number } {
  const search: Search = { collection, filter: {} }
  const matches: Document[] = []
  let used = 0
  for (const stage of stages) {
    const { $match, $sort, $skip, $limit } = stage
    const paged = search.skip !== undefined || search.limit !== undefined
    if (isRecord($match) && search.sort === undefined && !paged) matches.push($match)
    else if (isRecord($sort) && search.sort === undefined && !paged) search.sort = sortOf($sort)
    else if (typeof $skip === 'number' && !paged) search.skip = $skip
    else if (typeof $limit === 'number' && search.limit === undefined) search.limit = $limit
    else break
    used++
  }
  search.filter = matches.length === 1 ? (matches[0] ?? {}) : matches.length > 1 ? { $and: matches } : {}
  return { search, used }
}

function through(stage: Document, documents: Document[], ledger: Ledger, meter: Meter): Document[] {
  // MongoDB counts nothing as no row at all.
  if ('$count' in stage && documents.length === 0) return []
  const lookup = stage['$lookup']
  const joined = isRecord(lookup) ? foreign(lookup, documents, ledger, meter) : []
  try {
    return new Aggregator([stage], { scriptEnabled: false, collectionResolver: () => joined }).run<Document>(documents)
  } catch (error) {
    return refuse('DATABASE_REQUEST_FAILED', `${Object.keys(stage).join()}: ${messageOf(error)}`)
  }
}

/** The documents that a join may need: by the index of `foreignField`, or all of them (a query that no index serves). */
function foreign(lookup: Document, documents: Document[], ledger: Ledger, meter: Meter): Document[] {
  const collection = String(lookup['from'])
  const ground: Ground = groundOf(ledger, collection, ledger.store, meter)
  const { localField, foreignField } = lookup
  if (typeof localField === 'string' && typeof foreignField === 'string') {
    const values = documents.flatMap(document => valuesAt(document, localField.split('.')))
    const wanted = [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
    return find({ collection, filter: { [foreignField]: { $in: wanted } } }, ground).map(({ document }) => document)
  }
  ledger.unindexed(collection, ['$lookup with a pipeline'])
  return find({ collection, filter: {} }, ground).map(({ document }) => document)
}

function valuesAt(value: unknown, path: string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap(item => valuesAt(item, path))
  const [field, ...rest] = path
  if (field === undefined) return [value ?? null]
  return valuesAt(isRecord(value) ? value[field] : undefined, rest)
}
