import { Failure } from '@domain/failure'
import type { Operation } from '@domain/operation'
import { relationRole } from '@domain/operation'
import { isExcepted, relations, relationsOf, type Relating, type Relation } from '@domain/relation'
import { actsAs, isEverywhere, rolesIn, scopeOf, type Me, type Role } from '@domain/role'
import type { Actor } from './actor'
import { _ } from './cloud'

type Facts = Readonly<Record<string, unknown>>

/** The roles of a row that this person holds somewhere; the hat he says he wears goes first, and counts only if it is his. */
export function rolesFor(op: Operation, me: Me, now: number, isTimer: boolean, hat?: string): Role[] {
  const held = op.by.filter(role => actsAs(me, role, now, isTimer))
  return [...held.filter(role => role === hat), ...held.filter(role => role !== hat)]
}

/** Every role's own condition on the record: its communities, and the relation the row asks of that role. */
export function conditionsFor(
  op: Operation,
  actor: Actor,
  community: string,
): { role: Role; condition: Record<string, unknown> }[] {
  return actor.roles.map(role => ({
    role,
    condition: { ...scopeCondition(role, actor, community), ...ownCondition(op, role, actor) },
  }))
}

function scopeCondition(role: Role, actor: Actor, community: string): Record<string, unknown> {
  if (isEverywhere(role)) return {}
  return { [community]: _.in(scopeOf(actor.me, role, actor.now)) }
}

function ownCondition(op: Operation, role: Role, { me, now }: Actor): Record<string, unknown> {
  const conditions = neededBy(op, role).map((name): object => {
    const { field, values, except }: Relating = relations[name]
    return { [field]: _.in(values(me, now)), ...(except && { [except]: _.neq(me.id) }) }
  })
  return Object.assign({}, ...conditions) as Record<string, unknown>
}

/** The relations this row asks of whoever acts in that role. */
function neededBy(op: Operation, role: Role): Relation[] {
  return (op.own ?? []).filter(relation => relationRole[relation] === role)
}

/** The role in which this person may do this to this record, by its relations alone; nothing when he may not. */
export function roleOn(
  op: Operation,
  actor: Actor,
  record: Readonly<Record<string, unknown>> & { communityId: string },
): Role | undefined {
  const my = relationsOf(actor.me, record, actor.now)
  return actor.roles.find(role => {
    const needed = neededBy(op, role)
    return (
      reaches(actor.me, [role], record.communityId, actor.now) &&
      (needed.length === 0 || needed.some(relation => my.includes(relation)))
    )
  })
}

/**
 * After a write that did not happen: whether the record is any business of this person. Whoever took part in it once may hear how it
 * stands now; an offer that has closed is told to the one who came too late.
 */
export function concerns(op: Operation, actor: Actor, record: Facts, communityId: string): boolean {
  const my = relationsOf(actor.me, record, actor.now)
  const owned = actor.roles.some(role => {
    if (!reaches(actor.me, [role], communityId, actor.now)) return false
    const needed = neededBy(op, role)
    return needed.length === 0 || needed.includes('asked') || needed.some(relation => my.includes(relation))
  })
  const timeline = Array.isArray(record.timeline) ? (record.timeline as { byId?: string }[]) : []
  const tookPart = timeline.some(entry => entry.byId === actor.id)
  return owned || (tookPart && !isExcepted(actor.me, record))
}

/** What he is to a record, in the roles he holds in its community now: who was bound to a household elsewhere is nothing to it here. */
export function relationsIn(me: Me, record: Facts, now: number): Relation[] {
  const { communityId } = record
  const roles = typeof communityId === 'string' ? rolesIn(me, communityId, now) : []
  return relationsOf(me, record, now).filter(relation => roles.includes(relationRole[relation]))
}

/** True for a relative who is bound to the household, and still of its community. */
export const isFamilyIn = (actor: Actor, record: Facts): boolean =>
  relationsIn(actor.me, record, actor.now).includes('family')

/** A call that creates or lists names its community: one of the actor's roles must reach it. */
export function checkCommunity(actor: Actor, input: unknown): void {
  const communityId = (input as { communityId?: unknown } | null)?.communityId
  if (typeof communityId === 'string' && !actor.isRepeat && !actor.isIn(communityId)) throw new Failure('FORBIDDEN')
}

/** True when one of these roles reaches the community: a guest's and the clock's reach every one. */
export function reaches(me: Me, roles: readonly Role[], communityId: string, now: number): boolean {
  return roles.some(role => isEverywhere(role) || scopeOf(me, role, now).includes(communityId))
}
