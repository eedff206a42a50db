import type { Change, membership } from '@domain/membership'
import type { InputOf } from '@domain/operation'
import { calledRoles, deskRole, isOfShop, mayAppoint, type Membership } from '@domain/role'
import { _ } from '../kernel/cloud'
import type { Actor } from '../kernel/actor'
import { anew } from '../kernel/anew'
import { communityOf } from '../kernel/communities'
import { askedHolders, holdersByRole, sameSeat } from '../kernel/holders'
import type { Person } from '../kernel/people'
import { appointedAs, appointments, type Kept, type Office } from './appointments'

/** 同事: who is at the desk, in the shops, in the departments, and who came and went lately. A clerk sees his own shops. */
export async function colleagues({ communityId }: InputOf<typeof membership.colleagues>, actor: Actor) {
  const gone = { communityId, state: _.in(['accepted', 'takenBack', 'ended']) }
  const [lately, people] = await anew(
    actor,
    appointments.asked(gone, { order: { touchedAt: 'desc' }, limit: 20 }),
    askedHolders(communityId, calledRoles),
  )
  const held = holdersByRole(people, communityId, calledRoles, actor.now)
  const community = await communityOf(communityId, actor.now)
  const names = new Map((community?.compounds ?? []).map(({ id, name }) => [id, name]))
  const all = calledRoles.flatMap(role =>
    (held.get(role) ?? []).flatMap(person =>
      seatsOf(person, role, communityId).map(seat => ({ ...seat, ...named(seat, names), mayEnd: mayEnd(actor, seat) })),
    ),
  )
  const seesAll = mayAppoint(actor.me, { communityId, role: deskRole }, actor.now) || actor.isDesk(communityId)
  return {
    rows: all.filter(row => seesAll || row.mayEnd),
    changes: lately.filter(one => seesAll || mayAppoint(actor.me, one, actor.now)).map(changeOf),
  }
}

/** What a person is here in this role: a clerk is a row for each of his shops. */
function seatsOf({ _id: personId, name, memberships, stations }: Person, role: Office, communityId: string): Seat[] {
  const seat = memberships.find(one => sameSeat(one, { communityId, role }))
  if (!seat) return []
  const shops = stations.filter(one => one.communityId === communityId)
  const facts = { personId, name, ...seat }
  if (!isOfShop(role)) return [facts]
  return shops.map(shop => ({ ...facts, stationId: shop.id, place: shop.name }))
}

interface Seat extends Membership {
  personId: string
  name: string
  stationId?: string
  place?: string
}

const named = ({ compoundId }: Seat, names: ReadonlyMap<string, string>): { place?: string } => {
  const place = compoundId === undefined ? undefined : names.get(compoundId)
  return place === undefined ? {} : { place }
}

const mayEnd = (actor: Actor, seat: Seat): boolean =>
  seat.personId === actor.id || mayAppoint(actor.me, seat, actor.now)

/** The last thing that happened to an appointment. */
function changeOf(one: Kept): Change {
  const last = one.timeline?.at(-1)
  const how = hows.find(state => state === one.state) ?? 'ended'
  return {
    ...appointedAs(one),
    who: one.who ?? '',
    by: how === 'accepted' ? one.by : (last?.who ?? ''),
    how,
    at: one.touchedAt,
  }
}
const hows = ['accepted', 'ended', 'takenBack'] as const
