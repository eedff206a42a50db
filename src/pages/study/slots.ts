import { quietHours } from '@domain/person'
import { clockOf, dayMs, dayOf, dayWord, minuteMs, momentOf, slotsOn } from '@domain/time'

/** A moment to send at, as it is chosen. */
export interface SendSlot {
  at: number
  words: string
}

const half = 30 * minuteMs

/** The days one may schedule for: today and the two after it. */
export function daysAhead(now: number): { day: string; words: string }[] {
  return [0, 1, 2].map(days => ({ day: dayOf(now + days * dayMs), words: dayWord(now + days * dayMs, now) }))
}

/** Half hours before a shift: the early one, and those before the peaks of the riders' own trade (DESIGN.md section 2, law 11). */
const shifts = [
  { name: '早班', clock: '08:00' },
  ...quietHours.takeaway.map(([hour]) => ({
    name: hour < 14 ? '午高峰' : '晚高峰',
    clock: `${hour}:00`,
  })),
]

/** 班前半小时: the moments of a day half an hour before people start, none that has passed. */
export function shiftSlots(day: string, now: number): SendSlot[] {
  return shifts
    .map(({ name, clock }) => ({ name, at: momentOf(day, clock) - half }))
    .filter(({ at }) => at > now)
    .map(({ name, at }) => ({ at, words: `${name}前 ${clockOf(at)}` }))
}

/** Every other half hour of a day. */
export function otherSlots(day: string, now: number): SendSlot[] {
  const taken = new Set(shiftSlots(day, now).map(slot => slot.at))
  return slotsOn(day, now)
    .filter(({ from }) => !taken.has(from))
    .map(({ from }) => ({ at: from, words: clockOf(from) }))
}
