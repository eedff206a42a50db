import { Failure } from '@domain/failure'
import type { Operation } from '@domain/operation'
import { relationRole } from '@domain/operation'
import { isExcepted, relations, relationsOf, wasOpenBeside, type Relating, type Relation } from '@domain/relation'
import {
  actsAs,
  besideOf,
  confinedTo,
  isEverywhere,
  rolesIn,
  scopeOf,
  wholeScopeOf,
  type Me,
  type Place,
  type Role,
} from '@domain/role'
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
  return actor.roles.flatMap(role =>
    scopeConditions(op, role, actor, community).map(scope => ({
      role,
      condition: { ...scope, ...ownCondition(op, role, actor) },
    })),
  )
}

/** Where he has the role: the communities, and for each in which he looks after one compound that one, with what belongs to none. */
function scopeConditions(op: Operation, role: Role, { me, now }: Actor, community: string): Record<string, unknown>[] {
  if (isEverywhere(role)) return [{}]
  const beside = neededBy(op, role).length > 0 ? besideOf(me, role, now) : []
  const whole = [...wholeScopeOf(me, role, now), ...beside]
  const part = op.whole ? [] : scopeOf(me, role, now).filter(id => !whole.includes(id))
  const wholly = whole.length > 0 || part.length === 0 ? [{ [community]: _.in(whole) }] : []
  return [...wholly, ...part.map(id => ({ [community]: id, ...withinReach(me, [role], id, now) }))]
}

/** What of a community's records somebody reaches in these roles, as part of a query: all, or those of his compound and of none. */
export function withinReach(me: Me, roles: readonly Role[], communityId: string, now: number): Record<string, unknown> {
  const compounds = confinedTo(me, roles, communityId, now)
  return compounds ? { compoundId: _.in([...compounds, null]) } : {}
}

/** The same of all the communities in which he has the role. */
export function everywhereAs(role: Role, me: Me, now: number): object {
  const ids = scopeOf(me, role, now)
  const reach = ids.map(communityId => ({ communityId, ...withinReach(me, [role], communityId, now) }))
  const [one] = reach
  return one && reach.length === 1 ? one : reach.length === 0 ? { communityId: _.in([]) } : _.or(reach)
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
  record: Readonly<Record<string, unknown>> & { communityId: string; compoundId?: string },
): Role | undefined {
  const my = relationsOf(actor.me, record, actor.now)
  return actor.roles.find(role => {
    const needed = neededBy(op, role)
    return needed.length === 0
      ? reaches(actor.me, [role], record, actor.now)
      : needed.some(relation => my.includes(relation)) && relates(actor.me, role, record, actor.now)
  })
}

/**
 * After a write that did not happen: whether the record is any business of this person. Whoever took part in it once may hear how it
 * stands now; an offer that has closed is told to the one who came too late.
 */
export function concerns(op: Operation, actor: Actor, record: Facts, communityId: string): boolean {
  const my = relationsOf(actor.me, record, actor.now)
  const owned = actor.roles.some(role => {
    const place = { ...placeOf(record), communityId }
    const needed = neededBy(op, role)
    if (needed.some(relation => my.includes(relation))) return relates(actor.me, role, place, actor.now)
    const wasAsked = needed.includes('asked')
    if (reaches(actor.me, [role], place, actor.now)) return needed.length === 0 || wasAsked
    return wasAsked && wasOpenBeside(record) && relates(actor.me, role, place, actor.now)
  })
  const timeline = Array.isArray(record.timeline) ? (record.timeline as { byId?: string }[]) : []
  const tookPart = timeline.some(entry => entry.byId === actor.id)
  return owned || (tookPart && !isExcepted(actor.me, record))
}

/** True where his relations in this role count: where he has it, and for a rider beside it. */
const relates = (me: Me, role: Role, place: Place, now: number): boolean =>
  reaches(me, [role], place, now) || besideOf(me, role, now).some(id => id === place.communityId)

/** What he is to a record, in the roles he holds in its community now: who was bound to a household elsewhere is nothing to it here. */
export function relationsIn(me: Me, record: Facts, now: number): Relation[] {
  return relationsOf(me, record, now).filter(relation => relates(me, relationRole[relation], placeOf(record), now))
}

/** True for a relative who is bound to the household, and still of its community. */
export const isFamilyIn = (actor: Actor, record: Facts): boolean =>
  relationsIn(actor.me, record, actor.now).includes('family')

/** A call that creates or lists names its community: one of the actor's roles must reach it, and wholly where the row says so. */
export function checkCommunity(op: Operation, actor: Actor, input: unknown): void {
  const { communityId, compoundId } = placeOf(Object(input) as Facts)
  if (communityId === undefined || actor.isRepeat) return
  const isPart = op.whole === true && confinedTo(actor.me, actor.roles, communityId, actor.now) !== undefined
  // A new record in another compound than his would be out of his sight at once.
  if (isPart || !actor.isIn({ communityId, compoundId })) throw new Failure('FORBIDDEN')
}

/** Where a record, or what a call names, is. */
export function placeOf({ communityId, compoundId }: Facts): Place {
  return {
    communityId: typeof communityId === 'string' ? communityId : undefined,
    compoundId: typeof compoundId === 'string' ? compoundId : undefined,
  }
}

/** True when one of these roles reaches the community, or the record of it: a guest's and the clock's reach every one. */
export function reaches(me: Me, roles: readonly Role[], place: string | Place, now: number): boolean {
  const held = rolesIn(me, place, now)
  return roles.some(role => isEverywhere(role) || held.includes(role))
}
