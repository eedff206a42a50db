import type { Index } from '../../../domain/schema'
import { isRecord, type Document } from '../database/values'
import { conditionsOf, type Conditions } from './filter'
import { directed, type Direction, encode } from '../store/bytes'
import type { Range } from '../store/layout'
import { orderOfWalk } from './order-of-walk'
import { boundsOf, rangeOf } from './range'
import { byId } from '../database/schema'
import { rangesOver } from './geo/cells'
import { isSpatial, type Demand } from './geo/demand'

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

/** Picks the index that narrows a filter most and, if it can, gives the order asked for; places by `demands`. */
export function planFor(
  filter: Document,
  sort: Sort,
  indexes: readonly Index[],
  lists: Lists,
  demands: readonly Demand[] = [],
  variables: Document = {},
): Plan {
  const all = [byId, ...indexes.filter(index => !isSpatial(index))]
  const conditions = conditionsOf(filter, variables)
  const ways: Plan[] = [best(all, { conditions, shared: conditions }, sort, lists)]
  for (const demand of demands)
    for (const index of indexes) {
      const over = demand.boxes.flatMap(rangesOver)
      ways.push(...placeWay(index, demand, conditions, over, sort))
    }
  for (const branches of conditions.ors) {
    const rest = withoutOrs(filter)
    const shared = conditionsOf(rest, variables)
    const asked = branches.map(branch => ({ conditions: conditionsOf({ $and: [rest, branch] }, variables), shared }))
    ways.push(union(asked.map(one => best(all, one, sort, lists))))
  }
  return ways.reduce((first, way) => (way.worth > first.worth ? way : first))
}

/** What is asked of a document, and what of it holds of every document that is found. */
interface Asked {
  conditions: Conditions
  shared: Conditions
}

function best(indexes: readonly Index[], asked: Asked, sort: Sort, lists: Lists): Way {
  const [first, ...rest] = indexes.map(index => wayThrough(index, asked, sort, lists(index)))
  if (!first) throw new RangeError('a collection has at least its _id index')
  return rest.reduce((top, way) => (way.worth > top.worth ? way : top), first)
}

/** The keys of an index without places. */
function directionsOf(index: Index): [string, Direction][] {
  return Object.entries(index.keys).flatMap(([field, kind]): [string, Direction][] =>
    kind === '2dsphere' ? [] : [[field, kind]],
  )
}

function wayThrough(index: Index, { conditions, shared }: Asked, sort: Sort, lists: ReadonlySet<string>): Way {
  const keys = directionsOf(index)
  const prefixes = prefixesOf(keys, conditions, lists)
  const [next, direction] = keys[prefixes.fixed] ?? ['', 1]
  const bounds = boundsOf(conditions.fields.get(next), lists.has(next))
  const order = orderOfWalk({ keys, fixed: prefixes.fixed, lists }, shared, sort)
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

/** The prefixes of an index before its places, when the filter fixes them all; else nearness cannot use it. */
export function prefixesToPlace(index: Index, field: string, conditions: Conditions): Buffer[] | undefined {
  const keys = Object.entries(index.keys)
  const { bytes, fixed } = prefixesOf(keys, conditions)
  const [next, kind] = keys[fixed] ?? []
  return next === field && kind === '2dsphere' ? bytes : undefined
}

function placeWay(
  index: Index,
  demand: Demand,
  conditions: Conditions,
  ranges: { from: Buffer; to: Buffer }[],
  sort: Sort,
): Plan[] {
  const prefixes = prefixesToPlace(index, demand.field, conditions)
  if (!prefixes) return []
  const stretches = prefixes.flatMap(prefix =>
    ranges.map(({ from, to }) => ({
      index: index.name,
      prefix: prefix.length,
      range: { from: Buffer.concat([prefix, from]), to: Buffer.concat([prefix, to]), reverse: false },
    })),
  )
  const before = Object.keys(index.keys).indexOf(demand.field)
  return [{ stretches, ordered: sort.length === 0, worth: before * 10 + 7, repeats: true }]
}

/** The leading fields with fixed values: one run of bytes for each combination. */
function prefixesOf(
  keys: [string, Direction | '2dsphere'][],
  conditions: Conditions,
  lists?: ReadonlySet<string>,
): { bytes: Buffer[]; fixed: number } {
  let bytes: Buffer[] = [Buffer.alloc(0)]
  let fixed = 0
  for (const [field, direction] of keys) {
    const whole = lists?.has(field) === false ? conditions.whole.get(field) : undefined
    const values = conditions.fields.get(field)?.values ?? whole
    if (!values || direction === '2dsphere') break
    // One long list of values is still one walk for each; only several fields multiply.
    if (fixed > 0 && bytes.length * values.length > mostStretches) break
    const parts = new Map(values.map(value => [encode(value).toString('latin1'), directed(encode(value), direction)]))
    bytes = bytes.flatMap(prefix => [...parts.values()].map(part => Buffer.concat([prefix, part])))
    fixed++
  }
  return { bytes, fixed }
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
