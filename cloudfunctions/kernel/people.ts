import type { Me } from '@domain/role'
import { nobody, scopeOf } from '@domain/role'
import type { Actor } from './actor'
import { _, collectionOf, isDuplicate } from './cloud'
import { personIdOf } from './hash'

/** A person as stored; the OPENID and the phones never leave the cloud. */
export interface Person extends Me {
  _id: string
  openid: string
  touchedAt: number
  /** The number families may be given while he has their errand; written by himself for that. */
  phone?: string
  firm?: string
  advances?: boolean
  confirmed?: { by: string; how: string; at: number }
}

const people = collectionOf('people')
const cache = new Map<string, { person: Person; until: number }>()
const cachedForMs = 60_000

/**
 * Who this OPENID is, or nothing for a guest. A warm instance remembers a person for 60 s, which may only allow: whoever refuses,
 * or does something that cannot be taken back, asks `fresh`.
 */
export async function personOf(openid: string, now: number, fresh = false): Promise<Person | undefined> {
  const held = cache.get(openid)
  if (held && held.until > now && !fresh) return held.person
  const { data } = await people.doc(personIdOf(openid)).get()
  const person = (data ?? undefined) as Person | undefined
  if (person) cache.set(openid, { person, until: now + cachedForMs })
  else cache.delete(openid)
  return person
}

/** A person as he sees himself; a guest has an id and nothing else. */
export function meOf(openid: string, person: Person | undefined): Me {
  if (!person) return { ...nobody, id: personIdOf(openid) }
  return { ...person, id: person._id }
}

const riders = new Map<string, { person: Person; until: number }>()

/** A confirmed rider of this community by id, remembered for 60 s; nothing when he is none. */
export async function riderOf(id: string, communityId: string, now: number): Promise<Person | undefined> {
  const held = riders.get(id)
  const person = held && held.until > now ? held.person : (await peopleById([id]))[0]
  if (!person || !scopeOf(meOf(person.openid, person), 'rider', now).includes(communityId)) return undefined
  riders.set(id, { person, until: now + cachedForMs })
  return person
}

/** Confirmed riders of a community, at most 100 (a community knows its riders; the wave to others is the pool's). */
export async function ridersIn(communityId: string): Promise<Person[]> {
  const { data } = await people
    .where({ 'memberships.communityId': communityId, 'memberships.role': 'rider' })
    .limit(100)
    .get()
  return (data as Person[]).filter(person => scopeOf(meOf(person.openid, person), 'rider', 0).includes(communityId))
}

/** Everyone bound to one of these households. */
export async function relativesOf(householdIds: string[]): Promise<Person[]> {
  if (householdIds.length === 0) return []
  const { data } = await people.where({ 'households.id': _.in(householdIds) }).limit(1000).get()
  return data as Person[]
}

/** People by id, in no order. */
export async function peopleById(ids: string[]): Promise<Person[]> {
  if (ids.length === 0) return []
  const { data } = await people.where({ _id: _.in(ids) }).limit(1000).get()
  return data as Person[]
}

/** The people of each community's desk. */
export async function deskOf(communityIds: string[]): Promise<Map<string, Person[]>> {
  const found = new Map<string, Person[]>()
  for (const communityId of communityIds) {
    const { data } = await people.where({ 'memberships.communityId': communityId, 'memberships.role': 'dispatcher' }).limit(20).get()
    const desk = (data as Person[]).filter(person => scopeOf(meOf(person.openid, person), 'dispatcher', 0).includes(communityId))
    found.set(communityId, desk)
  }
  return found
}

/**
 * Changes a person, or writes down one the cloud did not know: one update, and for a newcomer one insert more. `changes` are fields or
 * commands of the update, `first` what a new record holds instead.
 */
export async function writePerson(actor: Actor, changes: object, first: Partial<Person>): Promise<void> {
  const rev = actor.key
  actor.changed = true
  const { stats } = await people.where({ _id: actor.id }).update({ data: { ...changes, rev, touchedAt: actor.now } })
  if (stats.updated === 1) return
  const { id: _id, ...empty } = nobody
  try {
    await people.add({ data: { ...empty, ...first, _id: actor.id, openid: actor.openid, rev, touchedAt: actor.now } })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}
