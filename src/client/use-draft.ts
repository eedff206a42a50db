import { useCallback } from 'react'
import { useKept } from './kept'

/** What people typed stays on the phone until it is sent. */
export function useDraft<T>(name: string, initial: T): [T, (value: T) => void, () => void] {
  const [kept, keep] = useKept(`draft.${name}`)
  const clear = useCallback(() => keep(undefined), [keep])
  return [isLike(kept, initial) ? kept : initial, keep, clear]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True when a kept value still has the shape of a fresh one; a draft of an older app that has not is left aside. */
function isLike<T>(kept: unknown, fresh: T): kept is T {
  if (kept === undefined) return false
  if (fresh === undefined || fresh === null) return true
  if (!isObject(fresh)) return typeof kept === typeof fresh && Array.isArray(kept) === Array.isArray(fresh)
  return (
    isObject(kept) && Object.entries(fresh).every(([field, value]) => value === undefined || isLike(kept[field], value))
  )
}
