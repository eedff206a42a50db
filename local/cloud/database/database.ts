import { randomBytes } from 'node:crypto'
import { commit, duplicate, type Change } from './change'
import type { Catalog } from './catalog'
import type { Clock } from '../clock'
import { refuse } from '../codes'
import { isRecord, readRecord, writeEjson, type Document } from './ejson'
import { find, type Found, type Ground } from '../query/find'
import { idBytes } from '../store/layout'
import { limits } from '../limits'
import type { Locks } from '../transaction/locks'
import { project } from './projection'
import { byId } from './schema'
import type { Meter } from '../stats'
import type { Reader, Store } from '../store/store'
import { isModifier, updated } from './update'
import type { Sort } from '../query/planner'

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

/**
 * Writes what `decide` wants changed, as one: nothing comes between its reading and its writing. Documents that a transaction holds are
 * waited for, and then decided on anew.
 */
export async function change(ledger: Ledger, meter: Meter, decide: (reader: Reader) => Change[]): Promise<Change[]> {
  for (;;) {
    const outcome = await ledger.store.write((writer): { holder: string } | { changes: Change[] } => {
      const changes = decide(writer)
      for (const { collection, id } of changes) {
        const holder = ledger.locks.holder(collection, id)
        if (holder !== undefined) return { holder }
      }
      meter.bytesWritten += commit(changes, writer, ledger.catalog)
      return { changes }
    })
    if ('changes' in outcome) {
      if (outcome.changes.length > 0) ledger.onWrite(outcome.changes)
      return outcome.changes
    }
    await ledger.locks.released(outcome.holder)
  }
}

/** database.insertDocument: one or many, all or none. */
export async function insert(ledger: Ledger, request: Request, meter: Meter): Promise<unknown> {
  const documents = documentsIn(request, ledger.clock.now())
  await change(ledger, meter, reader => insertions(ledger, collectionOf(request), documents, reader, meter))
  return { insertedIds: documents.map(document => document['_id']) }
}

/** The changes that put new documents in a collection. @throws DATABASE_REQUEST_FAILED with E11000 when an `_id` is taken. */
export function insertions(
  ledger: Ledger,
  collection: string,
  documents: Document[],
  reader: Reader,
  meter: Meter,
): Change[] {
  groundOf(ledger, collection, reader, meter)
  const taken = new Set<string>()
  return documents.map(document => {
    const id = idBytes(document['_id'])
    const name = id.toString('latin1')
    if (taken.has(name) || reader.get(collection, id) !== undefined) duplicate(collection, byId, document)
    taken.add(name)
    return { collection, id, before: undefined, after: document }
  })
}

/** The new documents of a request, each with an `_id`. */
export function documentsIn(request: Request, now: number): Document[] {
  const texts: unknown = request['data']
  if (!Array.isArray(texts)) return refuse('INVALID_PARAM', 'data must be a list of documents')
  return texts.map((text: unknown) => {
    const document = readRecord(String(text), now)
    return document['_id'] === undefined ? { _id: randomBytes(16).toString('hex'), ...document } : document
  })
}

/** database.getDocument: by id or by filter, with order, skip, limit and projection. */
export function get(ledger: Ledger, request: Request, meter: Meter, reader: Reader = ledger.store): unknown {
  const collection = collectionOf(request)
  const found = find(
    { collection, filter: filterOf(request, ledger), ...pageOf(request) },
    groundOf(ledger, collection, reader, meter),
  )
  return { list: listOf(found, request, meter) }
}

/** Order, skip and limit of a request. */
export function pageOf(request: Request): { sort: Sort; skip: number; limit: number } {
  const limit = typeof request['limit'] === 'number' ? request['limit'] : limits.page
  return {
    sort: sortOf(readRecord(textOf(request['order']))),
    skip: Number(request['offset'] ?? 0),
    limit: Math.min(limit, limits.longestPage),
  }
}

/** Documents as the SDK reads them, projected. */
export function listOf(found: Found[], request: Request, meter: Meter): string[] {
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

/** An order as the SDK and `$sort` write it. */
export function sortOf(order: Document): Sort {
  return Object.entries(order).map(([field, direction]) => [field, direction === -1 || direction === 'desc' ? -1 : 1])
}

/** database.calculateDocument: how many. */
export function count(ledger: Ledger, request: Request, meter: Meter): unknown {
  const collection = collectionOf(request)
  return {
    total: find({ collection, filter: filterOf(request, ledger) }, groundOf(ledger, collection, ledger.store, meter))
      .length,
  }
}

/** database.modifyDocument: update, set, upsert; one or all that match. */
export async function modify(ledger: Ledger, request: Request, meter: Meter): Promise<unknown> {
  const changes = await change(ledger, meter, reader => modifications(ledger, request, reader, meter))
  const inserted = changes.find(({ before }) => before === undefined)
  return { updated: inserted ? 0 : changes.length, ...(inserted ? { upsert_id: inserted.after?.['_id'] } : {}) }
}

/** The changes that an update means: only documents that really change, as MongoDB counts them. */
export function modifications(ledger: Ledger, request: Request, reader: Reader, meter: Meter): Change[] {
  const collection = collectionOf(request)
  const filter = filterOf(request, ledger)
  const data = readRecord(textOf(request['data']), ledger.clock.now())
  const ground = groundOf(ledger, collection, reader, meter)
  const found = find({ collection, filter, ...(request['multi'] === true ? {} : { limit: 1 }) }, ground)
  if (found.length === 0 && request['upsert'] === true) return [upsertion(collection, filter, data, request)]
  return found.flatMap(({ id, text, document }) => {
    const after = changed(document, data, request['merge'] === true)
    return writeEjson(after) === text ? [] : [{ collection, id, before: document, after }]
  })
}

function changed(document: Document, data: Document, merge: boolean): Document {
  if (isModifier(data)) return updated(document, data)
  return merge ? updated(document, { $set: data }) : { _id: document['_id'], ...data }
}

function upsertion(collection: string, filter: Document, data: Document, request: Request): Change {
  const equal = Object.entries(filter).filter(
    ([field, value]) => !field.startsWith('$') && !(isRecord(value) && isModifier(value)),
  )
  const seed = { _id: randomBytes(16).toString('hex'), ...Object.fromEntries(equal) }
  const after = isModifier(data)
    ? updated(seed, data, true)
    : request['merge'] === true
      ? { ...seed, ...data }
      : { _id: seed['_id'], ...data }
  return { collection, id: idBytes(after['_id']), before: undefined, after }
}

/** database.removeDocument: one or all that match. */
export async function remove(ledger: Ledger, request: Request, meter: Meter): Promise<unknown> {
  return { deleted: (await change(ledger, meter, reader => removals(ledger, request, reader, meter))).length }
}

/** The changes that a removal means. */
export function removals(ledger: Ledger, request: Request, reader: Reader, meter: Meter): Change[] {
  const collection = collectionOf(request)
  const search = { collection, filter: filterOf(request, ledger), ...(request['multi'] === true ? {} : { limit: 1 }) }
  return find(search, groundOf(ledger, collection, reader, meter)).map(({ id, document }) => ({
    collection,
    id,
    before: document,
    after: undefined,
  }))
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
