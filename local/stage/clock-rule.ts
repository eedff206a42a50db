import { beijing, clockOf, dayMs, dayOf, momentOf } from '../../domain/time'

/** Shortly before a lunch is asked for: the hour at which a day on the stage begins. */
const opening = '10:07'
const daylight = { from: '08:00', until: '18:00' } as const

/** The product's time in a town that begins: 10:07 of the day it was made for, else of today's date in Beijing. */
export function firstTime(realNow: number, day = dayOf(realNow)): number {
  return momentOf(day, opening)
}

/**
 * The product's time when the stage is opened again. `running` is where its clock stands by itself, that is, where it was plus the
 * real time since; `last` the latest moment the town has lived through. In daylight the clock goes on; else it is the next morning,
 * because nobody dispatches a lunch at night. Never earlier than `last`.
 */
export function nextTime(running: number, last: number): number {
  const at = Math.max(running, last)
  const clock = clockOf(at)
  if (clock >= daylight.from && clock < daylight.until) return at
  const morning = momentOf(dayOf(at), opening)
  return morning >= at ? morning : momentOf(dayOf(beijing(at).valueOf() + dayMs), opening)
}
