import { randomBytes } from 'node:crypto'
import { refuse } from '../codes'
import type { Change } from './change'
import { inOrder, type Deed } from './in-order'
import { writeEjson, readRecord } from './ejson'
import { collectionOf, filterOf, groundOf, textOf, type Ledger, type Request } from './ledger'
import { isRecord, type Document } from './values'
import { find } from '../query/find'
import type { Meter } from '../stats'
import { idBytes } from '../store/layout'
import type { Reader } from '../store/store'
import { isModifier, updated, type Circumstances } from '../update/update'

/** database.modifyDocument: update, set, upsert; one or all that match. */
export async function modify(ledger: Ledger, request: Request, meter: Meter): Promise<unknown> {
  return modified(await inOrder(ledger, meter, reader => modifying(ledger, request, reader, meter)))
}

/** The answer to an update: how many records changed, or the id of the new one. */
export function modified(changes: Change[]): { updated: number; upsert_id?: unknown } {
  const inserted = changes.find(({ before }) => before === undefined)
  return inserted ? { updated: 0, upsert_id: inserted.after?.['_id'] } : { updated: changes.length }
}

/** The changes that an update means. @throws for the first document that MongoDB would refuse to change so */
export function modifications(ledger: Ledger, request: Request, reader: Reader, meter: Meter): Change[] {
  return modifying(ledger, request, reader, meter).flatMap(deed => deed.change() ?? [])
}

/** Document by document what an update does: only what really changes, as MongoDB counts it. */
function modifying(ledger: Ledger, request: Request, reader: Reader, meter: Meter): Deed[] {
  const collection = collectionOf(request)
  const filter = filterOf(request, ledger)
  const now = ledger.clock.now()
  const data = readRecord(textOf(request['data']), now)
  const ground = groundOf(ledger, collection, reader, meter)
  const found = find({ collection, filter, ...(request['multi'] === true ? {} : { limit: 1 }) }, ground)
  const merge = request['merge'] === true
  if (found.length === 0 && request['upsert'] === true) {
    const made = upsertion(collection, data, merge, { filter, now })
    return [{ collection, id: made.id, change: () => made }]
  }
  return found.map(({ id, text, document }) => ({
    collection,
    id,
    change() {
      const after = changed(document, data, merge, { filter, now })
      return writeEjson(after) === text ? undefined : { collection, id, before: document, after }
    },
  }))
}

function changed(document: Document, data: Document, merge: boolean, circumstances: Circumstances): Document {
  if (isModifier(data)) return updated(document, data, circumstances)
  if (merge) return updated(document, { $set: data }, circumstances)
  // The id comes first, as in every stored document, so that the same fields are the same text.
  const { _id = document['_id'], ...fields } = data
  if (!idBytes(_id).equals(idBytes(document['_id'])))
    refuse(
      'DATABASE_REQUEST_FAILED',
      `After applying the update, the (immutable) field '_id' was found to have been altered`,
    )
  return { _id, ...fields }
}

function upsertion(collection: string, data: Document, merge: boolean, circumstances: Circumstances): Change {
  const equal = Object.entries(circumstances.filter).flatMap(([field, value]) => equality(field, value))
  const { _id = randomBytes(16).toString('hex'), ...fields } = Object.fromEntries(equal)
  const empty: Document = { _id }
  const seed = Object.keys(fields).length === 0 ? empty : updated(empty, { $set: fields }, circumstances)
  const after = changed(seed, data, merge, { ...circumstances, inserting: true })
  return { collection, id: idBytes(after['_id']), before: undefined, after }
}

/** What a condition on a field demands the field to be, if that is one value. */
function equality(field: string, value: unknown): [string, unknown][] {
  if (field.startsWith('$')) return []
  if (!isRecord(value) || !isModifier(value)) return [[field, value]]
  return Object.keys(value).join() === '$eq' ? [[field, value['$eq']]] : []
}

/** database.removeDocument: one or all that match. */
export async function remove(ledger: Ledger, request: Request, meter: Meter): Promise<unknown> {
  const deeds = (reader: Reader): Deed[] =>
    removals(ledger, request, reader, meter).map(change => ({ ...change, change: () => change }))
  return { deleted: (await inOrder(ledger, meter, deeds)).length }
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
