import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import { mostDays, type SubstituteRecord } from '@domain/household/substituting'
import { householdInbox, toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import { dayAfter } from '@domain/recurring/day'
import { dayOf, dayStart, momentOf } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { households, type HouseholdDocument } from '../kernel/households'
import { bookErrandsOn, tellRelatives } from '../kernel/kin'
import { correctAll, riderOf } from '../kernel/people'
import { substituteFor, substituteId, substitutes } from '../kernel/substitutes'
import { askedAccepted, askedOn, askInstead } from './asked'
import { homeBeside, homeFor } from './home-for'

/** One tap, a write for each day: the key of each is made of the tap's own. */
const onDay = (actor: Actor, on: string): Actor => ({ ...actor, key: `${actor.key}.${on}` })

/**
 * 替一天: on each of these days that rider comes instead of the regular one, who stays the regular one. The household says on which days
 * somebody stands in, before it is so: an errand that looks in vain is late by one request, one that does not look would ask the wrong one.
 * @throws NOT_FOUND for no confirmed rider here; PAST_SLOT for a day that is over; FORBIDDEN for the regular one himself
 */
export async function substitute(input: InputOf<typeof household.substitute>, actor: Actor): Promise<Moved> {
  const { id, riderId, on: days } = input
  const { home } = await homeFor(household.substitute, id, actor)
  if (days.some(on => on < dayOf(actor.now))) throw new Failure('PAST_SLOT')
  if (riderId === home.regularRiderId) throw new Failure('BAD_INPUT', { why: '他本来就常来' })
  const rider = await riderOf(riderId, home.communityId, actor.now)
  if (!rider) throw new Failure('NOT_FOUND')
  // What is over is forgotten, so that the list stays short.
  await households.book(id, undefined, { substitutedOn: _.pull(_.lt(dayOf(actor.now))) })
  await households.book(id, undefined, { substitutedOn: _.addToSet({ $each: days }) })
  let moved: Moved | undefined
  for (const on of days) moved = await nameFor(home, { id: riderId, name: rider.name }, on, onDay(actor, on))
  await tellAll(home, [riderId, home.regularRiderId], actor)
  return moved ?? { id, state: 'named', rev: actor.key, at: actor.now }
}

async function nameFor(
  home: HouseholdDocument,
  rider: { id: string; name: string },
  on: string,
  actor: Actor,
): Promise<Moved> {
  const { _id: householdId, communityId, regularRiderId, regularRider } = home
  const id = substituteId(householdId, on)
  const named = {
    riderId: rider.id,
    riderName: rider.name,
    ...(regularRiderId && { regularRiderId }),
    ...(regularRider && { regularRider }),
    by: actor.name,
    inboxOf: [householdInbox(householdId), toPerson(rider.id), ...(regularRiderId ? [toPerson(regularRiderId)] : [])],
    endsAt: momentOf(dayAfter(on), '00:00'),
  } satisfies Partial<SubstituteRecord>
  const stands = await substitutes.add(household.substitute, actor, { communityId, householdId, on, ...named }, { id })
  const moved =
    stands.rev === actor.key
      ? { id, state: stands.state ?? '', rev: actor.key, at: stands.touchedAt }
      : await substitutes.move(household.substitute, id, actor, { patch: named })
  await bookStanding(home, on, moved.at, actor)
  return moved
}

/**
 * Writes on that day's errands who stands in as it is now, and asks him what was asked of who came before: a tap that comes again late takes
 * nothing from who was named since.
 */
async function bookStanding(home: HouseholdDocument, on: string, decidedAt: number, actor: Actor): Promise<void> {
  const { _id: householdId, regularRiderId } = home
  const asked = await askedOn(householdId, on)
  const stands = await substituteFor({ _id: householdId, substitutedOn: [on] }, on)
  const nobody = { substituteId: _.remove(), substituteName: _.remove() }
  await bookErrandsOn(householdId, on, { ...nobody, ...stands })
  if (!stands.substituteId) await households.book(householdId, undefined, { substitutedOn: _.pull(on) })
  const comes = stands.substituteId ?? regularRiderId
  await askInstead(asked, [regularRiderId], { comes, decidedAt }, actor)
}

/** 不用替了: the regular one comes that day after all. */
export async function unsubstitute(input: InputOf<typeof household.unsubstitute>, actor: Actor): Promise<Moved> {
  const { home } = await homeFor(household.unsubstitute, input.id, actor)
  const id = substituteId(home._id, input.on)
  const moved = await substitutes.move(household.unsubstitute, id, actor, {})
  const { riderId } = (await substitutes.get(id)) ?? {}
  await bookStanding(home, input.on, moved.at, onDay(actor, input.on))
  await tellAll(home, [riderId, home.regularRiderId], actor)
  return moved
}

/** The days to come, in their order. */
export async function substitutesOf({ id }: InputOf<typeof household.substitutes>, actor: Actor) {
  const where = { householdId: id, on: _.gte(dayOf(actor.now)) }
  const inOrder = { order: { on: 'asc' }, limit: 2 * mostDays, omit: ['timeline', 'outbox'] } as const
  const { found } = await homeBeside(
    household.substitutes,
    id,
    actor,
    substitutes.asked(where, inOrder),
    askedAccepted([id], dayStart(actor.now)),
  )
  const [days, accepted] = found
  const rows = days.filter(({ state }) => household.unsubstitute.moves.from.some(from => from === state))
  const keptBy = ({ on, riderId }: (typeof rows)[number]) =>
    accepted.find(one => one.when && dayOf(one.when.from) === on && one.riderId !== riderId)?.riderName
  return { rows: rows.map(row => ({ ...row, id: row._id, keptBy: keptBy(row) })) }
}
export { substitutesOf as substitutes }

/** It is in their 消息; what they have not read is marked. */
async function tellAll(home: HouseholdDocument, riderIds: (string | undefined)[], actor: Actor): Promise<void> {
  const mark = `substitute.${actor.key}`
  await correctAll({ _id: _.in(riderIds.filter(Boolean)) }, mark, { toldAt: actor.now })
  await tellRelatives(home._id, actor.now, mark)
}
