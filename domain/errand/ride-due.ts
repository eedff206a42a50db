import { dayMs, dayOf, dayStart, momentOf, never } from '../time'
import { isRide } from './backup'
import type { FromWindow } from './due'
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
  const reminds = remindDue(errand, when.from, now)
  const isUnmanned = !escalated && (state === 'requested' || state === 'dispatched')
  return isUnmanned ? earlier(reminds, { at: when[notManned.of] + notManned.ms, act: 'rideUnmanned' }) : reminds
}

const waiting: readonly string[] = ['requested', 'dispatched', 'accepted']

/** Who asked after it has been read out in the evening needs no reminding, and on the day itself nobody is told of 明天. */
function remindDue({ state, requestedAt = 0, remindedAt }: Errand, from: number, now: number): RideDue {
  const at = eveOf(from)
  const isWanted = remindedAt === undefined && requestedAt < at && now < dayStart(from)
  return waiting.includes(state) && isWanted ? { at, act: 'remind' } : { at: never }
}

/** Of two things that fall due the one that does so first. */
export const earlier = <A extends { at: number }, B extends { at: number }>(a: A, b: B): A | B => (b.at < a.at ? b : a)
