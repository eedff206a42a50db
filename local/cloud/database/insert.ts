import { randomBytes } from 'node:crypto'
import { duplicate, type Change } from './change'
import { refuse } from '../codes'
import { readRecord } from './ejson'
import { inOrder, type Deed } from './in-order'
import { collectionOf, groundOf, type Ledger, type Request } from './ledger'
import { byId } from './schema'
import type { Document } from './values'
import type { Meter } from '../stats'
import { idBytes } from '../store/layout'
import type { Reader, Writer } from '../store/store'

/**
 * database.insertDocument: one or many, in order.
 * @throws DATABASE_REQUEST_FAILED with E11000 when an `_id` or a unique key is taken
 */
export async function insert(ledger: Ledger, request: Request, meter: Meter): Promise<unknown> {
  const documents = documentsIn(request, ledger.clock.now())
  const collection = collectionOf(request)
  const deeds = (writer: Writer): Deed[] =>
    documents.map(document => ({
      collection,
      id: idBytes(document['_id']),
      change: () => insertions(ledger, collection, [document], writer, meter)[0],
    }))
  await inOrder(ledger, meter, deeds)
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
