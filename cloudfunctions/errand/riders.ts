import type { errand } from '@domain/errand'
import { busyFor } from '@domain/errand/clash'
import type { RiderCard } from '@domain/errand/dispatching'
import { handDay } from '@domain/errand/hands'
import { isInHand } from '@domain/errand/record'
import { byName } from '@domain/errand/suggest'
import type { InputOf } from '@domain/operation'
import type { Declared } from '@domain/rider/record'
import { dayOf, weekStart } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { gridsPassed } from '../kernel/grids'
import { askedRiders, ridersAmong, type Person } from '../kernel/people'
import { errands } from './errands'
import type { ErrandDocument } from './rise'

/** An errand as far as it counts for who carries it. */
const counted = ['riderId', 'state', 'acceptedAt', 'offer', 'when', 'kind'] as const satisfies (keyof ErrandDocument)[]
type Carried = Pick<ErrandDocument, (typeof counted)[number]>

/** Whom the desk can ask, with what he carries now and has carried this week: counts of errands, never of time. */
export async function riders({ communityId }: InputOf<typeof errand.riders>, { now }: Actor) {
  const [people, week] = await together(
    askedRiders(communityId),
    errands.asked({ communityId, closedAt: _.gte(weekStart(now)) }, { limit: 1000, only: [...counted] }),
  )
  return { rows: await cardsOf(communityId, ridersAmong(people, communityId, now), week, now) }
}

/** What suggestions need of each rider, in name order: what he says of himself, and what he has of this week's errands. */
export async function cardsOf(
  communityId: string,
  people: readonly Person[],
  week: readonly Carried[],
  now: number,
): Promise<RiderCard[]> {
  const passes = await gridsPassed(communityId, now)
  return people
    .map(person => ({ ...said(person, now), ...passes(person.areas), ...load(person._id, week, now) }))
    .sort(byName)
}

function said(person: Person & Partial<Declared>, now: number) {
  const { _id: id, name, trade = 'other', areas = [], freeUntil, advances } = person
  const { hours, skills, vehicle, certificates, quiet, weeklyCap, awayUntil = 0 } = person
  const away = awayUntil > now
  const free = freeUntil > now
  return {
    id,
    name,
    trade,
    areas,
    free,
    away,
    advances: advances !== false,
    hours,
    skills,
    vehicle,
    certificates,
    weeklyCap,
    ...(quiet !== 'trade' && { quiet }),
  }
}

function load(id: string, week: readonly Carried[], now: number) {
  const carried = week.filter(row => row.riderId === id)
  const asked = week.filter(row => row.riderId === undefined && row.offer?.riderId === id)
  const has = carried.filter(isInHand)
  const onDay = (rows: readonly Carried[], on: string) => rows.filter(row => handDay(row, now) === on).length
  const days = [...new Set([...has, ...asked].map(row => handDay(row, now)))].filter(on => on > dayOf(now)).sort()
  const booked = [...has, ...asked].flatMap(row => busyFor(row) ?? []).filter(({ until }) => until > now)
  return {
    inHand: onDay(has, dayOf(now)),
    thisWeek: carried.filter(row => (row.acceptedAt ?? 0) >= weekStart(now)).length,
    ...(asked.length > 0 && { asked: asked.length }),
    ...(days.length > 0 && { ahead: days.map(on => ({ on, inHand: onDay(has, on), asked: onDay(asked, on) })) }),
    ...(booked.length > 0 && { booked }),
  }
}
