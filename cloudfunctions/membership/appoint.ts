import { Failure } from '@domain/failure'
import { invitationLastsMs, membership } from '@domain/membership'
import type { InputOf } from '@domain/operation'
import { officeRole } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { eightDigits, hash } from '../kernel/hash'
import { holdersIn } from '../kernel/holders'
import { appointments } from './appointments'

type Appointing = InputOf<typeof membership.appoint>

/**
 * 街道第一位, at installation: makes the community if there is none of that name, and an invitation if there is neither an officer nor one
 * that is still open, so that a second run makes nothing; `another` invites beside those who are there.
 */
export async function appoint(input: Appointing, actor: Actor) {
  const { communityId, subdistrictId } = await communityOf(input, actor)
  const officers = (await holdersIn(communityId, officeRole, actor.now)).map(({ name }) => name)
  if (officers.length > 0 && !input.another) return { communityId, officers }
  const open = await appointments.find({ communityId, state: 'open', until: _.gt(actor.now) })
  const standing = open.find(one => one.subdistrictId === subdistrictId && one.byId === actor.id)
  const {
    _id: id,
    code,
    until,
  } = standing ??
  (await appointments.add(membership.appoint, actor, {
    communityId,
    role: officeRole,
    place: input.subdistrict,
    subdistrictId,
    byId: actor.id,
    by: actor.name,
    until: actor.now + invitationLastsMs,
    endsAt: actor.now + invitationLastsMs,
    code: eightDigits(),
  }))
  return { communityId, officers, invitation: { id, code, until } }
}

/** @throws BAD_INPUT for a community of another subdistrict, or a new one without a telephone */
async function communityOf({ subdistrict, community: name, phone }: Appointing, actor: Actor) {
  const all = await communities.find({}, { order: { name: 'asc' }, limit: 1000 })
  const own = all.find(one => one.name === name)
  if (own?.subdistrict !== undefined && own.subdistrict !== subdistrict)
    throw new Failure('BAD_INPUT', { field: 'community', why: `${name}属于${own.subdistrict}` })
  const known = all.find(one => one.subdistrict === subdistrict)?.subdistrictId
  const subdistrictId = known ?? `s${hash(subdistrict, 12)}`
  const of = { subdistrictId, subdistrict }
  if (own) {
    await communities.book(own._id, undefined, of)
    return { communityId: own._id, subdistrictId }
  }
  if (phone === undefined) throw new Failure('BAD_INPUT', { field: 'phone', why: `${name}还没有，要写它的电话` })
  const communityId = `c${hash(`${subdistrict} ${name}`, 12)}`
  const fields = { communityId, name, phone, compounds: [], groups: [], grids: [], ...of }
  await communities.add(membership.appoint, actor, fields, { id: communityId })
  return { communityId, subdistrictId }
}
