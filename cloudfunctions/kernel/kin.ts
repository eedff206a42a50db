import { residentRole, type Kin } from '@domain/role'
import { dayMs, momentOf, never } from '@domain/time'
import type { Actor } from './actor'
import { _, collectionOf } from './cloud'
import { reshape, sameSeat } from './holders'
import { correct, correctAll, type Person } from './people'

/** Writes a household into a relative; his phone is sent him anew. May be done twice: `mark` names what was decided. */
export async function tie(personId: string, kin: Kin, at: number, mark: string): Promise<void> {
  const resident = { communityId: kin.communityId, role: residentRole }
  const changes = { households: _.push([kin]), memberships: _.addToSet(resident), toldAt: at }
  await correct(personId, mark, changes, { 'households.id': _.neq(kin.id) })
}

/** Takes a household out of a person; with the last of a community he is no resident of it any more. May be done twice. */
export async function untie(personId: string, householdId: string, actor: Actor): Promise<void> {
  const part = ({ households: all, memberships }: Person) => {
    const parted = all.find(({ id }) => id === householdId)
    if (!parted) return undefined
    const { communityId } = parted
    const households = all.filter(({ id }) => id !== householdId)
    const resides = households.some(kin => kin.communityId === communityId)
    const resident = { communityId, role: residentRole }
    return { households, ...(!resides && { memberships: memberships.filter(one => !sameSeat(one, resident)) }) }
  }
  await reshape(personId, `untie.${actor.key}`, part, personId === actor.id ? actor : undefined)
}

/** Everyone bound to it hears that there is news; it is in his 消息 already. */
export async function tellRelatives(householdId: string, at: number, mark: string): Promise<void> {
  await correctAll({ 'households.id': householdId }, mark, { toldAt: at })
}

/** How the household is called and where it is, as every relative carries it. */
export async function renameKin(
  householdId: string,
  { elder, place }: Pick<Kin, 'elder' | 'place'>,
  mark: string,
): Promise<void> {
  const there = { 'households.$.elder': elder, 'households.$.place': place }
  await correctAll({ 'households.id': householdId }, mark, there)
}

/** The errands of a household that have not ended carry where it is and how its elder is called. */
export async function bookOpenErrands(householdId: string, now: number, data: object): Promise<void> {
  await collectionOf('errands')
    .where({ householdId, closedAt: _.gt(now) })
    .update({ data })
}

/** The errands of a household for one day that have not ended. */
export async function bookErrandsOn(householdId: string, on: string, data: object): Promise<void> {
  const day = { from: momentOf(on, '00:00'), until: momentOf(on, '00:00') + dayMs }
  await collectionOf('errands')
    .where({ householdId, closedAt: never, 'when.from': _.and(_.gte(day.from), _.lt(day.until)) })
    .update({ data })
}

/** All errands and rules of a household: whoever is bound to it no more is no family of theirs from now on, and is again once he is bound. */
export async function bookUnbound(householdId: string, personId: string, isBound: boolean): Promise<void> {
  const unbound = isBound ? _.pull(personId) : _.addToSet(personId)
  for (const name of ['errands', 'recurrings'] as const)
    await collectionOf(name).where({ householdId }).update({ data: { unbound } })
}
