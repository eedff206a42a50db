import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { people } from '@domain/people'
import { scopeOf } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { writePerson } from '../kernel/people'
import { applicants as records, type StoredApplication } from './persons'

/** 报名: kept apart until the community has confirmed him; nothing he says of himself counts before. */
export async function apply(input: InputOf<typeof people.apply>, actor: Actor): Promise<Moved> {
  const { agreed: _agreed, ...said } = input
  if (scopeOf(actor.me, 'rider', actor.now).includes(input.communityId)) throw new Failure('ALREADY_APPLIED')
  const application: StoredApplication = { ...said, state: 'waiting', at: actor.now }
  const where = { 'application.state': _.neq('waiting') }
  const done = await writePerson(actor, {
    changes: { application: _.set(application) },
    first: { name: input.name, application },
    where,
  })
  if (!done) throw new Failure('ALREADY_APPLIED')
  return { id: actor.id, state: application.state, rev: actor.key, at: actor.now }
}

/** 新来的: who waits to be confirmed, the first to apply first. */
export async function applicants({ communityId }: InputOf<typeof people.applicants>) {
  const waiting = await records.find(
    { 'application.communityId': communityId, 'application.state': 'waiting' },
    { order: { 'application.at': 'asc' }, limit: 50 },
  )
  const rows = waiting.flatMap(({ _id, rev, application }) => (application ? [{ ...application, id: _id, rev }] : []))
  return { rows }
}

/** The desk has seen him, or his firm vouches; who, how and when is kept. From now on he is offered errands here, as who he said he is. */
export async function confirmRider(
  { communityId, id, rev, how }: InputOf<typeof people.confirmRider>,
  actor: Actor,
): Promise<Moved> {
  const said = (await records.get(id))?.application
  if (!said) throw new Failure('NOT_FOUND')
  const { name, trade, firm, phone, areas, advances } = said
  return records.change(people.confirmRider, id, actor, {
    rev,
    where: { 'application.communityId': communityId, 'application.state': 'waiting' },
    patch: {
      name,
      trade,
      firm,
      phone,
      areas,
      advances,
      'application.state': 'confirmed',
      confirmed: { by: actor.name, how, at: actor.now },
      memberships: _.addToSet({ communityId, role: 'rider' }),
    },
  })
}

/** 退回并说明. */
export function refuseRider(
  { communityId, id, rev, why }: InputOf<typeof people.refuseRider>,
  actor: Actor,
): Promise<Moved> {
  return records.change(people.refuseRider, id, actor, {
    rev,
    where: { 'application.communityId': communityId, 'application.state': 'waiting' },
    patch: { 'application.state': 'refused', 'application.why': why },
  })
}
