import type { errand } from '@domain/errand'
import { byName } from '@domain/errand/suggest'
import type { InputOf } from '@domain/operation'
import { monthStart, weekStart } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { askedRiders, ridersAmong } from '../kernel/people'
import { errands } from './errands'

/** 轮到谁: how many errands each has carried this week and this month, in name order; counted, never timed, and compared with nobody's. */
export async function turns({ communityId }: InputOf<typeof errand.turns>, { now }: Actor) {
  const week = weekStart(now)
  const month = monthStart(now)
  const [people, carried] = await together(
    askedRiders(communityId),
    errands.asked(
      { communityId, acceptedAt: _.gte(Math.min(week, month)) },
      // The latest: a week is whole in any case, and a month where it had no more than this.
      { order: { acceptedAt: 'desc' }, limit: 1000, only: ['riderId', 'acceptedAt'] },
    ),
  )
  const since = (riderId: string, from: number): number =>
    carried.filter(row => row.riderId === riderId && (row.acceptedAt ?? 0) >= from).length
  const rows = ridersAmong(people, communityId, now).map(({ _id: id, name, trade = 'other', weeklyCap }) => ({
    id,
    name,
    trade,
    week: since(id, week),
    month: since(id, month),
    ...(weeklyCap !== undefined && { weeklyCap }),
  }))
  return { rows: rows.sort(byName) }
}
