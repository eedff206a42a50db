import type { Trade } from '../person'
import type { RiderCard } from './dispatching'
import { mayAdvance } from './money'
import type { Errand, Kind } from './record'

export interface Suggestion {
  rider: RiderCard
  /** In words: 常送这户 · 有空 · 本周 2 单. */
  reasons: string[]
}

/** The trades that suit a kind, before all others (DESIGN.md section 2, law 11: meals in the peak go to the others). */
const suited: Record<Kind, readonly Trade[]> = {
  meal: ['takeaway', 'courier'],
  medicine: ['takeaway', 'courier'],
  shopping: ['courier', 'takeaway'],
  parcel: ['courier'],
  ride: ['hailing'],
  other: [],
}

/** Two in hand is the most (law 11). */
export const mostInHand = 2

/**
 * Whom the desk might ask, best first, each with its reasons in words. Rests on regular pairing, declared compounds, 我有空, trade
 * and load; no location is known here (platform rule 15.4.3). Who has two in hand, quiet hours
 * then, or advances no money where some is needed, is left out.
 */
export function suggest(
  errand: Errand,
  riders: readonly RiderCard[],
  isQuiet: (rider: RiderCard) => boolean,
): Suggestion[] {
  const fit = riders.filter(rider => rider.inHand < mostInHand && !isQuiet(rider) && mayAdvance(rider, errand))
  const scored = fit.map(rider => {
    const reasons: [number, string | undefined][] = [
      [8, errand.regularRiderId === rider.id ? '常送这户' : undefined],
      [4, rider.free ? '有空' : undefined],
      [2, rider.areas.includes(errand.compoundId ?? '') ? '本小区' : undefined],
      [1, suited[errand.kind as Kind]?.includes(rider.trade as Trade) ? '做这行' : undefined],
    ]
    const held = reasons.filter((reason): reason is [number, string] => reason[1] !== undefined)
    const weight = held.reduce((sum, [points]) => sum + points, 0) - rider.thisWeek * 0.5
    return { weight, suggestion: { rider, reasons: [...held.map(([, word]) => word), `本周 ${rider.thisWeek} 单`] } }
  })
  return scored
    .sort((a, b) => b.weight - a.weight || a.suggestion.rider.name.localeCompare(b.suggestion.rider.name, 'zh'))
    .map(({ suggestion }) => suggestion)
}
