import { randomBytes } from 'node:crypto'
import { check, commit, type Change } from '../database/change'
import { codeOf, conflict, refuse } from '../codes'
import { documentsIn, insertions } from '../database/insert'
import { collectionOf, type Ledger, type Request } from '../database/ledger'
import { get } from '../database/reads'
import { modifications, modified, removals } from '../database/writes'
import { limits } from '../limits'
import { nameOf, overlay } from './overlay'
import { byId } from '../database/schema'
import type { Meter } from '../stats'
import type { Reader, Snapshot } from '../store/store'

interface Transaction {
  id: string
  snapshot: Snapshot
  /** Own writes: the document as the snapshot had it, and as it shall be. */
  writes: Map<string, Change>
  reader: Reader
  expiry: NodeJS.Timeout
  /** The request that is being answered, and with it all before it. */
  turn: Promise<unknown>
  /** The call that began it, by its number. */
  invocation: number | undefined
}

/** 事务: a buffered set of writes over a snapshot, with document locks, committed as one. */
export interface Transactions {
  /** Answers a request that begins, ends or belongs to a transaction; undefined for one that does not. */
  answer(
    action: string,
    request: Request,
    meter: Meter,
    invocation: number | undefined,
  ): Promise<Record<string, unknown>> | undefined
  /** Ends what a call left open, however the call ended. */
  abandon(invocation: number): void
  close(): void
}

/** Opens the book of transactions. */
export function openTransactions(ledger: Ledger): Transactions {
  const open = new Map<string, Transaction>()
  /** Calls that are over: what such a call still asks for arrives too late. */
  const gone = new Set<number>()

  function begin(invocation: number | undefined): Record<string, unknown> {
    if (invocation !== undefined && gone.has(invocation))
      refuse('DATABASE_TRANSACTION_FAIL', 'the call that wants a transaction is over')
    const id = randomBytes(16).toString('hex')
    const snapshot = ledger.store.snapshot()
    const writes = new Map<string, Change>()
    const indexOf = (
      collection: string,
      name: string,
    ): ReturnType<typeof ledger.catalog.indexes>[number] | undefined =>
      name === byId.name ? byId : ledger.catalog.indexes(collection).find(index => index.name === name)
    const expiry = setTimeout(() => end(id), limits.transactionMs)
    expiry.unref()
    open.set(id, {
      id,
      snapshot,
      writes,
      reader: overlay(snapshot, writes, indexOf),
      expiry,
      invocation,
      turn: Promise.resolve(),
    })
    return { transactionId: id }
  }

  function end(id: string): void {
    const transaction = open.get(id)
    if (!transaction) return
    open.delete(id)
    clearTimeout(transaction.expiry)
    transaction.snapshot.release()
    ledger.locks.release(id)
  }

  function find(id: unknown): Transaction {
    const transaction = typeof id === 'string' ? open.get(id) : undefined
    return (
      transaction ??
      refuse(
        'DATABASE_TRANSACTION_FAIL',
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds',
      )
    )
  }

  async function finish(transaction: Transaction, meter: Meter): Promise<Record<string, unknown>> {
    const changes = [...transaction.writes.values()]
    try {
      await ledger.store.write(writer => {
        // It may have expired while it waited for its turn: its locks are gone, so others have written since.
        find(transaction.id)
        // Each write was checked when it was made: a key that is taken now was taken meanwhile.
        if (isTaken(changes, writer)) lose(transaction)
        meter.bytesWritten += commit(changes, writer, ledger.catalog)
      })
    } finally {
      end(transaction.id)
    }
    ledger.onWrite(changes)
    return {}
  }

  function isTaken(changes: Change[], reader: Reader): boolean {
    try {
      check(changes, reader, ledger.catalog)
      return false
    } catch (error) {
      if (codeOf(error) === 'SYS_ERR') throw error
      return true
    }
  }

  /** Keeps changes for the commit, if nobody else has touched their documents: else the transaction is over. */
  async function keep(transaction: Transaction, changes: Change[]): Promise<void> {
    // Read before the write begins: inside a write lmdb shows the newest state, whatever snapshot is asked.
    const seen = changes.map(({ collection, id }) => transaction.snapshot.get(collection, id))
    await ledger.store.write(writer => {
      changes.forEach(({ collection, id }, i) => {
        const holder = ledger.locks.holder(collection, id)
        if (holder === transaction.id) return
        if (holder !== undefined || writer.get(collection, id) !== seen[i] || !open.has(transaction.id))
          lose(transaction)
        ledger.locks.hold(collection, id, transaction.id)
      })
      const merged = new Map(transaction.writes)
      for (const change of changes) {
        const name = nameOf(change.collection, change.id)
        const earlier = merged.get(name)
        merged.set(name, earlier ? { ...change, before: earlier.before } : change)
      }
      // Noted as soon as it is written, not at the commit: the transaction's own searches must know of its lists.
      for (const [collection, index, field] of check([...merged.values()], writer, ledger.catalog))
        ledger.catalog.noteList(writer, collection, index, field)
      for (const [name, change] of merged) transaction.writes.set(name, change)
    })
  }

  function lose(transaction: Transaction): never {
    end(transaction.id)
    return conflict()
  }

  async function within(
    transaction: Transaction,
    action: string,
    request: Request,
    meter: Meter,
  ): Promise<Record<string, unknown>> {
    const { reader } = transaction
    if (action === 'database.getDocument') return { data: get(ledger, request, meter, reader) }
    if (action === 'database.insertDocument') {
      const documents = documentsIn(request, ledger.clock.now())
      await keep(transaction, insertions(ledger, collectionOf(request), documents, reader, meter))
      return { data: { insertedIds: documents.map(document => document['_id']) } }
    }
    if (action === 'database.modifyDocument') {
      const changes = modifications(ledger, request, reader, meter)
      await keep(transaction, changes)
      return { data: modified(changes) }
    }
    if (action === 'database.removeDocument') {
      const changes = removals(ledger, request, reader, meter)
      await keep(transaction, changes)
      return { data: { deleted: changes.length } }
    }
    return refuse('NOT_EMULATED', `the action ${action} inside a transaction is not emulated`)
  }

  /** One request of a transaction after the other, in the order they came: each sees what the one before has written. */
  function inTurn(id: unknown, work: (transaction: Transaction) => unknown): Promise<Record<string, unknown>> {
    const turn = typeof id === 'string' ? (open.get(id)?.turn ?? Promise.resolve()) : Promise.resolve()
    const answer = turn.then(async () => Object(await work(find(id))))
    const transaction = typeof id === 'string' ? open.get(id) : undefined
    if (transaction) transaction.turn = answer.catch(() => undefined)
    return answer
  }

  return {
    answer(action, request, meter, invocation) {
      const id = request['transactionId']
      if (action === 'database.startTransaction') return Promise.resolve().then(() => begin(invocation))
      if (action === 'database.commitTransaction') return inTurn(id, transaction => finish(transaction, meter))
      if (action === 'database.abortTransaction') return inTurn(id, transaction => end(transaction.id) ?? {})
      return id === undefined || id === null
        ? undefined
        : inTurn(id, transaction => within(transaction, action, request, meter))
    },
    abandon(invocation) {
      gone.add(invocation)
      const [oldest] = gone
      if (gone.size > 1000 && oldest !== undefined) gone.delete(oldest)
      for (const transaction of open.values()) if (transaction.invocation === invocation) end(transaction.id)
    },
    close() {
      for (const id of open.keys()) end(id)
    },
  }
}
