import type { Index } from '../../../domain/schema'
import { isRecord, type Document } from '../database/ejson'
import { conditionsOf, type Conditions } from './filter'
import { directed, encode, type Direction } from '../store/keys'
import type { Range } from '../store/layout'
import { boundsOf, rangeOf } from './range'
import { byId } from '../database/schema'

/** An order of documents: fields, first the weightiest. */
export type Sort = readonly (readonly [field: string, direction: Direction])[]

/** One stretch of one index; `prefix` bytes of each key are the same, what moves comes behind them. */
export interface Stretch {
  index: string
  range: Range
  prefix: number
}

/** How to find a filter's documents. */
export interface Plan {
  stretches: Stretch[]
  /** The stretches, merged by their moving part, come in the order asked for. */
  ordered: boolean
  /** How far the indexes narrow; 0 means that no index serves. */
  worth: number
  /** A document may come up more than once. */
  repeats: boolean
}

/** Names the fields of an index that hold lists (多键). */
export type Lists = (index: Index) => ReadonlySet<string>

type Way = Plan & { index: string; fixed: number }

/** More combinations of `$in` values than this are not walked one by one but checked document by document. */
const mostStretches = 2000

/** Picks the index that narrows a filter most and, if it can, gives the order asked for. */
export function planFor(filter: Document, sort: Sort, indexes: readonly Index[], lists: Lists): Plan {
  const all = [byId, ...indexes]
  const conditions = conditionsOf(filter)
  const ways: Plan[] = [best(all, conditions, sort, lists)]
  for (const branches of conditions.ors)
    ways.push(
      union(branches.map(branch => best(all, conditionsOf({ $and: [withoutOrs(filter), branch] }), sort, lists))),
    )
  return ways.reduce((first, way) => (way.worth > first.worth ? way : first))
}

function best(indexes: readonly Index[], conditions: Conditions, sort: Sort, lists: Lists): Way {
  const [first, ...rest] = indexes.map(index => wayThrough(index, conditions, sort, lists(index)))
  if (!first) throw new RangeError('a collection has at least its _id index')
  return rest.reduce((top, way) => (way.worth > top.worth ? way : top), first)
}

function wayThrough(index: Index, conditions: Conditions, sort: Sort, lists: ReadonlySet<string>): Way {
  const keys = Object.entries(index.keys)
  const prefixes = prefixesOf(keys, conditions)
  const [next, direction] = keys[prefixes.fixed] ?? ['', 1]
  const bounds = boundsOf(conditions.fields.get(next), lists.has(next))
  const order = orderBehind(keys, prefixes.fixed, conditions, sort, lists)
  const everything = conditions.named.size === 0
  const exact = index.unique === true && prefixes.fixed === keys.length && lists.size === 0
  const narrows = prefixes.fixed * 10 + (bounds ? 5 : 0)
  return {
    index: index.name,
    fixed: prefixes.fixed,
    stretches: prefixes.bytes.map(prefix => ({
      index: index.name,
      prefix: prefix.length,
      range: rangeOf(prefix, bounds, direction, order === 'backward'),
    })),
    ordered: order !== undefined,
    worth: exact
      ? 1000
      : narrows > 0
        ? narrows + (order !== undefined && sort.length > 0 ? 4 : 0)
        : everything && order !== undefined
          ? 1
          : 0,
    repeats: lists.size > 0,
  }
}

/** The leading fields with fixed values: one run of bytes for each combination. */
function prefixesOf(keys: [string, Direction][], conditions: Conditions): { bytes: Buffer[]; fixed: number } {
  let bytes: Buffer[] = [Buffer.alloc(0)]
  let fixed = 0
  for (const [field, direction] of keys) {
    const values = conditions.fields.get(field)?.values
    if (!values || bytes.length * values.length > mostStretches) break
    const parts = new Map(values.map(value => [encode(value).toString('latin1'), directed(encode(value), direction)]))
    bytes = bytes.flatMap(prefix => [...parts.values()].map(part => Buffer.concat([prefix, part])))
    fixed++
  }
  return { bytes, fixed }
}

/** Which way the index must be walked, behind its fixed fields, to give the order asked for; undefined when it cannot. */
function orderBehind(
  keys: [string, Direction][],
  fixed: number,
  conditions: Conditions,
  sort: Sort,
  lists: ReadonlySet<string>,
): 'forward' | 'backward' | undefined {
  // A field outside of this index may hold lists, which sort by their smallest element, not by the one asked for.
  const known = new Set(keys.map(([field]) => field))
  const single = (field: string): boolean =>
    conditions.fields.get(field)?.values?.length === 1 && known.has(field) && !lists.has(field)
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

/** 或: every branch by its own index. In order only when all branches move through the same part of one index. */
function union(ways: Way[]): Plan {
  const first = ways[0]
  const alike = ways.every(way => way.ordered && way.index === first?.index && way.fixed === first.fixed)
  return {
    stretches: ways.flatMap(way => way.stretches),
    ordered: alike,
    worth: ways.length === 0 ? 0 : Math.min(...ways.map(way => way.worth)),
    repeats: true,
  }
}

function withoutOrs(filter: Document): Document {
  const kept = Object.entries(filter).filter(([field]) => field !== '$or')
  return Object.fromEntries(
    kept.map(([field, condition]) => [
      field,
      field === '$and' && Array.isArray(condition) ? condition.filter(isRecord).map(withoutOrs) : condition,
    ]),
  )
}
