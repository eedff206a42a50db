import type { Index, Schema } from '../../../domain/schema'
import { duplicate } from './change'
import { readRecord } from './ejson'
import type { Document } from './values'
import { entriesOf } from '../store/keys'
import type { Lists } from '../query/planner'
import { byId } from './schema'
import type { Reader, Store, Writer } from '../store/store'

/** Which collections and indexes there are. */
export interface Catalog {
  has(collection: string): boolean
  create(collection: string): Promise<void>
  indexes(collection: string): readonly Index[]
  /** The fields of a collection's indexes in which lists were ever stored (多键). */
  lists(collection: string): Lists
  /** Remembers such a field; called inside a write. */
  noteList(writer: Writer, collection: string, index: string, field: string): void
}

/** Raised whenever the bytes of an index change, so that old ones are built anew. */
const encoding = 2

/** Creates the schema's collections and builds the indexes that are new or have changed. */
export async function openCatalog(store: Store, schema: Schema): Promise<Catalog> {
  const collections = new Set([...store.notes('collection:'), ...Object.keys(schema)])
  const multikey = new Map<string, Set<string>>()
  for (const name of store.notes('list:')) remember(multikey, ...threeOf(name))

  function noteList(writer: Writer, collection: string, index: string, field: string): void {
    if (multikey.get(`${collection}\0${index}`)?.has(field)) return
    remember(multikey, collection, index, field)
    writer.putNote(`list:${collection}\0${index}\0${field}`, '')
  }

  const declared = new Set<string>()
  for (const [collection, { indexes }] of Object.entries(schema)) {
    for (const index of indexes) {
      const name = `${collection}\0${index.name}`
      declared.add(name)
      const fingerprint = JSON.stringify([encoding, index.keys, index.unique === true])
      if (store.note(`index:${name}`) === fingerprint) continue
      await store.write(writer => {
        build(writer, collection, index, field => noteList(writer, collection, index.name, field))
        writer.putNote(`index:${name}`, fingerprint)
      })
    }
  }
  // An index that is no longer declared is no longer kept: should it come back, it is built anew.
  for (const name of store.notes('index:')) {
    if (!declared.has(name)) await store.write(writer => writer.putNote(`index:${name}`, 'dropped'))
  }

  const nothing: ReadonlySet<string> = new Set()
  return {
    has: collection => collections.has(collection),
    async create(collection) {
      if (collections.has(collection)) return
      await store.write(writer => writer.putNote(`collection:${collection}`, ''))
      collections.add(collection)
    },
    indexes: collection => (Object.hasOwn(schema, collection) ? (schema[collection]?.indexes ?? []) : []),
    lists: collection => index => multikey.get(`${collection}\0${index.name}`) ?? nothing,
    noteList,
  }
}

function build(writer: Writer, collection: string, index: Index, onList: (field: string) => void): void {
  if (index.unique === true) checkUnique(writer, collection, index)
  // Everything that can be refused is refused before the first write.
  const entries = Array.from(everything(writer, collection), ({ id, document }) => ({
    id,
    ...entriesOf(document, index),
  }))
  writer.clearIndex(collection, index.name)
  for (const { id, keys, multikey } of entries) {
    for (const key of keys) writer.putEntry(collection, index.name, key, id)
    for (const field of multikey) onList(field)
  }
}

function checkUnique(writer: Writer, collection: string, index: Index): void {
  const taken = new Set<string>()
  for (const { document } of everything(writer, collection)) {
    for (const key of new Set(entriesOf(document, index).keys.map(bytes => bytes.toString('latin1')))) {
      if (taken.has(key)) duplicate(collection, index, document)
      taken.add(key)
    }
  }
}

function* everything(reader: Reader, collection: string): Iterable<{ id: Buffer; document: Document }> {
  for (const { id } of reader.walk(collection, byId.name, { from: Buffer.alloc(0), to: undefined, reverse: false })) {
    const text = reader.get(collection, id)
    if (text !== undefined) yield { id, document: readRecord(text) }
  }
}

function remember(multikey: Map<string, Set<string>>, collection: string, index: string, field: string): void {
  const name = `${collection}\0${index}`
  const known = multikey.get(name)
  if (known) known.add(field)
  else multikey.set(name, new Set([field]))
}

function threeOf(name: string): [string, string, string] {
  const [collection = '', index = '', field = ''] = name.split('\0')
  return [collection, index, field]
}
