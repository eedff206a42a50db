import type { Consent } from '@domain/consent'
import { Failure } from '@domain/failure'
import { mayBeOffered } from '@domain/relation'
import type { Me, Role } from '@domain/role'
import { deskRole, nobody, riderRole, scopeOf } from '@domain/role'
import type { Actor } from './actor'
import { ask, type Asking } from './asking'
import { _, collectionOf, isDuplicate } from './cloud'
import { hash, personIdOf } from './hash'
import { newMemory } from './memory'

/** A person as stored; the OPENID and the phones never leave the cloud. */
export interface Person extends Me {
  _id: string
  openid: string
  touchedAt: number
  /** The number families may be given while he has their errand; written by himself for that. */
  phone?: string
  firm?: string
  advances?: boolean
  /** 本周上限, in errands. */
  weeklyCap?: number
  /** 今天来不了: asked for nothing until then, epoch ms, unless he says 我有空. */
  awayUntil?: number
  /** By which tap of the desk: the same tap, sent again, takes nothing that came to him since. */
  awayBy?: string
  keys?: Done[]
  leaving?: Leaving
}

/** 注销: what is still needed to take somebody out of others' records; he himself is nobody from that moment on. */
export interface Leaving {
  at: number
  name: string
  roles: Role[]
  /** Files of his. */
  files: string[]
  /** Where he was a relative; `together` are to go with him. */
  households: string[]
  together: string[]
  /** Known to nobody once he is gone. */
  secret: string
}

const people = collectionOf('people')
const known = newMemory<Person>()
const guests = newMemory<true>()
const rememberedForMs = 60_000

/** What was remembered of who waits for the community's word would refuse him what he may do by now. */
const isWaiting = ({ application }: Person): boolean => application?.state === 'waiting'

/**
 * Who this OPENID is, or nothing for a guest. A warm instance remembers a person for 60 s, which may only allow: whoever refuses,
 * or does something that cannot be taken back, asks `fresh`; who has applied and waits is not remembered.
 */
export async function personOf(openid: string, now: number, fresh = false): Promise<Person | undefined> {
  const held = fresh ? undefined : known.get(openid, now)
  if (held) return held
  const { data } = await people.doc(personIdOf(openid)).get()
  return met(openid, (data ?? undefined) as Person | undefined, now)
}

/** What `personOf` asks, to be asked together with others; `met` is what comes of the answer. */
export const askedPerson = (openid: string): Asking<Person> => askedPeople([personIdOf(openid)])

/** Keeps in mind who was read. */
export function met(openid: string, person: Person | undefined, now: number): Person | undefined {
  guests.drop(openid)
  if (person && !isWaiting(person) && !person.leaving) known.put(openid, person, now + rememberedForMs)
  else known.drop(openid)
  if (!person) guests.put(openid, true, now + rememberedForMs)
  return person
}

/** True when this OPENID was nobody's a moment ago; enough for what everybody may do, never for a refusal. */
export const isGuest = (openid: string, now: number): boolean => guests.get(openid, now) === true

/** A person as he sees himself; a guest has an id and nothing else, and so has who is leaving. */
export function meOf(openid: string, person: Person | undefined): Me {
  if (!person || person.leaving) return { ...nobody, id: personIdOf(openid) }
  return { ...person, id: person._id }
}

const riders = newMemory<Person>()

/** A confirmed rider of this community whom it may offer something. */
function isRiderIn(person: Person, communityId: string, now: number): boolean {
  const me = meOf(person.openid, person)
  return mayBeOffered(me) && scopeOf(me, riderRole, now).includes(communityId)
}

/** A confirmed rider of this community by id, remembered for 60 s; nothing when he is none. */
export async function riderOf(
  id: string,
  communityId: string,
  now: number,
  fresh = false,
): Promise<Person | undefined> {
  const held = fresh ? undefined : riders.get(id, now)
  if (held && isRiderIn(held, communityId, now)) return held
  const [person] = await peopleById([id])
  if (!person || !isRiderIn(person, communityId, now)) return undefined
  riders.put(id, person, now + rememberedForMs)
  return person
}

/** Reads at once those of these riders whom this instance does not remember, so that `riderOf` need not ask for each. */
export async function meetRiders(ids: readonly string[], communityId: string, now: number): Promise<void> {
  const unknown = [...new Set(ids)].filter(id => !riders.get(id, now))
  for (const person of await peopleById(unknown))
    if (isRiderIn(person, communityId, now)) riders.put(person._id, person, now + rememberedForMs)
}

/** Who holds this role in this community: the pair within one membership, and the fields by which the index finds it. */
export const holding = (communityId: string, role: Role) => ({
  'memberships.communityId': communityId,
  'memberships.role': role,
  memberships: _.elemMatch({ communityId, role }),
})

/** What `ridersIn` asks; `ridersAmong` are those of its answer who are it now. */
export const askedRiders = (communityId: string): Asking<Person> => ({
  from: 'people',
  where: holding(communityId, riderRole),
})

export const ridersAmong = (found: readonly Person[], communityId: string, now: number): Person[] =>
  found.filter(person => isRiderIn(person, communityId, now))

/** Who is a confirmed rider of a community now, at most 100 (a community knows its riders; the wave to others is the pool's). */
export const ridersIn = async (communityId: string, now: number): Promise<Person[]> =>
  ridersAmong(await ask(askedRiders(communityId)), communityId, now)

/** Who is a confirmed rider of one of these communities and declared that he passes this one, at most 100. */
export async function ridersBeside(communityId: string, from: readonly string[], now: number): Promise<Person[]> {
  if (from.length === 0) return []
  const { data } = await people.where({ neighbours: communityId }).limit(100).get()
  return (data as Person[]).filter(person => from.some(id => isRiderIn(person, id, now)))
}

/** Everyone bound to one of these households. */
export async function relativesOf(householdIds: string[]): Promise<Person[]> {
  if (householdIds.length === 0) return []
  const { data } = await people
    .where({ 'households.id': _.in(householdIds) })
    .limit(1000)
    .get()
  return data as Person[]
}

/** People by id, in no order. */
export const peopleById = async (ids: string[]): Promise<Person[]> => (ids.length === 0 ? [] : ask(askedPeople(ids)))

export const askedPeople = (ids: string[]): Asking<Person> => ({
  from: 'people',
  where: { _id: _.in(ids) },
  limit: Math.min(ids.length, 1000),
})

/** The people of each community's desk now. */
export async function deskOf(communityIds: string[], now: number): Promise<Map<string, Person[]>> {
  const found = new Map<string, Person[]>()
  for (const communityId of communityIds) {
    const { data } = await people.where(holding(communityId, deskRole)).limit(20).get()
    const desk = (data as Person[]).filter(person =>
      scopeOf(meOf(person.openid, person), deskRole, now).includes(communityId),
    )
    found.set(communityId, desk)
  }
  return found
}

/** What somebody is called whose own name others do not read. */
export const unnamed = { resident: '居民', rider: '师傅' } as const

/** What an act adds to what he agreed to, as part of its own write. */
export const agreeing = (consents: readonly Consent[]): object =>
  consents.length === 0 ? {} : { consents: _.push({ each: [...consents] }) }

/** Writes into him what was decided of him, `mark` names what: his phone is sent him anew. May be done twice. False when `where` does not hold. */
export async function correct(id: string, mark: string, data: object, where: object = {}): Promise<boolean> {
  return (await correctAll({ _id: id, ...where }, mark, data)) === 1
}

/** The same for everybody of whom `where` holds. @returns how many they were */
export async function correctAll(where: object, mark: string, data: object): Promise<number> {
  const { stats } = await people.where(where).update({ data: { ...data, rev: mark } })
  forgetEverybody()
  return stats.updated
}

/** After something was decided of a person: this instance remembers nobody, the others for up to 60 s more. */
export function forgetEverybody(): void {
  known.clear()
  riders.clear()
}

/** A name the desk looked at; only while he is still called so. */
export async function rename(id: string, from: string, name: string): Promise<void> {
  await correct(id, `name.${hash(`${id} ${from} ${name}`)}`, { name }, { name: from })
}

/** What a person did last, by key; a repetition is not executed again. */
export interface Done {
  key: string
  sum: string
}

/** Writes a tap down in the person whose it is. */
export const doing = ({ key, sum }: Done): object => ({ keys: _.push({ each: [{ key, sum }], slice: -20 }) })

interface PersonWrite {
  /** Fields or commands of the update. */
  changes: object
  /** What a new record holds instead; absent for what only a known person does. */
  first?: Partial<Person>
  /** What else must hold of a known person. */
  where?: object
  /** The fields in plain, when the change is no more than that: what is remembered is then brought up to date and not read again. */
  plain?: Partial<Me>
}

/**
 * Changes the person who acts, or writes down one the cloud did not know. The key is part of the decision. False when it was refused:
 * `where` does not hold.
 * @throws KEY_REUSED, LEAVING
 */
export async function writePerson(actor: Actor, write: PersonWrite): Promise<boolean> {
  const { changes, first, where = {}, plain } = write
  const done: Done = { key: actor.key, sum: actor.sum }
  if (actor.refusal) {
    const standing = await personOf(actor.openid, actor.now, true)
    if (standing && isRepeated(standing, done)) return true
    throw actor.refusal
  }
  const stamp = { rev: actor.key, touchedAt: actor.now }
  const data = { ...changes, ...stamp, ...doing(done) }
  const unrepeated = { _id: actor.id, 'keys.key': _.neq(actor.key), leaving: _.eq(null) }
  const held = known.get(actor.openid, actor.now)
  if (plain && held?.rev === actor.me.rev) {
    const { stats } = await people.where({ ...unrepeated, rev: actor.me.rev, ...where }).update({ data })
    if (stats.updated === 1) {
      known.replace(actor.openid, { ...held, ...plain, ...stamp })
      actor.me = { ...actor.me, ...plain, rev: stamp.rev }
      return true
    }
  }
  actor.changed = true
  const written = async () => (await people.where({ ...unrepeated, ...where }).update({ data })).stats.updated === 1
  if (await written()) return true
  const standing = await personOf(actor.openid, actor.now, true)
  if (standing?.leaving) throw new Failure('LEAVING')
  if (standing && isRepeated(standing, done)) return true
  // A newcomer may have become known since, by something else that he did at the same moment.
  if (standing) return first !== undefined && written()
  const { id: _id, ...empty } = nobody
  try {
    await people.add({ data: { ...empty, ...first, _id: actor.id, openid: actor.openid, ...stamp, keys: [done] } })
    return true
  } catch (error) {
    // The same newcomer did something else at the same moment: he is known by now.
    if (!isDuplicate(error)) throw error
    return writePerson(actor, write)
  }
}

/** True when this very tap is written down in him. */
export const hasDone = (person: Person | undefined, { key, sum }: Done): boolean =>
  person?.keys?.some(done => done.key === key && done.sum === sum) ?? false

function isRepeated(person: Person, { key, sum }: Done): boolean {
  const before = person.keys?.find(done => done.key === key)
  if (before && before.sum !== sum) throw new Failure('KEY_REUSED')
  return before !== undefined
}
