import type { Document } from './values'

/** That something was written: where, not what. */
export interface Change {
  collection: string
  communityId?: string
}

/** People who want to know, and how to tell them. */
export interface Listeners<T> {
  on(listener: (what: T) => void): () => void
  tell(what: T): void
}

/** A list of listeners; one that throws does not keep the others from hearing. */
export function newListeners<T>(): Listeners<T> {
  const listeners = new Set<(what: T) => void>()
  return {
    on(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell(what) {
      for (const listener of listeners) {
        try {
          listener(what)
        } catch (error) {
          process.stderr.write(`local cloud: a listener failed: ${String(error)}\n`)
        }
      }
    },
  }
}

/** What to tell of a write: each collection and community once. */
export function tellOf(
  written: readonly { collection: string; before: Document | undefined; after: Document | undefined }[],
): Change[] {
  const told = new Map<string, Change>()
  for (const { collection, before, after } of written) {
    for (const document of [before, after]) {
      if (!document) continue
      const { communityId } = document
      told.set(
        `${collection} ${String(communityId)}`,
        typeof communityId === 'string' ? { collection, communityId } : { collection },
      )
    }
  }
  return [...told.values()]
}
