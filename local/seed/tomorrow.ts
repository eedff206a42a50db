import { dayMs, dayOf, minuteMs, momentOf } from '../../domain/time'
import { wantedOf } from './asks'
import type { Calendar } from './calendar'
import type { Home } from './homes'
import type { Homes } from './households'
import { home as stage } from './names'
import { ridersIn } from './roster'
import { handsFor } from './trip'

/** 何大爷's grandson has an examination tomorrow morning: asked for today, with a driver and somebody who stands by. */
export function tellTomorrow(homes: readonly Home[], today: number, calendar: Calendar, known: Homes): void {
  const at = (clock: string): number => momentOf(dayOf(today), clock)
  const home = homes.find(({ elder, communityId }) => elder === '何大爷' && communityId === stage.id)
  const [rider, second] = ridersIn(stage.id).filter(({ trade }) => trade === 'hailing')
  if (!home || !rider || !second) throw new Error('nobody to drive, or nobody to be driven')
  const from = at('07:30') + dayMs
  const ride = handsFor(
    {
      key: 'today:ride',
      home,
      wanted: wantedOf('ride'),
      askedAt: at('08:10'),
      when: { from, until: from + 30 * minuteMs },
      rider: rider.openid,
      second: second.openid,
    },
    calendar,
    known,
  )
  ride.name(at('08:14'))
  ride.see(at('08:19'))
  ride.accept(at('08:20'))
  ride.backup(at('08:22'), at('08:31'), second.openid)
}
