import type { Index } from '../../../domain/schema'
import type { Catalog } from './catalog'
import { refuse } from '../codes'
import { writeEjson } from './ejson'
import { isRecord, type Document } from './values'
import { after } from '../store/bytes'
import { entriesOf } from '../store/keys'
import { limits } from '../limits'
import { checkNames } from './names'
import type { Reader, Writer } from '../store/store'

/** One document as it was and as it shall be; either may be missing. */
export interface Change {
  collection: string
  id: Buffer
  before: Document | undefined
  after: Document | undefined
}

interface Prepared extends Change {
  text: string | undefined
  removed: { index: Index; key: Buffer }[]
  added: { index: Index; key: Buffer }[]
  multikey: [index: string, field: string][]
}

/**
 * Writes changes, all or none, with their index entries. Returns the bytes written.
 * @throws DATABASE_REQUEST_FAILED with MongoDB's E11000 when a unique index already has another document there.
 */
export function commit(changes: Change[], writer: Writer, catalog: Catalog): number {
  const prepared = changes.map(change => prepare(change, catalog.indexes(change.collection)))
  checkUnique(prepared, writer)
  let bytes = 0
  for (const { collection, id, text, removed, added, multikey } of prepared) {
    for (const [index, field] of multikey) catalog.noteList(writer, collection, index, field)
    for (const { index, key } of removed) writer.removeEntry(collection, index.name, key, id)
    for (const { index, key } of added) writer.putEntry(collection, index.name, key, id)
    if (text === undefined) writer.removeDocument(collection, id)
    else writer.putDocument(collection, id, text)
    bytes += text?.length ?? 0
  }
  return bytes
}

/** The refusals of `commit`, without writing. Returns which fields of which indexes the changes put lists into. */
export function check(
  changes: Change[],
  reader: Reader,
  catalog: Catalog,
): [collection: string, index: string, field: string][] {
  const prepared = changes.map(change => prepare(change, catalog.indexes(change.collection)))
  checkUnique(prepared, reader)
  return prepared.flatMap(({ collection, multikey }) =>
    multikey.map(([index, field]): [string, string, string] => [collection, index, field]),
  )
}

function prepare(change: Change, indexes: readonly Index[]): Prepared {
  if (change.after) checkNames(change.after)
  const text = change.after && writeEjson(change.after)
  if (text && text.length > limits.document)
    refuse('DATABASE_REQUEST_FAILED', `object to insert too large: ${text.length} > ${limits.document}`)
  const prepared: Prepared = { ...change, text, removed: [], added: [], multikey: [] }
  for (const index of indexes) {
    const before = change.before ? entriesOf(change.before, index).keys : []
    const now = change.after ? entriesOf(change.after, index) : { keys: [], multikey: [] }
    prepared.removed.push(...without(before, now.keys).map(key => ({ index, key })))
    prepared.added.push(...without(now.keys, before).map(key => ({ index, key })))
    prepared.multikey.push(...now.multikey.map((field): [string, string] => [index.name, field]))
  }
  return prepared
}

function without(keys: Buffer[], others: Buffer[]): Buffer[] {
  return keys.filter(key => !others.some(other => other.equals(key)))
}

function checkUnique(prepared: Prepared[], reader: Reader): void {
  const name = (collection: string, index: Index, key: Buffer): string =>
    `${collection}\0${index.name}\0${key.toString('latin1')}`
  const freed = new Set(
    prepared.flatMap(({ collection, removed, id }) =>
      removed.map(({ index, key }) => `${name(collection, index, key)}\0${id.toString('latin1')}`),
    ),
  )
  const taken = new Set<string>()
  for (const { collection, id, added, after: document } of prepared) {
    for (const { index, key } of added) {
      if (index.unique !== true) continue
      const place = name(collection, index, key)
      const holders = [...reader.walk(collection, index.name, { from: key, to: after(key), reverse: false })].filter(
        step => !step.id.equals(id),
      )
      if (taken.has(place) || holders.some(step => !freed.has(`${place}\0${step.id.toString('latin1')}`)))
        duplicate(collection, index, document)
      taken.add(place)
    }
  }
}

/** Refuses a document whose key is taken, in MongoDB's words. */
export function duplicate(collection: string, index: Index, document: Document | undefined): never {
  const shown = Object.keys(index.keys).map(field => `${field}: ${JSON.stringify(valueAt(document, field) ?? null)}`)
  return refuse(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: ${collection} index: ${index.name} dup key: { ${shown.join(', ')} }`,
  )
}

function valueAt(document: Document | undefined, field: string): unknown {
  return field.split('.').reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), document)
}
