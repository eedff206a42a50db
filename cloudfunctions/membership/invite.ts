import { Failure } from '@domain/failure'
import { invitationLastsMs, membership, type NewInvitation } from '@domain/membership'
import type { InputOf, Moved } from '@domain/operation'
import { appointedBy, mayAppoint } from '@domain/role'
import type { StationRecord } from '@domain/station'
import type { Actor } from '../kernel/actor'
import { anew } from '../kernel/anew'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { eightDigits } from '../kernel/hash'
import { records } from '../kernel/records'
import { appointedAs, appointments } from './appointments'

const stations = records<Omit<StationRecord, 'id' | 'rev'>>('stations', { lasting: true })

/** 邀请: a card to send and a code to read out. */
export async function invite(input: InputOf<typeof membership.invite>, actor: Actor) {
  if (!mayAppoint(actor.me, input, actor.now)) throw new Failure('FORBIDDEN')
  const fields = {
    ...input,
    ...(await placeOf(input)),
    byId: actor.id,
    by: actor.name,
    until: actor.now + invitationLastsMs,
    endsAt: actor.now + invitationLastsMs,
    code: eightDigits(),
  }
  const made = await appointments.add(membership.invite, actor, fields)
  return { id: made._id, code: made.code, until: made.until }
}

/** The compound or the shop by name, and of the subdistrict which one. @throws NOT_FOUND for one that is not this community's */
async function placeOf(input: NewInvitation): Promise<{ place?: string; subdistrictId?: string }> {
  const { communityId } = input
  if ('stationId' in input) {
    const station = await stations.get(input.stationId)
    if (station?.communityId !== communityId) throw new Failure('NOT_FOUND')
    return { place: station.name ?? '' }
  }
  if ('office' in input) return {}
  const community = await communities.get(communityId)
  if (!('post' in input)) {
    if (community?.subdistrictId === undefined) throw new Failure('NOT_FOUND')
    return { place: community.subdistrict ?? '', subdistrictId: community.subdistrictId }
  }
  if (input.compoundId === undefined) return {}
  const compound = community?.compounds.find(({ id }) => id === input.compoundId)
  if (!compound) throw new Failure('NOT_FOUND')
  return { place: compound.name }
}

/** What is open and whoever asks may take back, the first to end first. */
export async function invitations({ communityId }: InputOf<typeof membership.invitations>, actor: Actor) {
  const stillOpen = { communityId, state: 'open', until: _.gt(actor.now) }
  const [open] = await anew(actor, appointments.asked(stillOpen, { order: { until: 'asc' } }))
  const rows = open
    .filter(one => mayAppoint(actor.me, one, actor.now))
    .map(one => ({ ...appointedAs(one), id: one._id, communityId, by: one.by, until: one.until, code: one.code }))
  return { rows }
}

/** 收回: by whoever could have made it. */
export async function takeBack({ id }: InputOf<typeof membership.takeBack>, actor: Actor): Promise<Moved> {
  const found = await appointments.get(id)
  const isHis = found !== undefined && mayAppoint(actor.me, found, actor.now)
  return appointments.move(membership.takeBack, id, actor, {
    where: role => ({ role: _.in(isHis ? [...appointedBy(role)] : []), until: _.gt(actor.now) }),
  })
}
