import { Failure } from '@domain/failure'
import { scopeOf, type Membership, type Role } from '@domain/role'
import { ask, type Asking } from './asking'
import { collectionOf, _ } from './cloud'
import { correct, doing, holding, meOf, peopleById, type Done, type Person } from './people'

const people = collectionOf('people')

/** Who holds this role in this community now, at most 100, in name order. */
export async function holdersIn(communityId: string, role: Role, now: number): Promise<Person[]> {
  const { data } = await people.where(holding(communityId, role)).limit(100).get()
  return (data as Person[])
    .filter(person => scopeOf(meOf(person.openid, person), role, now).includes(communityId))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Who holds any of these roles in this community, each at most 100; `holdersByRole` is what comes of the answer. */
export const askedHolders = (communityId: string, roles: readonly Role[]): Asking<Person> => ({
  from: 'people',
  where: { 'memberships.communityId': communityId, 'memberships.role': _.in([...roles]) },
  limit: 100 * roles.length,
})

/** Who of these holds which of these roles in this community now, in name order. */
export function holdersByRole<R extends Role>(
  found: readonly Person[],
  communityId: string,
  roles: readonly R[],
  now: number,
): ReadonlyMap<R, Person[]> {
  const named = [...found].sort((a, b) => (a.name < b.name ? -1 : 1))
  const isOne = (person: Person, role: Role) => scopeOf(meOf(person.openid, person), role, now).includes(communityId)
  return new Map(roles.map(role => [role, named.filter(person => isOne(person, role))]))
}

/** Who holds this role in any of these communities; a person of several is one row. */
export const holdersOf = (communityIds: readonly string[], role: Role): Promise<Person[]> =>
  ask(askedHoldersOf(communityIds, role))

/** What `holdersOf` asks. */
export const askedHoldersOf = (communityIds: readonly string[], role: Role): Asking<Person> => ({
  from: 'people',
  where: { 'memberships.communityId': _.in([...communityIds]), 'memberships.role': role },
  limit: 1000,
})

/** Where a person belongs. */
type Belonging = Pick<Person, 'memberships' | 'stations' | 'households'>

const mostTries = 5

/**
 * Changes where a person belongs, from what he holds now (nothing, when `change` answers none): his `rev` guards it, and whoever wrote in between has it tried anew.
 * May be done twice. `by` is the tap of his own by which he loses what it needed. @throws STALE when somebody writes without end
 */
export async function reshape(
  id: string,
  mark: string,
  change: (person: Person) => Partial<Belonging> | undefined,
  by?: Done,
): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const [person] = await peopleById([id])
    // What was done by this mark is done: an update that changes nothing counts as none.
    if (!person || person.rev === mark) return
    const changes = change(person)
    if (!changes || (await correct(id, mark, { ...changes, ...(by && doing(by)) }, { rev: person.rev }))) return
  }
  throw new Failure('STALE')
}

/** His memberships with this one, in the place of what he was in that role there. */
export function joined(memberships: readonly Membership[], added: readonly Membership[]): Membership[] {
  const isSame = (one: Membership) => added.some(other => sameSeat(one, other))
  return [...memberships.filter(one => !isSame(one)), ...added]
}

/** True when both are the same role in the same community. */
export const sameSeat = (a: Pick<Membership, 'communityId' | 'role'>, b: typeof a): boolean =>
  a.communityId === b.communityId && a.role === b.role
