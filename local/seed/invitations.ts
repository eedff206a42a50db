import { membership } from '../../domain/membership'
import { dayOf, momentOf } from '../../domain/time'
import type { Calendar } from './calendar'
import { home } from './names'

/** Invitations that nobody has used yet: for an assistant, for a clerk of the shop, and for a department. */
export function inviteToday(today: number, calendar: Calendar): void {
  const at = (clock: string): number => momentOf(dayOf(today), clock)
  const { id: communityId, compounds } = home
  const shop = 's-jinxing-red'
  calendar.on(at('08:32'), play =>
    play.perform(
      'desk-li',
      membership.invite,
      { communityId, role: 'dispatcher', post: 'grid', compoundId: compounds[1]?.id },
      'today:invite:grid',
    ),
  )
  calendar.on(at('08:34'), play =>
    play.perform(
      'desk-li',
      membership.invite,
      { communityId, role: 'department', office: '住建办' },
      'today:invite:office',
    ),
  )
  calendar.on(at('09:05'), play =>
    play.perform('keeper-1', membership.invite, { communityId, role: 'keeper', stationId: shop }, 'today:invite:shop'),
  )
}
