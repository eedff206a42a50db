import { newConsents } from '@domain/consent'
import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import type { rider } from '@domain/rider'
import { applyNeeds } from '@domain/rider/record'
import { riderRole, scopeOf } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { agreeing, writePerson } from '../kernel/people'
import { checkPapers } from './papers'
import { checkPlaces } from './places'
import type { StoredApplication } from './riders'

/** 报名: kept apart until the community has confirmed him; nothing he says of himself counts before. */
export async function apply(input: InputOf<typeof rider.apply>, actor: Actor): Promise<Moved> {
  const { agreed, ...said } = input
  const { communityId } = said
  if (scopeOf(actor.me, riderRole, actor.now).includes(communityId)) throw new Failure('ALREADY_APPLIED')
  if (!(await communities.get(communityId))) throw new Failure('NOT_FOUND')
  await checkPlaces(said, [communityId])
  checkPapers(said.certificates, [], actor.now)
  const consents = newConsents(actor.me, applyNeeds, agreed, actor.now)
  const application: StoredApplication = { ...said, state: 'waiting', at: actor.now }
  return handIn(application, actor, { changes: agreeing(consents), first: { name: said.name, consents } })
}

/** A change of what was confirmed: asked of one of his desks, and nothing changes before it answers. */
export async function amend(input: InputOf<typeof rider.amend>, actor: Actor): Promise<Moved> {
  return handIn({ ...input, state: 'waiting', amends: true, at: actor.now }, actor)
}

/** One application at a time waits for a desk. @throws ALREADY_APPLIED */
async function handIn(
  application: StoredApplication,
  actor: Actor,
  { changes = {}, first }: { changes?: object; first?: object } = {},
): Promise<Moved> {
  const done = await writePerson(actor, {
    changes: { application: _.set(application), ...changes },
    ...(first && { first: { ...first, application } }),
    where: { 'application.state': _.neq('waiting') },
  })
  if (!done) throw new Failure('ALREADY_APPLIED')
  return { id: actor.id, state: application.state, rev: actor.key, at: actor.now }
}
