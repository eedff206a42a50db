import { Failure } from '@domain/failure'
import type { InputOf } from '@domain/operation'
import { maskedPhone } from '@domain/person'
import { rider } from '@domain/rider'
import { validOn } from '@domain/rider/record'
import { nobody, riderRole, scopeOf } from '@domain/role'
import { dayOf, minuteMs } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { applicants as applying, riders, type StoredApplication } from './riders'

type Found = NonNullable<Awaited<ReturnType<typeof riders.get>>>

/** What a desk reads of a person: his number masked. */
const masked = <P extends { phone?: string | undefined }>(person: P) => ({
  ...person,
  phone: person.phone && maskedPhone(person.phone),
})

/** 新来的: who waits to be confirmed, and whose confirmed name or firm is to be another; the first to say so first. */
export async function applicants({ communityId }: InputOf<typeof rider.applicants>) {
  const waiting = await applying.find(
    { 'application.communityId': communityId, 'application.state': 'waiting' },
    { order: { 'application.at': 'asc' }, limit: 50 },
  )
  return { rows: waiting.flatMap(person => (person.application ? [applicantOf(person, person.application)] : [])) }
}

function applicantOf(person: Found, said: StoredApplication) {
  const { _id: id, rev, name, trade = '', firm, phone } = person
  const before = said.amends && masked({ name, trade, firm, phone })
  return { ...masked(said), id, rev, ...(before && { before }) }
}

/** 这里的师傅, by name. */
export async function list({ communityId }: InputOf<typeof rider.list>, actor: Actor) {
  const today = dayOf(actor.now)
  const where = { 'memberships.communityId': communityId, 'memberships.role': riderRole, ...hereAs(communityId) }
  const people = (await riders.find(where, { limit: 100 })).filter(person =>
    scopeOf({ ...nobody, ...person, id: person._id }, riderRole, actor.now).includes(communityId),
  )
  const rows = people.map(({ _id: id, name, trade = '', firm, certificates = [] }) => {
    const expired = certificates.filter(paper => !validOn(paper, today)).map(({ kind }) => kind)
    return { id, name, trade, firm, expired }
  })
  return { rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'zh')) }
}

/** A rider of this community. @throws NOT_FOUND */
export async function riderHere(id: string, communityId: string, actor: Actor): Promise<Found> {
  const person = await riders.get(id)
  const memberships = person?.memberships ?? []
  if (!person || !scopeOf({ ...nobody, memberships }, riderRole, actor.now).includes(communityId))
    throw new Failure('NOT_FOUND')
  return person
}

/** One of 这里的师傅. */
export async function one({ communityId, id }: InputOf<typeof rider.one>, actor: Actor) {
  const { trade = '', confirmations = [], ...person } = await riderHere(id, communityId, actor)
  const confirmation = confirmations.filter(given => given.communityId === communityId).at(-1)
  return { ...masked(person), id, trade, ...(confirmation && { confirmation }) }
}

/** 看号码: of who applies what he says, of a rider what was confirmed; he reads who looked. */
export async function reveal({ communityId, id }: InputOf<typeof rider.reveal>, actor: Actor) {
  const person = await applying.get(id)
  const said = person?.application
  const isNew = said?.communityId === communityId && said.state === ('waiting' satisfies StoredApplication['state'])
  const door = isNew ? applying : riders
  const standing = isNew ? person : await riderHere(id, communityId, actor)
  const looked = await door.change(rider.reveal, id, actor, {
    where: isNew ? { 'application.communityId': communityId, 'application.state': 'waiting' } : hereAs(communityId),
    patch: { looks: _.push({ each: [{ who: actor.name, byId: actor.id, communityId, at: actor.now }], slice: -100 }) },
  })
  // A repetition is answered while it can be the same tap on a bad line; later it would be a look that nobody wrote down.
  if (actor.now - looked.at > minuteMs) throw new Failure('WRONG_STATE')
  return { number: isNew ? said.phone : standing?.phone }
}

/** That he is a rider of this community, as part of a write's condition. */
export const hereAs = (communityId: string): object => ({ memberships: _.elemMatch({ communityId, role: riderRole }) })
