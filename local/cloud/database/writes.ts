import { randomBytes } from 'node:crypto'
import { commit, type Change } from './change'
import { writeEjson, readRecord } from './ejson'
import { collectionOf, filterOf, groundOf, textOf, type Ledger, type Request } from './ledger'
import { isRecord, type Document } from './values'
import { find } from '../query/find'
import type { Meter } from '../stats'
import { idBytes } from '../store/layout'
import type { Reader } from '../store/store'
import { isModifier, updated, type Circumstances } from '../update/update'

/**
 * Writes what `decide` wants changed, as one: nothing comes between its reading and its writing. Documents that a transaction holds are
 * waited for, and then decided on anew.
 */
async function change(ledger: Ledger, meter: Meter, decide: (reader: Reader) => Change[]): Promise<Change[]> {
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
    // No lock is held while waiting, so that nobody waits in a circle.
    await ledger.locks.released(outcome.holder)
  }
}

/** database.modifyDocument: update, set, upsert; one or all that match. */
export async function modify(ledger: Ledger, request: Request, meter: Meter): Promise<unknown> {
  return modified(await change(ledger, meter, reader => modifications(ledger, request, reader, meter)))
}

/** The answer to an update: how many records changed, or the id of the new one. */
export function modified(changes: Change[]): { updated: number; upsert_id?: unknown } {
  const inserted = changes.find(({ before }) => before === undefined)
  return inserted ? { updated: 0, upsert_id: inserted.after?.['_id'] } : { updated: changes.length }
}

/** The changes that an update means: only documents that really change, as MongoDB counts them. */
export function modifications(ledger: Ledger, request: Request, reader: Reader, meter: Meter): Change[] {
  const collection = collectionOf(request)
  const filter = filterOf(request, ledger)
  const now = ledger.clock.now()
  const data = readRecord(textOf(request['data']), now)
  const ground = groundOf(ledger, collection, reader, meter)
  const found = find({ collection, filter, ...(request['multi'] === true ? {} : { limit: 1 }) }, ground)
  const merge = request['merge'] === true
  if (found.length === 0 && request['upsert'] === true) return [upsertion(collection, data, merge, { filter, now })]
  return found.flatMap(({ id, text, document }) => {
    const after = changed(document, data, merge, { filter, now })
    return writeEjson(after) === text ? [] : [{ collection, id, before: document, after }]
  })
}

function changed(document: Document, data: Document, merge: boolean, circumstances: Circumstances): Document {
  if (isModifier(data)) return updated(document, data, circumstances)
  if (merge) return updated(document, { $set: data }, circumstances)
  // The id comes first, as in every stored document, so that the same fields are the same text.
  const { _id: _given, ...fields } = data
  return { _id: document['_id'], ...fields }
}

function upsertion(collection: string, data: Document, merge: boolean, circumstances: Circumstances): Change {
  const equal = Object.entries(circumstances.filter).filter(
    ([field, value]) => !field.startsWith('$') && !(isRecord(value) && isModifier(value)),
  )
  const seed = { _id: randomBytes(16).toString('hex'), ...Object.fromEntries(equal) }
  const after = changed(seed, data, merge, { ...circumstances, inserting: true })
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
