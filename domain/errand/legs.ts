import type { Ask } from './ask'
import { backIdOf } from './kind/ride'

export interface Asked {
  id: string
  /** Absent for what is no leg of a trip. */
  tripId?: string
  ask: Ask
}

/**
 * The errands that a request makes: one, or the way there and the way back of an examination. Two, because each has its own hour, its own
 * driver and its own end: one errand with two ends would need states of its own.
 */
export function errandsOf(ask: Ask, id: string): [Asked, ...Asked[]] {
  const { ride } = ask
  if (!ride?.back) return [{ id, ask }]
  const { back, ...there } = ride
  const home: Ask = { ...ask, when: back, ride: { ...there, leg: 'back' } }
  return [
    { id, tripId: id, ask: { ...ask, ride: there } },
    { id: backIdOf(id), tripId: id, ask: home },
  ]
}
