import { isQuiet, type Resting } from '../person'
import { beijing, clockOf } from '../time'

/** What decides whether somebody may be asked now, as far as he said so himself. */
export interface Ready extends Resting {
  /** 我有空 until then. */
  freeUntil: number
  /** 不打扰 until then, also in his hours. */
  restUntil?: number | undefined
  /** 今天来不了 until then. */
  awayUntil?: number | undefined
  hours?: readonly { days: readonly number[]; from: string; until: string }[] | undefined
}

/** 当班: he said 我有空, or it is one of the times he named and he has not said 不打扰. */
export function isOnDuty({ freeUntil, restUntil = 0, awayUntil = 0, hours = [] }: Ready, now: number): boolean {
  // 今天来不了 takes 我有空 back; what he says after it counts.
  if (freeUntil > now) return true
  if (awayUntil > now) return false
  if (restUntil > now) return false
  const day = ((beijing(now).day() + 6) % 7) + 1
  const clock = clockOf(now)
  return hours.some(({ days, from, until }) => days.includes(day) && clock >= from && clock < until)
}

/** 每周几单: no number, or none of them, is as it comes. */
export const capOf = ({ weeklyCap }: { weeklyCap?: number | undefined }): number => weeklyCap || Infinity

/** Whether his phone may ring with an offer: on duty, and outside of his quiet hours (law 11). */
export const mayRing = (rider: Ready, now: number): boolean =>
  isOnDuty(rider, now) && !isQuiet(rider, beijing(now).hour())
