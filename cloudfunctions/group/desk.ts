import { Failure } from '@domain/failure'
import { codeLastsMs, group, inviteLastsMs } from '@domain/group'
import type { InputOf, Moved } from '@domain/operation'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { communities } from '../kernel/communities'
import { createdId, sixDigits } from '../kernel/hash'
import { codeId, groups, invites } from './groups'

/** The community's groups, and which of them WeChat knows by now. */
export async function list({ communityId }: InputOf<typeof group.list>) {
  const [[community], bound] = await together(communities.one(communityId), groups.asked({ communityId }))
  if (!community) throw new Failure('NOT_FOUND')
  const rows = community.groups.map(one => {
    const is = bound.find(({ groupId, endedAt }) => groupId === one.id && endedAt === never)
    return { ...one, ...(is && { boundAt: is.boundAt, boundBy: is.boundBy }) }
  })
  return { rows }
}

/** A card for this group: good for half an hour, and for whoever asked for it. */
export async function invite({ communityId, groupId }: InputOf<typeof group.invite>, actor: Actor) {
  const community = await communities.get(communityId)
  if (!community?.groups.some(({ id }) => id === groupId)) throw new Failure('NOT_FOUND')
  const id = createdId(actor.id, actor.key)
  const until = actor.now + inviteLastsMs
  const fields = { communityId, groupId, personId: actor.id, until, usedAt: 0 }
  const made = await invites.add(group.invite, actor, fields, { id })
  return { invite: made._id, until: made.until }
}

/** 认错了. */
export async function release({ communityId, groupId }: InputOf<typeof group.release>, actor: Actor): Promise<Moved> {
  const bound = await groups.find({ communityId })
  const [is] = bound.filter(one => one.groupId === groupId && one.endedAt === never)
  if (!is) throw new Failure('NOT_FOUND')
  return groups.change(group.release, is._id, actor, { patch: { endedAt: actor.now } })
}

/** 进群码: one a community; a new one takes the place of the old. */
export async function code({ communityId }: InputOf<typeof group.code>, actor: Actor) {
  const id = codeId(communityId)
  const fresh = { code: sixDigits(), until: actor.now + codeLastsMs }
  const first = { communityId, groupId: '', personId: actor.id, usedAt: 0, ...fresh }
  const made = await invites.add(group.code, actor, first, { id })
  if (made.rev !== actor.key) await invites.change(group.code, id, actor, { patch: { ...fresh, personId: actor.id } })
  const stands = await invites.get(id)
  return { code: stands?.code ?? '', until: stands?.until ?? 0 }
}
