import type { Change } from './change'
import type { Catalog } from './catalog'
import type { Clock } from '../clock'
import { refuse } from '../codes'
import { readRecord } from './ejson'
import type { Document } from './values'
import type { Ground } from '../query/ground'
import type { Locks } from '../transaction/locks'
import type { Meter } from '../stats'
import type { Reader, Store } from '../store/store'

/** A request to the database, as the SDK sends it. */
export type Request = Readonly<Record<string, unknown>>

/** What the database's actions share. */
export interface Ledger {
  store: Store
  catalog: Catalog
  clock: Clock
  locks: Locks
  /** Refuses, or warns of, a query that no index serves. */
  unindexed(collection: string, fields: string[]): void
  /** Told of every write once it is on disk. */
  onWrite(changes: Change[]): void
}

/** The ground for a search in a collection, by what `reader` sees. @throws DATABASE_COLLECTION_NOT_EXIST */
export function groundOf(ledger: Ledger, collection: string, reader: Reader, meter: Meter): Ground {
  if (!ledger.catalog.has(collection))
    refuse('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collection}. Please check your request`)
  return {
    reader,
    indexes: ledger.catalog.indexes(collection),
    lists: ledger.catalog.lists(collection),
    unindexed: ledger.unindexed,
    cost: meter,
  }
}

/** The collection that a request names. @throws INVALID_PARAM */
export function collectionOf(request: Request): string {
  const name = request['collectionName']
  return typeof name === 'string' && /^[\w-]+$/.test(name)
    ? name
    : refuse('INVALID_PARAM', 'collectionName is not a name')
}

/** The filter of a request. */
export function filterOf(request: Request, ledger: Ledger): Document {
  return readRecord(textOf(request['query']), ledger.clock.now())
}

/** A text, if it is one: the SDK sends extended JSON inside JSON. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
