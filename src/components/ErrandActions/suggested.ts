import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import { suggest, type Suggestion } from '@domain/errand/suggest'
import { isQuiet } from '@domain/person'
import { beijing } from '@domain/time'

/** Whom the desk might ask for this errand, best first: who rests in the hour for which it is asked is left out (law 11). */
export function suggestedFor(errand: Errand, riders: readonly RiderCard[] | undefined, now: number): Suggestion[] {
  const hour = beijing(errand.when?.from ?? now).hour()
  return suggest(errand, riders ?? [], rider => !rider.free && isQuiet(rider.trade, hour))
}
