import { Moment } from '../operation'
import { dayMs, minuteMs } from '../time'
import * as z from '../zod'

/**
 * 真正的时候: when the phone says that it was done, epoch ms; sent later where there was no network. It is shown beside the cloud's own time and
 * decides nothing: a phone's clock is set by its owner.
 */
export const HappenedAt = z.optional(Moment)

/** Written in the basement and sent within a day; from here on the two times are worth telling apart. */
const mostLateMs = dayMs
const leastLateMs = minuteMs

/** What is kept of it: nothing where it says the same as the cloud's time, lies ahead of it, or is too old to be true. */
export function trueTime(happenedAt: number | undefined, now: number): number | undefined {
  const lateMs = happenedAt === undefined ? 0 : now - happenedAt
  return lateMs >= leastLateMs && lateMs <= mostLateMs ? happenedAt : undefined
}
