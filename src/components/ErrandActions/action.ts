import { disputableSince, fadesMs } from '@domain/errand/clocks'
import type { Errand } from '@domain/errand/record'
import { stillOpen, stoppable } from '@domain/errand/record'
import type { Side } from '@domain/errand/side'
import type { ActingVerb } from './acting'

/** What a button asks before it acts: nothing, a reason in words, how it was handed over, a word of thanks, or which rider. */
export type Asks =
  | 'nothing'
  | 'why'
  | 'proof'
  | 'thanks'
  | 'rider'
  | 'everybody'
  | 'agreed'
  | 'ourselves'
  | 'best'
  | 'look'
  | 'dial'
  | 'bill'
  | 'sum'
  | 'late'
  | 'backup'

/** One button: the verb, who reads it, its words, and how loud it is. */
export interface Action {
  verb: ActingVerb
  side: Exclude<Side, 'passerby'>
  label: string
  /** `main` is the one red button, `plain` stands beside it, `quiet` is small, `rare` is drawn on the errand's own page only. */
  weight: 'main' | 'plain' | 'quiet' | 'rare'
  asks: Asks
  /** The heading of its sheet, when it asks. */
  title?: string
  /** Ready-made reasons to tap; each may be completed in words. */
  reasons?: readonly string[]
  /** Where the goods are now is asked as well. */
  goods?: true
  /** Beyond what the table says: when this button makes sense. The cloud decides in any case. */
  when?: (errand: Errand, now: number) => boolean
}

export const at =
  (...states: string[]) =>
  (errand: Errand) =>
    states.includes(errand.state)
export const named = (errand: Errand) => errand.offer?.to === 'rider'
export const going: readonly string[] = stillOpen
/** Still to be done: what may be hurried. */
export const isHeldUp = at(...stoppable)
export const hasDoor = (errand: Errand) => errand.householdId !== undefined && going.includes(errand.state)
/** Somebody has it, so that there is somebody to telephone; until two hours after it came. */
export const isCarried = (errand: Errand, now: number) =>
  errand.riderId !== undefined &&
  at('accepted', 'underway', 'delivered')(errand) &&
  now < (errand.deliveredAt ?? now) + fadesMs
/** The two days count from the delivery, as in the cloud; when it was confirmed is another matter. */
export const isDisputable = ({ deliveredAt }: Errand, now: number) => (deliveredAt ?? 0) > disputableSince(now)
export const risen = (errand: Errand) => errand.escalated !== undefined
export const known = (errand: Errand) => errand.newcomer !== true
