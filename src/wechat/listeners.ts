import type { Stop } from './face'

/** Who wants to hear of one kind of event. */
export interface Listeners<T> {
  add(listener: (event: T) => void): Stop
  tell(event: T): void
}

export function listeners<T>(): Listeners<T> {
  const held = new Set<(event: T) => void>()
  return {
    add(listener) {
      held.add(listener)
      return () => void held.delete(listener)
    },
    tell(event) {
      for (const listener of held) listener(event)
    },
  }
}
