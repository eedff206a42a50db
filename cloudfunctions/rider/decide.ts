import { errand } from '@domain/errand'
import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { personDoor } from '@domain/relation'
import { rider } from '@domain/rider'
import { riderRole } from '@domain/role'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _, collectionOf } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { forgetEverybody } from '../kernel/people'
import { hereAs, riderHere } from './desk'
import { applicants, riders, type RiderRecord, type StoredApplication } from './riders'

const waitingFor = (communityId: string): object => ({
  'application.communityId': communityId,
  'application.state': 'waiting' satisfies StoredApplication['state'],
})

/** The desk has seen him, or his firm vouches; who, how and when is kept. From now on he is who he said he is. */
export async function confirm(input: InputOf<typeof rider.confirm>, actor: Actor): Promise<Moved> {
  const { communityId, id, rev, how } = input
  const person = await applicants.get(id)
  const said = person?.application
  if (!person || !said) throw new Failure('NOT_FOUND')
  const { name, trade, firm, phone } = said
  const confirmation = { communityId, by: actor.name, byId: actor.id, how, at: actor.now }
  const confirmed = await applicants.change(rider.confirm, id, actor, {
    rev,
    where: waitingFor(communityId),
    patch: {
      name,
      trade,
      firm,
      phone,
      ...(!said.amends && (await declaredOf(person, said, communityId))),
      'application.state': 'confirmed' satisfies StoredApplication['state'],
      confirmations: _.push({ each: [confirmation], slice: -50 }),
    },
  })
  forgetEverybody()
  return confirmed
}

const compoundsOf = async (communityId: string): Promise<string[]> =>
  (await communities.get(communityId))?.compounds.map(({ id }) => id) ?? []

/** What he declared, and that he is a rider here. What he passes elsewhere, as a rider of another community, stays. */
async function declaredOf(person: RiderRecord, said: StoredApplication, communityId: string): Promise<object> {
  const here = await compoundsOf(communityId)
  const { areas = [], neighbours = [], hours, skills, vehicle, certificates, advances, plate } = said
  const elsewhere = (person.areas ?? []).filter(id => !here.includes(id))
  return {
    areas: [...elsewhere, ...areas],
    neighbours: [...new Set([...(person.neighbours ?? []), ...neighbours])],
    hours,
    skills,
    vehicle,
    certificates,
    advances,
    plate,
    memberships: _.addToSet({ communityId, role: riderRole }),
  }
}

/** 退回并说明. */
export function refuse({ communityId, id, rev, why }: InputOf<typeof rider.refuse>, actor: Actor): Promise<Moved> {
  return applicants.change(rider.refuse, id, actor, {
    rev,
    where: waitingFor(communityId),
    patch: { 'application.state': 'refused' satisfies StoredApplication['state'], 'application.why': why },
  })
}

/**
 * 请他停: with a reason that he reads. What he has in hand, or is asked for by name, goes to somebody else first; what he is given while
 * this is decided the clock takes back. He may apply again.
 * @throws STILL_CARRIES
 */
export async function letGo(input: InputOf<typeof rider.letGo>, actor: Actor): Promise<Moved> {
  const { communityId, id, rev, why } = input
  const { name, trade = 'other', firm = '', phone = '' } = await riderHere(id, communityId, actor)
  const state = _.in([...errand.release.moves.from])
  const his = collectionOf('errands').where({ openTo: personDoor(id), closedAt: never, communityId, state })
  const { total } = await his.count()
  if (total > 0) throw new Failure('STILL_CARRIES', { left: total })
  const application = { communityId, state: 'ended' as const, at: actor.now, name, trade, firm, phone, why }
  const gone = await riders.change(rider.letGo, id, actor, {
    rev,
    where: hereAs(communityId),
    // Its compounds go with it: they would open its doors to him should he come back as a neighbour.
    patch: {
      application,
      memberships: _.pull({ communityId, role: riderRole }),
      areas: _.pullAll(await compoundsOf(communityId)),
    },
  })
  forgetEverybody()
  await his.update({ data: { dueAt: actor.now } })
  return gone
}
