import { dayMs, hourMs, minuteMs, never } from '../time'
import type { Errand } from './record'

/** How long the desk lets an offer stand before it rises: a named rider, the pool. */
export const offerLastsMs = { rider: 10 * minuteMs, pool: 15 * minuteMs } as const
const waitsLongMs = 10 * minuteMs
const graceMs = 15 * minuteMs
/** 两天没人说有问题，按办好记; the same two days in which a finished errand can still be disputed. */
export const confirmsItselfMs = 2 * dayMs
/** Door and words fade for the rider this long after delivery. */
export const fadesMs = 2 * hourMs

export type Rising = 'waitsLong' | 'nobodyAccepts' | 'nobodyArrives'

/** What the clock must do about this errand, and when: a pure reading of the record. `never` when nothing will fall due. */
export function nextDue(errand: Errand): { at: number; act?: Rising | 'confirm' } {
  const rises = (at: number, act: Rising) => (errand.escalated ? { at: never } : { at, act })
  switch (errand.state) {
    case 'requested':
      return rises((errand.waitingSince ?? errand.requestedAt ?? 0) + waitsLongMs, 'waitsLong')
    case 'dispatched':
      return rises(errand.offer?.until ?? never, 'nobodyAccepts')
    case 'accepted':
    case 'underway':
      return rises((errand.when?.until ?? never) + graceMs, 'nobodyArrives')
    case 'delivered':
      return { at: (errand.deliveredAt ?? never) + confirmsItselfMs, act: 'confirm' }
    default:
      return { at: never }
  }
}
