import { dayMs, dayOf } from '../time'

/** How far ahead a thing may be asked for, and from which hour of the day. */
export interface Reach {
  daysAhead: number
  /** `'07:00'`, Beijing. */
  begins: string
}

const usual: Reach = { daysAhead: 7, begins: '07:00' }
/** A family looks for a driver weeks before an examination, and he sets out before breakfast. */
const exam: Reach = { daysAhead: 60, begins: '05:30' }

/** What may be asked for of each kind: the phone offers no other day, and the cloud takes none (`refusalOf`). */
export const reachOf = (kind: string | undefined): Reach => (kind === 'ride' ? exam : usual)

/** True for a day beyond the last on which it may be wanted, as seen at this moment (epoch ms). */
export const isTooFar = (kind: string | undefined, from: number, now: number): boolean =>
  dayOf(from) > dayOf(now + reachOf(kind).daysAhead * dayMs)
