import { refuse } from '../codes'
import { writeEjson } from '../database/ejson'
import { isRecord, type Document } from '../database/values'
import { isPlace } from '../query/elements'

/** One place of a document that an update changes. */
export interface Place {
  /** The path, with its places in lists. */
  path: string
  /** What is there; undefined for nothing. */
  value: unknown
  /** Puts a value there, and makes the records on the way. @throws DATABASE_REQUEST_FAILED where that cannot be */
  put(value: unknown): void
  /** Takes the field away; in a list null stays in its place. */
  drop(): void
  /** The document's `_id`, as an error says it. */
  who: string
}

/** The most nulls that MongoDB fills a list with to reach a place. */
const longestGap = 1_500_000

/** Opens a place of a document. */
export function placeOf(document: Document, path: string): Place {
  const steps = path.split('.')
  const last = steps.at(-1) ?? ''
  const parent = (): unknown => steps.slice(0, -1).reduce<unknown>(step, document)
  return {
    path,
    value: steps.reduce<unknown>(step, document),
    put: value => put(document, steps, value),
    drop() {
      const holder = parent()
      if (Array.isArray(holder)) {
        if (isPlace(last) && Number(last) < holder.length) holder[Number(last)] = null
      } else if (isRecord(holder)) delete holder[last]
    },
    who: `{_id: ${say(document['_id'])}}`,
  }
}

/** A value as an error shows it. */
export function say(value: unknown): string {
  return value === undefined ? '' : writeEjson(value)
}

/** One step into a value; undefined where it leads nowhere. */
export function step(parent: unknown, name: string): unknown {
  if (Array.isArray(parent)) return isPlace(name) ? parent[Number(name)] : undefined
  return isRecord(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined
}

function put(document: Document, steps: readonly string[], value: unknown): void {
  let parent: unknown = document
  for (const [i, name] of steps.entries()) {
    const before = step(parent, name)
    const next = i === steps.length - 1 ? value : before === undefined ? {} : before
    if (Array.isArray(parent) && isPlace(name)) {
      const gap = Number(name) - parent.length
      if (gap > longestGap) refuse('DATABASE_REQUEST_FAILED', `can't backfill more than ${longestGap} elements`)
      while (parent.length < Number(name)) parent.push(null)
      parent[Number(name)] = next
    } else if (isRecord(parent)) {
      // Defined, not assigned: `__proto__` is a field like any other.
      Object.defineProperty(parent, name, { value: next, writable: true, enumerable: true, configurable: true })
    } else
      refuse(
        'DATABASE_REQUEST_FAILED',
        `Cannot create field '${name}' in element {${steps[i - 1] ?? ''}: ${say(parent)}}`,
      )
    parent = next
  }
}
