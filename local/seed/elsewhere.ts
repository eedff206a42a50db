import { dayOf, minuteMs, momentOf } from '../../domain/time'
import { wantedOf } from './asks'
import type { Calendar } from './calendar'
import type { Home } from './homes'
import type { Homes } from './households'
import { ridersIn } from './roster'
import { handsFor } from './trip'

/** A little of the same elsewhere, for whoever looks in from another community. */
export function tellElsewhere(homes: readonly Home[], today: number, calendar: Calendar, known: Homes): void {
  const at = (clock: string): number => momentOf(dayOf(today), clock)
  for (const [i, communityId] of ['c-qilong', 'c-taoting'].entries()) {
    const [first, second] = homes.filter(home => home.communityId === communityId && home.relative && !home.alone)
    const [rider] = ridersIn(communityId)
    if (!first || !second || !rider) continue
    const plan = (home: Home, key: string, askedAt: string, from: string) => {
      const when = { from: at(from), until: at(from) + 30 * minuteMs }
      const who = { rider: rider.openid, second: rider.openid }
      const trip = {
        key: `${communityId}:${key}`,
        home,
        wanted: wantedOf('meal', i),
        askedAt: at(askedAt),
        when,
        ...who,
      }
      return handsFor(trip, calendar, known)
    }
    const going = plan(first, 'going', '09:20', '10:30')
    going.name(at('09:24'))
    going.accept(at('09:28'))
    plan(second, 'waiting', '10:04', '11:00')
  }
}
