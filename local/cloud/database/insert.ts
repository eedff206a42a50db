import { randomBytes } from 'node:crypto'
import { commit, duplicate, type Change } from './change'
import { codeOf, refuse } from '../codes'
import { readRecord } from './ejson'
import { collectionOf, groundOf, type Ledger, type Request } from './ledger'
import { byId } from './schema'
import type { Document } from './values'
import type { Meter } from '../stats'
import { idBytes } from '../store/layout'
import type { Reader, Writer } from '../store/store'

/**
 * database.insertDocument: one or many, in order. As in MongoDB those before the first that fails are kept; documents that a transaction
 * holds are waited for.
 * @throws DATABASE_REQUEST_FAILED with E11000 when an `_id` or a unique key is taken
 */
export async function insert(ledger: Ledger, request: Request, meter: Meter): Promise<unknown> {
  const documents = documentsIn(request, ledger.clock.now())
  const collection = collectionOf(request)
  for (;;) {
    const { holder, kept, failure } = await ledger.store.write(writer =>
      insertInOrder(ledger, collection, documents, writer, meter),
    )
    if (kept.length > 0) ledger.onWrite(kept)
    if (failure !== undefined) throw failure
    if (holder === undefined) return { insertedIds: documents.map(document => document['_id']) }
    await ledger.locks.released(holder)
  }
}

/** Nothing is written while a transaction holds one of the documents; a refusal ends the rest. */
function insertInOrder(
  ledger: Ledger,
  collection: string,
  documents: Document[],
  writer: Writer,
  meter: Meter,
): { holder?: string; kept: Change[]; failure?: unknown } {
  const kept: Change[] = []
  for (const document of documents) {
    const holder = ledger.locks.holder(collection, idBytes(document['_id']))
    if (holder !== undefined) return { holder, kept }
  }
  for (const document of documents) {
    try {
      const changes = insertions(ledger, collection, [document], writer, meter)
      meter.bytesWritten += commit(changes, writer, ledger.catalog)
      kept.push(...changes)
    } catch (error) {
      if (codeOf(error) === 'SYS_ERR') throw error
      return { kept, failure: error }
    }
  }
  return { kept }
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
