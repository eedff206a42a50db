import { refuse } from '../codes'
import { isRecord, type Document } from '../database/values'
import { testOf } from '../query/matcher'
import { changed } from '../aggregation/unwind'
import { step } from './place'

const wrong = (message: string): never => refuse('DATABASE_REQUEST_FAILED', message)

/** Refuses a path that MongoDB would refuse, before it looks at any document. */
export function checkPath(path: string): void {
  if (path === '') wrong('An empty update path is not valid.')
  const steps = path.split('.')
  if (steps.includes('')) wrong(`The update path '${path}' contains an empty field name, which is not allowed.`)
  for (const [i, name] of steps.entries()) {
    if (!name.startsWith('$')) continue
    if (i === 0) wrong(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`)
    if (name === '$' || name === '$[]') continue
    const filter = /^\$\[(.+)\]$/.exec(name)?.[1]
    if (filter !== undefined) wrong(`No array filter found for identifier '${filter}' in path '${path}'`)
    wrong(`The dollar ($) prefixed field '${name}' in '${path}' is not valid for storage.`)
  }
}

/** Two changes of one field, or of a field and of what is in it. */
export function checkConflicts(paths: readonly string[]): void {
  for (const [i, path] of paths.entries())
    for (const other of paths.slice(0, i)) {
      const [shorter, longer] = path.length < other.length ? [path, other] : [other, path]
      if (longer === shorter || longer.startsWith(`${shorter}.`))
        wrong(`Updating the path '${path}' would create a conflict at '${shorter}'`)
    }
}

/**
 * The places that a path means in a document: `$` is the element that the filter matched, `$[]` every one.
 * @throws DATABASE_REQUEST_FAILED when the filter matched no element
 */
export function pathsIn(document: Document, path: string, filter: Document): string[] {
  const steps = path.split('.')
  const at = steps.findIndex(name => name === '$' || name === '$[]')
  if (at < 0) return [path]
  const list = steps.slice(0, at)
  const rest = steps.slice(at + 1)
  const value = list.reduce<unknown>(step, document)
  const open = (place: number): string[] => pathsIn(document, [...list, String(place), ...rest].join('.'), filter)
  if (steps[at] === '$') return open(matched(document, list, value, filter))
  if (!Array.isArray(value))
    return wrong(
      value === undefined
        ? `The path '${list.join('.')}' must exist in the document in order to apply array updates.`
        : `Cannot apply array updates to non-array element ${list.join('.')}: ${JSON.stringify(value)}`,
    )
  return value.flatMap((_item, place) => open(place))
}

/** Which element of a list a filter matched: the first that meets the first condition on the list alone. */
function matched(document: Document, list: string[], value: unknown, filter: Document): number {
  for (const condition of conditionsOn(list.join('.'), filter)) {
    const test = testOf(condition)
    const holds = (items: unknown[]): boolean => test(changed(document, list, items))
    // What also holds for an empty list, as `$ne` does, matched no element.
    if (!Array.isArray(value) || holds([])) continue
    const place = value.findIndex(item => holds([item]))
    if (place >= 0) return place
  }
  return wrong('The positional operator did not find the match needed from the query.')
}

function conditionsOn(field: string, filter: Document): Document[] {
  return Object.entries(filter).flatMap(([name, condition]) => {
    if (name === '$and' && Array.isArray(condition))
      return condition.filter(isRecord).flatMap(part => conditionsOn(field, part))
    return name === field || name.startsWith(`${field}.`) ? [{ [name]: condition }] : []
  })
}
