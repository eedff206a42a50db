import type { Constraint } from './filter'
import { after, directed, type Direction, encode, typeByte } from '../store/bytes'
import type { Range } from '../store/layout'

/** The ends of a comparison in ascending bytes: `low` included, `high` excluded. */
export interface Bounds {
  low: Buffer
  high: Buffer
}

/** What a constraint's comparisons allow, within the type of the value compared with. On a list only one end may be used. */
export function boundsOf(constraint: Constraint | undefined, list: boolean): Bounds | undefined {
  const low = constraint?.low
  const high = list && low ? undefined : constraint?.high
  if (!low && !high) return undefined
  const type = typeByte(low ? low.value : high?.value)
  return {
    low: !low ? type : low.inclusive ? encode(low.value) : after(encode(low.value)),
    high: !high ? after(type) : high.inclusive ? after(encode(high.value)) : encode(high.value),
  }
}

/** The stretch of an index behind a prefix. In a descending field bytes are complemented, so that the ends change places. */
export function rangeOf(prefix: Buffer, bounds: Bounds | undefined, direction: Direction, reverse: boolean): Range {
  if (!bounds) return { from: prefix, to: prefix.length === 0 ? undefined : after(prefix), reverse }
  const from = direction === 1 ? bounds.low : after(directed(bounds.high, -1))
  const to = direction === 1 ? bounds.high : after(directed(bounds.low, -1))
  return { from: Buffer.concat([prefix, from]), to: Buffer.concat([prefix, to]), reverse }
}
