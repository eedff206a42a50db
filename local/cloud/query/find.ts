import { findNear } from './find-near'
import { demandsOf } from './geo/demand'
import { noteIndex, readOne, type Fits, type Found, type Ground, type Search } from './ground'
import { testOf } from './matcher'
import { sorted } from './order'
import { planFor, type Plan } from './planner'
import { idsOf } from './walk'

/**
 * Finds documents, by the best index, checking each against the whole filter. Near a place (附近) the nearest come first, unless another
 * order is asked for.
 * @throws UNINDEXED_QUERY where that is the rule, DATABASE_REQUEST_FAILED for what MongoDB refuses
 */
export function find(search: Search, ground: Ground): Found[] {
  const { collection, filter, sort = [], skip = 0, limit = Infinity } = search
  const fits = testOf(filter, search.variables)
  const demands = demandsOf(filter, ground.indexes)
  if (skip + limit === 0) return []
  const enough = sort.length === 0 ? skip + limit : Infinity
  if (demands[0]?.near) return page(take(findNear(search, demands[0], ground, fits), enough), search)
  const plan = planFor(filter, sort, ground.indexes, ground.lists, demands, search.variables)
  if (plan.worth === 0)
    ground.unindexed(collection, [...Object.keys(filter), ...sort.map(([field]) => `(sorted by ${field})`)])
  for (const { index } of plan.stretches) noteIndex(ground, index)
  const found = take(readAll(collection, plan, ground, fits), plan.ordered ? skip + limit : Infinity)
  return plan.ordered ? found.slice(skip) : page(found, search)
}

function page(found: Found[], { sort = [], skip = 0, limit = Infinity }: Search): Found[] {
  return sorted(found, ({ document }) => document, sort).slice(skip, skip + limit)
}

function take(found: Iterable<Found>, enough: number): Found[] {
  const taken: Found[] = []
  for (const one of found) {
    taken.push(one)
    if (taken.length >= enough) break
  }
  return taken
}

function* readAll(collection: string, plan: Plan, ground: Ground, fits: Fits): Iterable<Found> {
  for (const id of idsOf(collection, plan, ground.reader)) {
    const found = readOne(collection, id, ground, fits)
    if (found) yield found
  }
}
