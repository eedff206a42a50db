import { Failure } from '@domain/failure'
import { group, proofLastsMs, type Entered } from '@domain/group'
import type { GroupMember } from '@domain/group-member'
import type { InputOf } from '@domain/operation'
import { dayOf, never } from '@domain/time'
import * as z from '@domain/zod'
import type { Actor } from '../kernel/actor'
import { _, appId } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { writePerson } from '../kernel/people'
import { Refused } from '../kernel/records'
import { countTry, countWrong, isTriedOut } from '../kernel/tries'
import { codeId, groups, invites } from './groups'

/** What WeChat says of the group a card was tapped in (getGroupEnterInfo). `chat_type`: 3 a group, 4 a work group; old phones have none. */
const Proof = z.object({
  opengid: z.string().check(z.minLength(1)),
  chat_type: z.optional(z.number()),
  watermark: z.object({ appid: z.string(), timestamp: z.number() }),
})
const groupChats = [3, 4]

/**
 * From a card: whoever asked for this card binds the group to the community; whoever comes from a bound group is one of it, on this day;
 * from any other he is a visitor.
 * @throws NOT_A_GROUP when WeChat says nothing of a group; the desk's code is the other way.
 */
export async function enter({ invite }: InputOf<typeof group.enter>, actor: Actor): Promise<Entered> {
  const opengid = groupIn(actor)
  const own = invite === undefined ? undefined : await used(invite, actor)
  if (own) return bind(opengid, own, actor)
  const is = await groups.get(opengid)
  if (!is || is.endedAt !== never) return { how: 'visitor' }
  await remember({ communityId: is.communityId, groupId: is.groupId, name: is.name, on: dayOf(actor.now) }, actor)
  return { how: 'member', communityId: is.communityId, name: is.name }
}

function groupIn(actor: Actor): string {
  const proof = z.safeParse(Proof, actor.openData?.group)
  if (!proof.success) throw new Failure('NOT_A_GROUP')
  const { opengid, chat_type: chat, watermark } = proof.data
  const isOurs = watermark.appid === appId()
  const isFresh = Math.abs(actor.now - watermark.timestamp * 1000) <= proofLastsMs
  if (!isOurs || !isFresh || (chat !== undefined && !groupChats.includes(chat))) throw new Failure('NOT_A_GROUP')
  return opengid
}

/** The invite, if it is his own, in time and not used; his role is asked for now, not when it was made. */
async function used(id: string, actor: Actor) {
  const invite = await invites.get(id)
  if (!invite || invite.personId !== actor.id || !actor.isDesk(invite.communityId)) return undefined
  if (invite.until <= actor.now && invite.usedAt === 0) throw new Failure('NO_SUCH_INVITE')
  try {
    await invites.change(group.enter, id, actor, { where: { usedAt: 0 }, patch: { usedAt: actor.now } })
  } catch (error) {
    // Used before: he comes in like anybody of the group.
    if (error instanceof Refused) return undefined
    throw error
  }
  return invite
}

async function bind(
  opengid: string,
  { communityId, groupId }: { communityId: string; groupId: string },
  actor: Actor,
): Promise<Entered> {
  const community = await communities.get(communityId)
  const named = community?.groups.find(({ id }) => id === groupId)
  if (!named) throw new Failure('NOT_FOUND')
  const { name } = named
  const bound = { communityId, groupId, name, boundAt: actor.now, boundBy: actor.name, endedAt: never }
  const standing = await groups.add(group.enter, actor, bound, { id: opengid })
  if (standing.rev !== actor.key) {
    // Somebody else's community keeps its group until its own desk lets it go.
    const isFree = _.or([{ communityId }, { endedAt: _.lte(actor.now) }])
    await groups.change(group.enter, opengid, actor, { where: isFree, patch: bound }).catch(error => {
      throw error instanceof Refused ? new Failure('OTHER_COMMUNITY') : error
    })
  }
  await remember({ communityId, groupId, name, on: dayOf(actor.now) }, actor)
  return { how: 'bound', communityId, name }
}

/**
 * 进群码: said by the desk. A try is counted before it is compared, and each person has his own: a stranger who guesses locks out himself.
 * @throws ASK_DESK, NO_SUCH_INVITE
 */
export async function join({ communityId, code }: InputOf<typeof group.join>, actor: Actor): Promise<Entered> {
  const of = { what: 'group', communityId } as const
  const left = await countTry(of, actor)
  if (left === undefined || (await isTriedOut(of, actor.now))) throw new Failure('ASK_DESK')
  const stands = await invites.get(codeId(communityId))
  const isRight = stands !== undefined && stands.until > actor.now && stands.code === code
  const community = isRight ? await communities.get(communityId) : undefined
  if (!community) {
    await countWrong(of, actor)
    throw new Failure('NO_SUCH_INVITE')
  }
  await remember({ communityId, groupId: '', name: community.name, on: dayOf(actor.now) }, actor)
  return { how: 'code', communityId, name: community.name }
}

/** Kept with the person; once a day is enough. */
async function remember(member: GroupMember, actor: Actor): Promise<void> {
  const before = actor.me.groups ?? []
  const isSame = (one: GroupMember) => one.communityId === member.communityId && one.groupId === member.groupId
  if (before.some(one => isSame(one) && one.on === member.on)) return
  const all = [...before.filter(one => !isSame(one)), member]
  await writePerson(actor, { changes: { groups: all }, first: { groups: all } })
}
