import { groundOf, collectionOf, type Ledger, type Request } from '../database/ledger'
import { readEjson, writeEjson } from '../database/ejson'
import { isRecord, type Document } from '../database/values'
import { refuse } from '../codes'
import { find } from '../query/find'
import type { Meter } from '../stats'
import { leading } from './leading'
import { lookup, type Foreign } from './lookup'
import { nearStage } from './near'
import { through, valueOf } from './stages'

/** database.aggregateDocuments (聚合). Leading `$match`, `$sort`, `$skip` and `$limit` are answered by the indexes. */
export function aggregate(ledger: Ledger, request: Request, meter: Meter): unknown {
  const collection = collectionOf(request)
  const documents = run(ledger, meter, collection, stagesOf(request, ledger.clock.now()), {})
  meter.returned += documents.length
  return { list: documents.map(writeEjson) }
}

function stagesOf(request: Request, now: number): Document[] {
  const stages = request['stages']
  if (!Array.isArray(stages)) return refuse('INVALID_PARAM', 'stages must be a list')
  return stages.map((stage: unknown) =>
    isRecord(stage) ? { [String(stage['stageKey'])]: readEjson(String(stage['stageValue']), now) } : {},
  )
}

function run(
  ledger: Ledger,
  meter: Meter,
  collection: string,
  stages: Document[],
  variables: Document,
  given?: Document[],
): Document[] {
  const ground = groundOf(ledger, collection, ledger.store, meter)
  const foreign: Foreign = {
    find: (from, filter) =>
      find({ collection: from, filter }, groundOf(ledger, from, ledger.store, meter)).map(({ document }) => document),
    run: (from, inner, more, documents) => run(ledger, meter, from, inner, { ...variables, ...more }, documents),
    joined: count => void (meter.returned += count),
    valueOf: (document, expression) => valueOf(document, expression, variables),
  }
  let rest = stages
  let documents = given
  const near = stages[0]?.['$geoNear']
  if (near !== undefined && !documents) {
    const { filter, limit, shown } = nearStage(near, ground.indexes)
    documents = find({ collection, filter, limit, variables }, ground).map(shown)
    rest = stages.slice(1)
  } else if (!documents) {
    const { search, used } = leading(collection, stages)
    documents = find({ ...search, variables }, ground).map(({ document }) => document)
    rest = stages.slice(used)
  }
  for (const stage of rest)
    documents = '$lookup' in stage ? lookup(documents, stage['$lookup'], foreign) : through(stage, documents, variables)
  return documents
}
