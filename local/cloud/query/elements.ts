import { isRecord } from '../database/values'

/**
 * Whether any value that a path leads to is met. Lists on the way are gone through, as MongoDB does: their records, and the place that a
 * number names. With `leaf` a list at the path's end gives its elements, then itself. What is not there is `undefined`.
 */
export function someAt(
  document: unknown,
  path: readonly string[],
  leaf: boolean,
  meets: (value: unknown) => boolean,
): boolean {
  return from(document, 0)

  function from(value: unknown, at: number): boolean {
    const name = path[at]
    if (name === undefined) return (leaf && Array.isArray(value) && value.some(meets)) || meets(value)
    if (Array.isArray(value)) {
      if (value.some(item => isRecord(item) && from(item, at))) return true
      return isPlace(name) && Number(name) < value.length && from(value[Number(name)], at + 1)
    }
    if (!isRecord(value)) return meets(undefined)
    return from(Object.hasOwn(value, name) ? value[name] : undefined, at + 1)
  }
}

/** Whether a step of a path can be a place in a list. */
export function isPlace(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name)
}
