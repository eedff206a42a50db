import { hourMs, minuteMs } from '../../time'
import { costOf, reasonsOf } from '../cost'
import type { RiderCard } from '../dispatching'
import { barOf } from '../excluded'
import { mostInHand } from '../hands'
import { wantedOf } from '../pairing'
import type { Errand } from '../record'
import { byName, type Suggestion } from '../suggest'
import { assign, impossible } from './assign'

/** What the whole proposal is weighed by: whom each errand may go to and at which cost, and what it costs to leave one. */
export interface Weighing {
  /** In the order of need. */
  errands: readonly Errand[]
  /** One place in one rider's hands; `before` are his that come first. */
  places: readonly { rider: RiderCard; before: number }[]
  costs: readonly (readonly number[])[]
  without: readonly number[]
}

const dearest = 10_000
const soonMs = 12 * hourMs

/** Leaving one out costs more than anybody who may go; of two that cannot both be served, who is urgent and who needs it sooner weighs more. */
function leavingOut({ when, urgent }: Errand, now: number): number {
  const left = Math.max(0, Math.min(soonMs, (when?.until ?? now) - now))
  return dearest + (urgent ? dearest : 0) + Math.floor((soonMs - left) / minuteMs)
}

const byNeed = (a: Errand, b: Errand): number => (a.when?.until ?? 0) - (b.when?.until ?? 0) || (a.id < b.id ? -1 : 1)

/** The table of costs, in an order of its own, so that it does not matter how the lists came. */
export function weigh(waiting: readonly Errand[], riders: readonly RiderCard[], now: number): Weighing {
  const errands = [...waiting].sort(byNeed)
  const places = [...riders]
    .sort(byName)
    .flatMap(rider => Array.from({ length: mostInHand }, (_, before) => ({ rider, before })))
  const costs = errands.map(errand => {
    const wanted = wantedOf(errand, now)
    return places.map(({ rider, before }) => {
      const pair = { errand, rider, now, before, wanted }
      return barOf(pair) ? impossible : costOf(pair)
    })
  })
  return { errands, places, costs, without: errands.map(errand => leavingOut(errand, now)) }
}

/**
 * 一起派: whom each of these errands might go to, all of them together at the least cost there is (cost.ts, exact). What a rider has carried this week
 * weighs convexly in it, so that spread is a part of the least cost and no rule beside it. An errand nobody can carry now is answered without a rider.
 */
export function propose(
  waiting: readonly Errand[],
  riders: readonly RiderCard[],
  now: number,
): { errand: Errand; suggestion?: Suggestion }[] {
  const { errands, places, costs, without } = weigh(waiting, riders, now)
  const given = assign(costs, without)
  return errands.map((errand, row) => {
    const place = places[given[row] ?? -1]
    if (!place) return { errand }
    return {
      errand,
      suggestion: { rider: place.rider, reasons: reasonsOf({ errand, rider: place.rider, now, before: 0 }) },
    }
  })
}
