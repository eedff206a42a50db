import { Failure } from '@domain/failure'
import { writes, type Operation } from '@domain/operation'
import { deskRole, givenRoles, holds, nobody, type Me } from '@domain/role'
import type { Actor } from './actor'
import { caller } from './cloud'
import { reaches, rolesFor, withinReach } from './guard'
import { sumOf } from './hash'
import { now } from './now'
import { hasDone, isGuest, meOf, personOf, type Done } from './people'

/**
 * Who acts: the person as remembered, unless the phone holds another version of him, or the row does what cannot be taken back and what
 * is remembered would allow it.
 */
export async function identify(
  op: Operation,
  at: number,
  hat: string | undefined,
  held: string | undefined,
  mustBeFresh: boolean,
  tap: Done,
): Promise<Actor> {
  const { openid, isTimer } = caller()
  if (!openid && !isTimer) throw new Failure('FORBIDDEN')
  if (!openid) return actorOf(clockMe, '', op, at, isTimer, hat, true)
  const isKnownGuest = !held && !mustBeFresh && op.by.includes('guest') && isGuest(openid, at)
  const remembered = isKnownGuest ? undefined : await personOf(openid, at, mustBeFresh)
  const differs = held !== undefined && held !== (remembered?.rev ?? '')
  const wouldAllow =
    isSensitive(op) &&
    !isReadBeside(op) &&
    remembered !== undefined &&
    givenRoles.some(role => holds(remembered, role, at))
  const again = !mustBeFresh && (differs || wouldAllow)
  const person = again ? await personOf(openid, at, true) : remembered
  const isLeaving = person?.leaving !== undefined && writes(op) && !whileLeaving.includes(nameOf(op))
  const row: Operation = isLeaving ? { ...op, by: ['guest'] } : op
  const isFresh = mustBeFresh || again
  const isRepeat = isFresh && writes(op) && hasDone(person, tap)
  const actor = actorOf(meOf(openid, person), openid, row, at, isTimer, hat, isFresh, isRepeat)
  return isLeaving ? { ...actor, isLeaving } : actor
}

function actorOf(
  me: Me,
  openid: string,
  op: Operation,
  at: number,
  isTimer: boolean,
  hat: string | undefined,
  isFresh: boolean,
  isRepeat = false,
): Actor {
  const roles = rolesFor(op, me, at, isTimer, hat)
  if (roles.length === 0 && !isRepeat) throw new Failure('FORBIDDEN')
  return {
    ...(isRepeat && { isRepeat }),
    me,
    openid,
    id: me.id,
    name: me.name || '居民',
    roles,
    now: at,
    key: '',
    sum: '',
    changed: false,
    isFresh,
    isIn: place => reaches(me, roles, place, at),
    within: communityId => withinReach(me, roles, communityId, at),
    isDesk: place => reaches(me, [deskRole], place, at),
  }
}

const nameOf = (op: Operation): string => `${op.area}.${op.verb}`

/** All that somebody who is leaving may still do: say so again. */
const whileLeaving = ['privacy.erase']

/** Rows whose answer or deed cannot be taken back: a door or a number given, a list taken in or out, who is what from now on. */
const sensitive: readonly string[] = [
  'errand.reveal',
  'errand.verify',
  'rider.reveal',
  'rider.confirm',
  'rider.refuse',
  'rider.letGo',
  'group.enter',
  'household.reveal',
  'household.code',
  'household.bind',
  'household.refuse',
  'household.unbind',
  'household.remove',
  'roster.openList',
  'roster.sort',
  'roster.decide',
  'roster.confirm',
  'roster.drop',
  'roster.settle',
  'roster.sign',
  'roster.reveal',
  'roster.export',
]

/** Of these: where he is read in the same request as what he asks for. */
const besides: readonly string[] = [
  'errand.reveal',
  'household.reveal',
  'membership.colleagues',
  'membership.communities',
  'membership.community',
  'membership.invitations',
]

export const isReadBeside = (op: Operation): boolean => besides.includes(nameOf(op))

/** Who belongs where decides over everything else: there nobody is remembered. */
export const isSensitive = (op: Operation): boolean => op.area === 'membership' || sensitive.includes(nameOf(op))

const clockMe: Me = { ...nobody, id: 'clock', name: '社区' }

/**
 * He acts as who was read just now, from here on; until that has happened nothing of it may be answered.
 * @param check what else must hold of him
 */
export function readLater(op: Operation, actor: Actor, hat: string | undefined, check: () => void): void {
  if (!isReadBeside(op) || actor.isFresh) return
  const { openid, now: at, key, sum } = actor
  actor.again = person => {
    delete actor.again
    Object.assign(actor, actorOf(meOf(openid, person), openid, op, at, false, hat, true), { key, sum })
    check()
  }
}

/** Acts for WeChat or the clock: no person, no phone. */
export function cloudActor(op: Operation, key: string): Actor {
  const at = now()
  return { ...actorOf(clockMe, '', op, at, true, undefined, true), key, sum: sumOf(op.verb, key) }
}
