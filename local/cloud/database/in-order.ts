import { codeOf } from '../codes'
import type { Meter } from '../stats'
import type { Writer } from '../store/store'
import { commit, type Change } from './change'
import type { Ledger } from './ledger'

/** What a request does to one document. */
export interface Deed {
  collection: string
  id: Buffer
  /** The change, or nothing when there is nothing to change. @throws what MongoDB refuses of this document */
  change(): Change | undefined
}

interface Outcome {
  /** A transaction that holds one of the documents; nothing is written then. */
  holder?: string
  kept: Change[]
  failure?: unknown
}

/**
 * Does what `decide` finds to do, as one: nothing comes between its reading and its writing. Documents that a transaction holds are waited
 * for, and then decided on anew. As in MongoDB what was done before the first document that is refused stays done.
 * @throws what the first refused document is refused for
 */
export async function inOrder(ledger: Ledger, meter: Meter, decide: (writer: Writer) => Deed[]): Promise<Change[]> {
  for (;;) {
    const { holder, kept, failure } = await ledger.store.write(writer => attempt(ledger, meter, decide, writer))
    if (kept.length > 0) ledger.onWrite(kept)
    if (failure !== undefined) throw failure
    if (holder === undefined) return kept
    // No lock is held while waiting, so that nobody waits in a circle.
    await ledger.locks.released(holder)
  }
}

function attempt(ledger: Ledger, meter: Meter, decide: (writer: Writer) => Deed[], writer: Writer): Outcome {
  const deeds = decide(writer)
  const kept: Change[] = []
  for (const { collection, id } of deeds) {
    const holder = ledger.locks.holder(collection, id)
    if (holder !== undefined) return { holder, kept }
  }
  for (const deed of deeds) {
    try {
      const change = deed.change()
      if (!change) continue
      meter.bytesWritten += commit([change], writer, ledger.catalog)
      kept.push(change)
    } catch (failure) {
      if (codeOf(failure) === 'SYS_ERR') throw failure
      return { kept, failure }
    }
  }
  return { kept }
}
