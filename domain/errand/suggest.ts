import type { RiderCard } from './dispatching'
import { costOf, reasonsOf } from './cost'
import { barOf } from './excluded'
import { wantedOf } from './pairing'
import type { Errand } from './record'

/** Somebody whom the desk might ask, and why. */
export interface Suggestion {
  rider: RiderCard
  /** In words: 常送这户 · 本网格 · 今天有空 · 健康证有效 · 本周 2 单. */
  reasons: string[]
}

/** Somebody whom it is not advised to ask, and why: 手上两单, 这时候休息. */
export interface Unsuggested {
  rider: RiderCard
  why: string
  /** The cloud would refuse him, too. */
  firm: boolean
}

/** Equals stand in the order of their names. */
export const byName = (a: { name: string; id: string }, b: { name: string; id: string }): number =>
  a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1)

/**
 * Whom the desk might ask, the fittest first, each with its reasons in words (cost.ts); who holds it or is asked for it already is not named
 * again. No location is known here (platform rule 15.4.3).
 */
export function suggest(errand: Errand, riders: readonly RiderCard[], now: number): Suggestion[] {
  const wanted = wantedOf(errand, now)
  const pairs = others(errand, riders).map(rider => ({ errand, rider, now, before: 0, wanted }))
  return pairs
    .filter(pair => !barOf(pair))
    .map(pair => ({ pair, cost: costOf(pair) }))
    .sort((a, b) => a.cost - b.cost || byName(a.pair.rider, b.pair.rider))
    .map(({ pair }) => ({ rider: pair.rider, reasons: reasonsOf(pair) }))
}

/** Who is not suggested, in name order, and what keeps him off (excluded.ts). */
export function unsuggested(errand: Errand, riders: readonly RiderCard[], now: number): Unsuggested[] {
  const wanted = wantedOf(errand, now)
  return others(errand, riders)
    .flatMap(rider => {
      const bar = barOf({ errand, rider, now, before: 0, wanted })
      return bar ? [{ rider, why: bar.word, firm: bar.firm }] : []
    })
    .sort((a, b) => byName(a.rider, b.rider))
}

const others = ({ riderId, offer }: Errand, riders: readonly RiderCard[]): RiderCard[] =>
  riders.filter(({ id }) => id !== riderId && id !== offer?.riderId)
