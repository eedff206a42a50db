import { isRecord, type Document } from '../database/values'
import type { Search } from '../query/ground'
import { checkMatch, checkPage, sortOf } from './stages'

/** As many of the first stages as one search can answer: matches, then at most one sort, one skip and one limit. */
export function leading(collection: string, stages: readonly Document[]): { search: Search; used: number } {
  const search: Search = { collection, filter: {} }
  const matches: Document[] = []
  let used = 0
  for (const stage of stages) {
    const { $match, $sort, $skip, $limit } = stage
    const paged = search.skip !== undefined || search.limit !== undefined
    if ('$match' in stage && search.sort === undefined && !paged) matches.push(checkMatch($match))
    else if (isRecord($sort) && search.sort === undefined && !paged) search.sort = sortOf($sort)
    else if ('$skip' in stage && !paged) search.skip = checkPage('$skip', $skip)
    else if ('$limit' in stage && search.limit === undefined) search.limit = checkPage('$limit', $limit)
    else break
    used++
  }
  search.filter = matches.length === 1 ? (matches[0] ?? {}) : matches.length > 1 ? { $and: matches } : {}
  return { search, used }
}
