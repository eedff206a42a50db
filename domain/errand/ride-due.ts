import { dayMs, dayOf, dayStart, momentOf, never } from '../time'
import { isManned, isRide } from './backup'
import type { FromWindow } from './clocks'
import type { Errand } from './record'

/** What the clock does about rides alone. */
export type RideAct = 'rideUnmanned' | 'remind' | 'takeOver'
interface RideDue {
  at: number
  act?: RideAct
}

/** 前一晚八点 of the day of this moment. */
const eveOf = (at: number): number => momentOf(dayOf(at - dayMs), '20:00')

/** What the clock must do about a ride beside what it does about every errand; `never` for everything else. */
export function rideDue(errand: Errand, notManned: FromWindow | undefined, now: number): RideDue {
  const { when, state, escalated } = errand
  if (!isRide(errand) || !when || !notManned) return { at: never }
  if (state === 'requested' && errand.fellOutAt && errand.backupState === 'ready' && !escalated)
    return { at: errand.fellOutAt, act: 'takeOver' }
  const reminds = remindDue(errand, now)
  if (escalated || !waiting.some(one => one === state) || isManned(errand)) return reminds
  // Whole the evening before and no more: that does not wait until an hour before.
  const broke = state === 'accepted' ? errand.remindedAt : undefined
  return earlier(reminds, { at: broke ?? when[notManned.of] + notManned.ms, act: 'rideUnmanned' })
}

const waiting: readonly string[] = ['requested', 'dispatched', 'accepted']

/** The evening before; in bad weather too. Who asked after it has been read out in the evening needs no reminding, and on the day itself nobody is told of 明天. */
export function remindDue(errand: Errand, now: number): RideDue {
  const { state, requestedAt = 0, remindedAt, when } = errand
  if (!isRide(errand) || !when) return { at: never }
  const { from } = when
  const at = eveOf(from)
  const isWanted = remindedAt === undefined && requestedAt < at && now < dayStart(from)
  return waiting.includes(state) && isWanted ? { at, act: 'remind' } : { at: never }
}

/** Of two things that fall due the one that does so first. */
export const earlier = <A extends { at: number }, B extends { at: number }>(a: A, b: B): A | B => (b.at < a.at ? b : a)
