import type { Document } from '../database/values'
import { combine } from '../store/keys'
import type { Sort } from './planner'

/** Items in an order of their documents, as an index would give it: a list stands by its smallest element, or descending by its greatest. */
export function sorted<T>(items: readonly T[], documentOf: (item: T) => Document, sort: Sort): T[] {
  if (sort.length === 0) return [...items]
  const fields = Object.fromEntries(sort)
  const keyed = items.map(item => ({ item, key: first(combine(documentOf(item), fields).keys) }))
  return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ item }) => item)
}

function first(keys: Buffer[]): Buffer {
  return keys.reduce((a, b) => (Buffer.compare(b, a) < 0 ? b : a))
}
