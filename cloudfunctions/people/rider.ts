import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { people } from '@domain/people'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { writePerson } from '../kernel/people'
import { applicants as records, type StoredApplication } from './persons'

/** 报名: he sees nothing of any errand until the community has confirmed him. */
export async function apply(input: InputOf<typeof people.apply>, actor: Actor): Promise<Moved> {
  const { communityId, name, trade, firm, phone, areas, advances } = input
  if (actor.me.application?.state === 'waiting') throw new Failure('ALREADY_APPLIED')
  const application: StoredApplication = { communityId, state: 'waiting', trade, firm, name, areas, at: actor.now }
  const said = { name, trade, firm, phone, areas, advances }
  await writePerson(actor, { ...said, areas: _.set(areas), application: _.set(application) }, { ...said, application })
  return { id: actor.id, state: application.state, rev: actor.key, at: actor.now }
}

/** 新来的: who waits to be confirmed, the first to apply first. */
export async function applicants({ communityId }: InputOf<typeof people.applicants>) {
  const waiting = await records.find(
    { 'application.communityId': communityId, 'application.state': 'waiting' }, { order: { 'application.at': 'asc' }, limit: 50 },
  )
  const rows = waiting.flatMap(({ _id, rev, application }) => (application ? [{ ...application, id: _id, rev }] : []))
  return { rows }
}

/** The desk has seen him, or his firm vouches; who, how and when is kept. From now on he is offered errands here. */
export function confirmRider({ communityId, id, rev, how }: InputOf<typeof people.confirmRider>, actor: Actor): Promise<Moved> {
  return records.change(people.confirmRider, id, actor, {
    rev,
    where: { 'application.communityId': communityId, 'application.state': 'waiting' },
    patch: {
      'application.state': 'confirmed',
      confirmed: { by: actor.name, how, at: actor.now },
      memberships: _.addToSet({ communityId, role: 'rider' }),
    },
  })
}

/** 退回并说明. */
export function refuseRider({ communityId, id, rev, why }: InputOf<typeof people.refuseRider>, actor: Actor): Promise<Moved> {
  return records.change(people.refuseRider, id, actor, {
    rev,
    where: { 'application.communityId': communityId, 'application.state': 'waiting' },
    patch: { 'application.state': 'refused', 'application.why': why },
  })
}
