import { Failure } from '@domain/failure'
import { membership } from '@domain/membership'
import type { InputOf, Moved } from '@domain/operation'
import { isOfDesk, isOfShop, mayAppoint, mustStay, scopeOf } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { hash } from '../kernel/hash'
import { reshape, sameSeat } from '../kernel/holders'
import { meOf, peopleById, personOf, type Person } from '../kernel/people'
import { isLast, mannedAs, oneByOne } from '../kernel/staying'
import { appointments, type Kept } from './appointments'

type Ending = InputOf<typeof membership.end>

/**
 * He leaves, hands his shop on, or is taken off: what led to it keeps who ended it and when, then it is taken from him. Out of a shop, too,
 * one goes at a time: two of its clerks who hand it on to each other would leave it without one.
 * @throws LAST_AT_DESK, LAST_IN_OFFICE, NOT_FOUND when he is none or the other no clerk there, STALE while another is leaving
 */
export async function end(input: Ending, actor: Actor): Promise<Moved> {
  const { communityId, personId, role, stationId, to } = input
  const isOwn = personId === actor.id
  if (to !== undefined ? !isOwn : !isOwn && !(await mayTakeOff(input, actor))) throw new Failure('FORBIDDEN')
  const places = await mannedAs(role, [communityId])
  const shops = isOfShop(role) && stationId !== undefined ? [{ id: stationId }] : []
  return oneByOne([...places, ...shops], actor.now, async () => {
    for (const place of places)
      if (await isLast(place, personId, actor.now))
        throw new Failure(isOfDesk(role) ? 'LAST_AT_DESK' : 'LAST_IN_OFFICE')
    if (to !== undefined && !actor.isRepeat && !(await mayTakeOver(to, input, actor))) throw new Failure('NOT_FOUND')
    return leave(input, actor)
  })
}

/** Another clerk of that very shop, now. */
async function mayTakeOver(to: string, { communityId, personId, role, stationId }: Ending, { now }: Actor) {
  const [person] = to === personId || !isOfShop(role) ? [] : await peopleById([to])
  if (!person) return false
  const isClerk = scopeOf(meOf(person.openid, person), role, now).includes(communityId)
  return isClerk && person.stations.some(({ id }) => id === stationId)
}

/** Whoever might have called him in. */
async function mayTakeOff({ communityId, personId, role, stationId }: Ending, { me, now }: Actor): Promise<boolean> {
  const [person] = await peopleById([personId])
  const compoundId = person?.memberships.find(one => sameSeat(one, { communityId, role }))?.compoundId
  return mayAppoint(me, { communityId, role, stationId, compoundId }, now)
}

async function leave(input: Ending, actor: Actor): Promise<Moved> {
  const [person] = await peopleById([input.personId])
  if (!person) throw new Failure('NOT_FOUND')
  const communityIds = await placesOf(input)
  const receipt = await close(input, person, communityIds, actor)
  const leaves = (standing: Person) => without(standing, input, communityIds)
  const isOwn = person._id === actor.id
  await reshape(person._id, `${actor.key}.end`, leaves, isOwn ? actor : undefined)
  // Read while the others still wait: what they do next is no part of this answer.
  if (isOwn) actor.me = meOf(actor.openid, await personOf(actor.openid, actor.now, true))
  return receipt
}

/** Ends what led to it; of who was there before anybody was invited a record of his going is made. */
async function close(input: Ending, person: Person, communityIds: readonly string[], actor: Actor): Promise<Moved> {
  const { communityId, personId, role, stationId } = input
  const led = (await appointments.find({ personId, communityId: _.in([...communityIds]) })).filter(
    one => one.role === role && one.stationId === stationId && isOpen(one, actor),
  )
  const over = { patch: { endsAt: actor.now } }
  for (const one of led.slice(1)) await appointments.move(membership.end, one._id, actor, over)
  const [first] = led
  if (first) return appointments.move(membership.end, first._id, actor, over)
  const id = `e${hash(`${communityId} ${personId} ${role} ${stationId ?? ''}`)}`
  const isThere = person.memberships.some(one => sameSeat(one, { communityId, role }))
  const gone = {
    communityId,
    role,
    byId: '',
    by: '',
    until: actor.now,
    endsAt: actor.now,
    code: '',
    personId,
    who: person.name,
  }
  const made = isThere
    ? await appointments.add(membership.end, actor, { ...gone, ...(stationId !== undefined && { stationId }) }, { id })
    : await appointments.repeatedOr(new Failure('NOT_FOUND'), id, actor)
  return { id, state: membership.end.moves.to, rev: made.rev, at: made.touchedAt }
}

const isOpen = ({ state, timeline }: Kept, { key }: Actor): boolean =>
  membership.end.moves.from.some(from => from === state) || timeline?.at(-1)?.key === key

/** Where it counts: the subdistrict's own people belong to all its communities. */
async function placesOf({ communityId, role }: Ending): Promise<string[]> {
  if (mustStay(role) !== 'inSubdistrict') return [communityId]
  const subdistrictId = (await communities.get(communityId))?.subdistrictId
  if (subdistrictId === undefined) return [communityId]
  return (await communities.find({ subdistrictId }, { only: ['name'] })).map(({ _id }) => _id)
}

/** A clerk of two shops who leaves one is still a clerk. */
function without({ memberships, stations }: Person, { role, stationId }: Ending, communityIds: readonly string[]) {
  const isHere = ({ communityId }: { communityId: string }) => communityIds.includes(communityId)
  const keeps = isOfShop(role)
  const kept = keeps
    ? stations.filter(one => !isHere(one) || (stationId !== undefined && one.id !== stationId))
    : stations
  const isStill = keeps && kept.some(isHere)
  return {
    memberships: memberships.filter(one => isStill || one.role !== role || !isHere(one)),
    stations: kept,
  }
}
