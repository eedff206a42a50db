import { aggregate } from '../aggregation/aggregate'
import { refuse } from '../codes'
import { insert } from './insert'
import { collectionOf, type Ledger, type Request } from './ledger'
import { count, get } from './reads'
import { modify, remove } from './writes'
import type { Meter } from '../stats'

/** Answers one action of the database: the `data` of the reply. */
export type Answer = (ledger: Ledger, request: Request, meter: Meter) => unknown

const answers: Record<string, Answer> = {
  'database.insertDocument': insert,
  'database.getDocument': get,
  'database.modifyDocument': modify,
  'database.removeDocument': remove,
  'database.calculateDocument': count,
  'database.aggregateDocuments': aggregate,
  'database.addCollection': addCollection,
}

/** Answers a request to the database by its action. @throws NOT_EMULATED for actions that are not here. */
export function answerDatabase(ledger: Ledger, action: string, request: Request, meter: Meter): unknown {
  const answer = Object.hasOwn(answers, action) ? answers[action] : undefined
  if (!answer) return refuse('NOT_EMULATED', `the action ${action} is not emulated`)
  return answer(ledger, request, meter)
}

async function addCollection(ledger: Ledger, request: Request): Promise<unknown> {
  const name = collectionOf(request)
  if (ledger.catalog.has(name))
    refuse('DATABASE_COLLECTION_EXIST', `[DATABASE_COLLECTION_ALREADY_EXIST] Table exist: ${name}`)
  await ledger.catalog.create(name)
  return {}
}
