import { beijing, dayMs, minuteMs, momentOf } from '../../domain/time'
import type { Cloud } from '../cloud'

const daysAMonth = 30

/** What the clock costs where nothing happens, billed calls a month: each ring of one day is rung and counted, none is guessed. */
export async function idleLine(cloud: Cloud): Promise<string> {
  const tomorrow = beijing(cloud.clock.now() + dayMs).format('YYYY-MM-DD')
  const midnight = momentOf(tomorrow, '00:00')
  let billed = 0
  let most = 0
  for (let at = midnight; at < midnight + dayMs; at += minuteMs) {
    cloud.clock.set(at)
    const requests = await idleRing(cloud)
    most = Math.max(most, requests)
    billed += 1 + requests
  }
  return `clock, idle: ${most} requests a ring at most; a month: ${(billed * daysAMonth).toLocaleString('en')} billed calls`
}

/** What a ring asks when nothing is due: rung again while the town's own past still falls due. */
async function idleRing(cloud: Cloud): Promise<number> {
  for (let ring = 0; ring < 20; ring++) {
    cloud.resetStats()
    const reply: unknown = await cloud.trigger('clock')
    if (!isLeased(reply)) return cloud.stats().totals.requests
  }
  throw new Error('the clock is never idle')
}

const isLeased = (reply: unknown): boolean => Object(Object(reply).data).leased === true
