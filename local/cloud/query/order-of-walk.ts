import type { Conditions } from './filter'
import type { Direction } from '../store/bytes'
import type { Sort } from './planner'

/** An index as a walk sees it: its keys, how many of them are fixed, and which hold lists. */
interface Walked {
  keys: readonly (readonly [field: string, direction: Direction])[]
  fixed: number
  lists: ReadonlySet<string>
}

/**
 * Which way an index must be walked, behind its fixed fields, to give the order asked for; undefined when it cannot.
 * @param shared what holds of every document found: in a branch of an `$or` that is less than the branch's own conditions
 */
export function orderOfWalk(
  { keys, fixed, lists }: Walked,
  shared: Conditions,
  sort: Sort,
): 'forward' | 'backward' | undefined {
  // A field outside of this index may hold lists, which sort by their smallest element, not by the one asked for.
  const known = new Set(keys.map(([field]) => field))
  const single = (field: string): boolean =>
    shared.fields.get(field)?.values?.length === 1 && known.has(field) && !lists.has(field)
  let at = fixed
  let backward: boolean | undefined
  for (const [field, direction] of sort) {
    if (single(field)) continue
    const key = keys[at++]
    if (!key || key[0] !== field || lists.has(field)) return undefined
    const turned = key[1] !== direction
    if (backward !== undefined && backward !== turned) return undefined
    backward = turned
  }
  return backward === true ? 'backward' : 'forward'
}
