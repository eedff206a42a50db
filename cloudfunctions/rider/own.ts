import type { InputOf, Moved } from '@domain/operation'
import type { rider } from '@domain/rider'
import { riderRole, scopeOf } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { writePerson } from '../kernel/people'
import { checkPapers } from './papers'
import { checkPlaces } from './places'
import { riders } from './riders'

/** 接单资料: what he says of himself, at once. */
export async function edit(said: InputOf<typeof rider.edit>, actor: Actor): Promise<Moved> {
  await checkPlaces(said, scopeOf(actor.me, riderRole, actor.now))
  if (said.certificates) checkPapers(said.certificates, (await riders.get(actor.id))?.certificates, actor.now)
  const changes = Object.fromEntries(Object.entries(said).map(([field, value]) => [field, set(value)]))
  await writePerson(actor, { changes })
  return { id: actor.id, state: '', rev: actor.key, at: actor.now }
}

/** What reads as nothing of his own is taken out: the hours of his trade, as many a week as come. */
const set = (value: unknown): unknown =>
  value === 'trade' || value === 0 ? _.remove() : typeof value === 'object' ? _.set(value) : value

/** What he told us of himself, how it stands with which desk, and who looked at his number. */
export async function mine(_input: object, actor: Actor) {
  const person = await riders.get(actor.id)
  if (!person) return { confirmations: [], looks: [] }
  const { confirmations = [], looks = [], application, trade } = person
  return { application, confirmations, looks, ...(trade !== undefined && { profile: { ...person, trade } }) }
}
