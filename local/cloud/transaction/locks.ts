/** Which documents are being changed by an open transaction, and how to wait for one of them. */
export interface Locks {
  /** The transaction that holds a document. */
  holder(collection: string, id: Buffer): string | undefined
  hold(collection: string, id: Buffer, transaction: string): void
  /** Lets go of all that a transaction holds. */
  release(transaction: string): void
  /** Resolves when a transaction has let go. */
  released(transaction: string): Promise<void>
}

/** No locks yet. */
export function newLocks(): Locks {
  const held = new Map<string, string>()
  const waiting = new Map<string, (() => void)[]>()
  const name = (collection: string, id: Buffer): string => `${collection}\0${id.toString('latin1')}`
  return {
    holder: (collection, id) => held.get(name(collection, id)),
    hold: (collection, id, transaction) => void held.set(name(collection, id), transaction),
    release(transaction) {
      for (const [document, holder] of held) if (holder === transaction) held.delete(document)
      for (const wake of waiting.get(transaction) ?? []) wake()
      waiting.delete(transaction)
    },
    async released(transaction) {
      if (![...held.values()].includes(transaction)) return
      await new Promise<void>(resolve => waiting.set(transaction, [...(waiting.get(transaction) ?? []), resolve]))
    },
  }
}
