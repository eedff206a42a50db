import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { open, type Database, type RootDatabase, type Transaction } from 'lmdb'
import { messageOf } from '../codes'
import { absolute, documentHeader, indexHeader, type Range, type Step } from './layout'
import { byId } from '../database/schema'

/** What can be read: the newest state, the state inside a write, or a snapshot. */
export interface Reader {
  /** The text of a document. */
  get(collection: string, id: Buffer): string | undefined
  /** Walks an index (or `_id_`) along a range. */
  walk(collection: string, index: string, range: Range): Iterable<Step>
}

/** What only a write may do. Everything is decided before the first of these is called. */
export interface Writer extends Reader {
  putDocument(collection: string, id: Buffer, text: string): void
  removeDocument(collection: string, id: Buffer): void
  putEntry(collection: string, index: string, key: Buffer, id: Buffer): void
  removeEntry(collection: string, index: string, key: Buffer, id: Buffer): void
  putNote(name: string, value: string): void
  /** Empties an index, to build it anew. */
  clearIndex(collection: string, index: string): void
}

/** A reader that stays at one moment, until released. */
export interface Snapshot extends Reader {
  release(): void
}

/** The store: one lmdb file, only ever used by the main thread, so that one write decides at a time. */
export interface Store extends Reader {
  /** Runs `decide` alone and resolves once its writes are on disk. What `decide` throws before its first write changes nothing. */
  write<T>(decide: (writer: Writer) => T): Promise<T>
  snapshot(): Snapshot
  /** Small facts kept beside the documents: which collections and indexes exist. */
  note(name: string): string | undefined
  notes(prefix: string): string[]
  close(): Promise<void>
}

type Bytes = Database<Buffer, Buffer>
interface Tables {
  documents: Database<string, Buffer>
  entries: Bytes
  notes: Database<string, string>
}

/**
 * Opens the store in `dataDir/store`.
 * @param onBroken called when a write did not reach the disk: memory can no longer be trusted, so the process must stop.
 * @param noSync acknowledges without waiting for the disk: for what is thrown away afterwards, and to show that the crash test sees what that loses.
 * @throws Error with one clear line when the folder cannot be opened.
 */
export function openStore(dataDir: string, onBroken: (error: Error) => void, { noSync = false } = {}): Store {
  const root = openRoot(dataDir, noSync)
  const tables: Tables = {
    documents: root.openDB({ name: 'documents', encoding: 'string', keyEncoding: 'binary' }),
    entries: root.openDB({ name: 'entries', encoding: 'binary', keyEncoding: 'binary' }),
    notes: root.openDB({ name: 'notes', encoding: 'string' }),
  }
  const writer = writerOf(tables)

  async function write<T>(decide: (writer: Writer) => T): Promise<T> {
    let outcome: { value: T } | { thrown: unknown } | undefined
    let broken: unknown
    try {
      await root.transaction(() => {
        writer.dirty = false
        try {
          outcome = { value: decide(writer) }
        } catch (thrown) {
          outcome = { thrown }
          // Refusals come before the first write. What fails after it would leave half a change.
          if (writer.dirty) broken = thrown
        }
      })
    } catch (error) {
      broken = error
    }
    if (broken !== undefined)
      onBroken(new Error(`a write did not reach the disk in ${dataDir}${await reasonOf(broken)}`))
    if (outcome === undefined || broken !== undefined) throw new Error('the store lost a write')
    if ('thrown' in outcome) throw outcome.thrown
    return outcome.value
  }

  return {
    ...readerOf(tables, undefined),
    write,
    note: name => tables.notes.get(name),
    notes: prefix =>
      [...tables.notes.getKeys({ start: prefix, end: `${prefix}\uffff` })].map(name => name.slice(prefix.length)),
    snapshot() {
      const transaction = root.useReadTransaction()
      return { ...readerOf(tables, transaction), release: () => transaction.done() }
    },
    close: () => root.close(),
  }
}

function openRoot(dataDir: string, noSync: boolean): RootDatabase {
  try {
    mkdirSync(dataDir, { recursive: true })
    // Without overlapping sync a write's promise is its flush: nobody ever reads what a crash could take back.
    return open({ path: join(dataDir, 'store'), maxDbs: 4, overlappingSync: false, noSync })
  } catch (error) {
    throw new Error(`the data folder ${dataDir} cannot be opened: ${messageOf(error)}`, { cause: error })
  }
}

function readerOf(tables: Tables, transaction: Transaction | undefined): Reader {
  const pinned = transaction ? { transaction } : {}
  return {
    get: (collection, id) => tables.documents.get(Buffer.concat([documentHeader(collection), id]), pinned),
    *walk(collection, index, range) {
      const own = index === byId.name
      const header = own ? documentHeader(collection) : indexHeader(collection, index)
      const { from, to } = absolute(header, range)
      const bounds = range.reverse
        ? { start: to, end: from, reverse: true, exclusiveStart: true, inclusiveEnd: true }
        : { start: from, end: to }
      if (own) {
        for (const key of tables.documents.getKeys({ ...bounds, ...pinned })) {
          const id = key.subarray(header.length)
          yield { key: id, id }
        }
      } else {
        for (const { key, value } of tables.entries.getRange({ ...bounds, ...pinned }))
          yield { key: key.subarray(header.length), id: value }
      }
    },
  }
}

/**
 * ": " and the system's own words: lmdb keeps them in `commitError`, a promise that it mostly has rejected by now. Where it has not, there are
 * none: nothing is waited for, so that nothing can be acknowledged meanwhile.
 */
async function reasonOf(broken: unknown): Promise<string> {
  const cause: unknown = broken instanceof Error && 'commitError' in broken ? broken.commitError : undefined
  if (!(cause instanceof Promise)) return `: ${messageOf(broken)}`
  const unsaid = Promise.resolve()
    .then(() => undefined)
    .then(() => undefined)
  const reason: unknown = await Promise.race([cause.catch((said: unknown) => said), unsaid])
  return reason === undefined ? '' : `: ${messageOf(reason)}`
}

function writerOf(tables: Tables): Writer & { dirty: boolean } {
  const entry = (collection: string, index: string, key: Buffer, id: Buffer): Buffer =>
    Buffer.concat([indexHeader(collection, index), key, id])
  const place = (collection: string, id: Buffer): Buffer => Buffer.concat([documentHeader(collection), id])
  const writer = {
    ...readerOf(tables, undefined),
    dirty: false,
    putDocument: (collection: string, id: Buffer, text: string) =>
      wrote(tables.documents.put(place(collection, id), text)),
    removeDocument: (collection: string, id: Buffer) => wrote(tables.documents.remove(place(collection, id))),
    putEntry: (collection: string, index: string, key: Buffer, id: Buffer) =>
      wrote(tables.entries.put(entry(collection, index, key, id), id)),
    removeEntry: (collection: string, index: string, key: Buffer, id: Buffer) =>
      wrote(tables.entries.remove(entry(collection, index, key, id))),
    putNote: (name: string, value: string) => wrote(tables.notes.put(name, value)),
    clearIndex(collection: string, index: string) {
      const whole: Range = { from: Buffer.alloc(0), to: undefined, reverse: false }
      const { from, to } = absolute(indexHeader(collection, index), whole)
      const keys = Array.from(tables.entries.getKeys({ start: from, end: to }))
      for (const key of keys) wrote(tables.entries.remove(key))
    },
  }
  // Inside a write lmdb has already done it; the promise is the whole write's, which is awaited there.
  function wrote(_done: Promise<boolean>): void {
    writer.dirty = true
  }
  return writer
}
