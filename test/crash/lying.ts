import type { Store } from '../../local/cloud/store/store'

/** How many acknowledged writes a liar keeps to itself. */
const owedAtMost = 20

/**
 * A store that lies: it acknowledges a write at once and does it when twenty more have been acknowledged. Whenever such a cloud is
 * killed, the last writes that it acknowledged are lost: certainly, not by chance.
 */
export function lying(store: Store): Store {
  const owed: (() => Promise<unknown>)[] = []
  const unwritten = {
    ...store,
    putDocument: nothing,
    removeDocument: nothing,
    putEntry: nothing,
    removeEntry: nothing,
    putNote: nothing,
    clearIndex: nothing,
  }
  return {
    ...store,
    async write(decide) {
      const value = decide(unwritten)
      owed.push(() => store.write(decide))
      // What the later deciding refuses was promised nevertheless: that is what lying is.
      if (owed.length > owedAtMost) owed.shift()?.().catch(nothing)
      return value
    },
  }
}

function nothing(): void {}
