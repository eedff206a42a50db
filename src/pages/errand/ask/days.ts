import { reachOf } from '@domain/errand/reach'
import { dayName } from '@domain/recurring/day'
import { beijing, clockOf, dayMs, dayOf, dayWord, slotsOn, type Window } from '@domain/time'

export interface Day {
  /** `'2026-03-01'`. */
  value: string
  label: string
  /** 3月1日, also of today. */
  date: string
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** The days that this can still be asked for: 今天 and 明天 first; today is left out once its last half hour has begun. */
export function daysFrom(now: number, kind?: string): Day[] {
  const { daysAhead } = reachOf(kind)
  const moments = Array.from({ length: daysAhead + 1 }, (_, ahead) => now + ahead * dayMs)
  const days = moments.map(at => ({ value: dayOf(at), label: labelOf(at, now), date: dayName(dayOf(at)) }))
  return days.filter(day => slotsFor(kind, day.value, now).length > 0)
}

/** The half hours of a day that this can still be asked for. */
export const slotsFor = (kind: string | undefined, day: string, now: number): Window[] =>
  slotsOn(day, now, reachOf(kind).begins)

function labelOf(at: number, now: number): string {
  const word = dayWord(at, now)
  return word.includes('月') ? `${word} ${weekdays[beijing(at).day()] ?? ''}` : word
}

/** True for the half hours in which those who carry meals are busiest: 11 to 13. */
export function isPeak(slot: Window): boolean {
  const clock = clockOf(slot.from)
  return clock >= '11:00' && clock < '13:00'
}
