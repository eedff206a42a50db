import type { Mine } from '@domain/privacy'
import type { Actor } from '../kernel/actor'
import { countIn, together } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { errands, own, people, progress, visits } from './stores'

/** 我的数据: records are counted, not sent; who he is is read anew. */
export async function mine(_input: object, actor: Actor): Promise<Mine> {
  const { me } = actor
  const places = [
    ...new Set([...me.memberships, ...(me.application ? [me.application] : [])].map(one => one.communityId)),
  ]
  const [[person], named, family, carried, been, read] = await together(
    people.one(me.id),
    communities.asked({ _id: _.in(places) }, { only: ['name'] }),
    errands.counted(own.family(me)),
    errands.counted(own.carried(me)),
    visits.counted(own.person(me)),
    progress.counted(own.person(me)),
  )
  const nameOf = (id: string) => named.find(({ _id }) => _id === id)?.name ?? '社区'
  const { application } = me
  return {
    name: me.name,
    hasFace: me.face !== undefined,
    hasPhone: person?.phone !== undefined,
    ...(me.trade && { trade: me.trade }),
    roles: me.memberships.map(({ communityId, role }) => ({ communityId, community: nameOf(communityId), role })),
    confirmations: person?.confirmations ?? [],
    ...(application && { application: { community: nameOf(application.communityId), state: application.state } }),
    households: me.households,
    errands: countIn(family),
    carried: countIn(carried),
    visits: countIn(been),
    lessons: countIn(read),
    consents: me.consents ?? [],
    groups: me.groups ?? [],
    reminders: Object.values(me.subscribed ?? {}).reduce((sum, { left }) => sum + left, 0),
  }
}
