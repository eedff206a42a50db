import { weekdays, dayAfter, type Weekday } from '@domain/recurring/day'
import type { Rhythm } from '@domain/recurring/calendar'
import { clockOf, dayOf, slotsOn } from '@domain/time'

/** The days as they are being chosen; kept as a draft. */
export interface Chosen {
  weekdays: Weekday[]
  dates: string[]
  from: string
  until: string
  fromOn: string
  untilOn?: string
}

const isWeekday = (day: number): day is Weekday => weekdays.some(known => known === day)

/** The days of a rule that stands, to be changed. */
export const chosenOf = ({ weekdays: days, dates, from, until, fromOn, untilOn }: Rhythm): Chosen => ({
  weekdays: days.filter(isWeekday),
  dates: [...dates],
  from,
  until,
  fromOn,
  ...(untilOn && { untilOn }),
})

/** From the day after an errand, at its hours: the errand itself is the first. */
export const chosenAfter = (when: { from: number; until: number } | undefined, now: number): Chosen => ({
  weekdays: [],
  dates: [],
  from: when ? clockOf(when.from) : '10:30',
  until: when ? clockOf(when.until) : '11:00',
  fromOn: dayAfter(when && when.from > now ? dayOf(when.from) : dayOf(now)),
})

/** The half hours of any day. */
export const halfHours = (): { value: string; label: string; until: string }[] =>
  slotsOn('2026-03-02', 0).map(({ from, until }) => ({
    value: clockOf(from),
    label: `${clockOf(from)}-${clockOf(until)}`,
    until: clockOf(until),
  }))

/** So many days from this one on. */
export const daysFromOn = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, ahead) => dayAfter(day, ahead))
