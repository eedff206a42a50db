/** What a warm instance remembers, each by its key and until a moment (epoch ms). It may be gone at any time: whoever reads it can ask again. */
export interface Memory<V> {
  /** Nothing, once its time is over. */
  get(key: string, now: number): V | undefined
  put(key: string, what: V, until: number): void
  /** Another in its place, for as long as that was for. */
  replace(key: string, what: V): void
  drop(key: string): void
  clear(): void
}

const mostHeld = 1000
const memories: Pick<Memory<never>, 'clear'>[] = []

/** Holds at most so many; whoever was put there first goes first. */
export function newMemory<V>(most = mostHeld): Memory<V> {
  const held = new Map<string, { what: V; until: number }>()
  const memory: Memory<V> = {
    get(key, now) {
      const found = held.get(key)
      if (found && found.until <= now) held.delete(key)
      return found && found.until > now ? found.what : undefined
    },
    put(key, what, until) {
      held.delete(key)
      held.set(key, { what, until })
      const [oldest] = held.keys()
      if (held.size > most && oldest !== undefined) held.delete(oldest)
    },
    replace(key, what) {
      const found = held.get(key)
      if (found) held.set(key, { ...found, what })
    },
    drop: key => void held.delete(key),
    clear: () => held.clear(),
  }
  memories.push(memory)
  return memory
}

/** As a new instance begins. */
export const forgetEverything = (): void => memories.forEach(memory => memory.clear())
