import { readRecord, writeEjson } from './ejson'
import { collectionOf, filterOf, groundOf, textOf, type Ledger, type Request } from './ledger'
import { project } from './projection'
import type { Document } from './values'
import { limits } from '../limits'
import { find } from '../query/find'
import type { Found } from '../query/ground'
import type { Sort } from '../query/planner'
import type { Meter } from '../stats'
import type { Reader } from '../store/store'

/** database.getDocument: by id or by filter, with order, skip, limit and projection. */
export function get(ledger: Ledger, request: Request, meter: Meter, reader: Reader = ledger.store): unknown {
  const collection = collectionOf(request)
  const found = find(
    { collection, filter: filterOf(request, ledger), ...pageOf(request) },
    groundOf(ledger, collection, reader, meter),
  )
  return { list: listOf(found, request, meter) }
}

function pageOf(request: Request): { sort: Sort; skip: number; limit: number } {
  const limit = typeof request['limit'] === 'number' ? request['limit'] : limits.page
  return {
    sort: orderOf(readRecord(textOf(request['order']))),
    skip: Number(request['offset'] ?? 0),
    limit: Math.min(limit, limits.longestPage),
  }
}

/** Documents as the SDK reads them, projected. */
function listOf(found: Found[], request: Request, meter: Meter): string[] {
  const projection = textOf(request['projection'])
  const list =
    projection === undefined
      ? found.map(({ text }) => text)
      : project(
          found.map(({ document }) => document),
          readRecord(projection),
        ).map(writeEjson)
  meter.returned += list.length
  return list
}

function orderOf(order: Document): Sort {
  return Object.entries(order).map(([field, direction]) => [field, direction === -1 || direction === 'desc' ? -1 : 1])
}

/** database.calculateDocument: how many. */
export function count(ledger: Ledger, request: Request, meter: Meter): unknown {
  const collection = collectionOf(request)
  const ground = groundOf(ledger, collection, ledger.store, meter)
  return { total: find({ collection, filter: filterOf(request, ledger) }, ground).length }
}
