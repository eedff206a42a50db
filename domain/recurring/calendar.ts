import { dayOf, momentOf, never, type Window } from '../time'
import { dayAfter, weekdayOf } from './day'

/** On which days a rule asks, and when on such a day; days and clock times in Beijing. */
export interface Rhythm {
  weekdays: readonly number[]
  dates: readonly string[]
  /** `'10:30'`. */
  from: string
  until: string
  fromOn: string
  /** The last day; absent: until somebody ends it. */
  untilOn?: string | undefined
  skips: readonly string[]
}

/** How far ahead a rule is looked into. */
const horizonDays = 400
/**
 * The errand of a day is made at three in the afternoon of the day before: the desk is there, takeaway riders are between their peaks, and
 * who waits for the lunch reads 明天的午饭.
 */
const madeAt = '15:00'

/** True for a day on which the rule would ask, were it not left out. */
export function fallsOn(rhythm: Rhythm, day: string): boolean {
  const { weekdays, dates, fromOn, untilOn } = rhythm
  if (day < fromOn || (untilOn !== undefined && day > untilOn)) return false
  return dates.includes(day) || weekdays.includes(weekdayOf(day))
}

/** True for a day on which the rule asks. */
export const occursOn = (rhythm: Rhythm, day: string): boolean => fallsOn(rhythm, day) && !rhythm.skips.includes(day)

/** The first day after this one on which the rule asks; nothing when there is none within 400 days. */
export function nextOn(rhythm: Rhythm, after: string): string | undefined {
  let day = after < rhythm.fromOn ? rhythm.fromOn : dayAfter(after)
  for (let looked = 0; looked < horizonDays; looked += 1, day = dayAfter(day)) {
    if (rhythm.untilOn !== undefined && day > rhythm.untilOn) return undefined
    if (occursOn(rhythm, day)) return day
  }
  return undefined
}

/** When the errand of a day is made, epoch ms. */
export const makesAt = (day: string): number => momentOf(dayAfter(day, -1), madeAt)

/** The hours of a day in which it is wanted. */
export const windowOn = ({ from, until }: Pick<Rhythm, 'from' | 'until'>, day: string): Window => ({
  from: momentOf(day, from),
  until: momentOf(day, until),
})

/** The last day with which the rule is done: it was made, or its hour has begun. `madeOn` is the last day made. */
export function doneOn(rhythm: Rhythm, madeOn: string | undefined, now: number): string {
  const today = dayOf(now)
  const past = windowOn(rhythm, today).from <= now ? today : dayAfter(today, -1)
  return madeOn !== undefined && madeOn > past ? madeOn : past
}

/** The day for which an errand is to be made next. */
export const comingOn = (rhythm: Rhythm, madeOn: string | undefined, now: number): string | undefined =>
  nextOn(rhythm, doneOn(rhythm, madeOn, now))

/** When the clock must look at the rule next, epoch ms: to make the errand of a day, or to end it once its last day is over. */
export function dueAtOf(rhythm: Rhythm, madeOn: string | undefined, now: number): number {
  const next = comingOn(rhythm, madeOn, now)
  if (next !== undefined) return makesAt(next)
  const last = rhythm.untilOn ?? [...rhythm.dates].sort().at(-1)
  return last === undefined ? never : momentOf(dayAfter(last), '00:00')
}

/** The days from this one on that fall into so many days, left out or not: what its calendar shows. */
export function daysShown(rhythm: Rhythm, from: string, days: number): string[] {
  return Array.from({ length: days }, (_, ahead) => dayAfter(from, ahead)).filter(day => fallsOn(rhythm, day))
}
