import { Failure } from '@domain/failure'
import { mustStay, stayingRoles, wholeScopeOf, type Me, type Role } from '@domain/role'
import { minuteMs } from '@domain/time'
import { _ } from './cloud'
import { communities } from './communities'
import { holdersOf } from './holders'
import { endLease, takeLease } from './lease'
import { meOf } from './people'

/** A place that is never left empty: a community's desk, a subdistrict's office. */
export interface Manned {
  role: Role
  /** The community or the subdistrict, by id and by name. */
  id: string
  name: string
  /** Where whoever holds it is seated. */
  communityIds: string[]
}

/** The places in which this person has a role that somebody must have. */
export async function mannedBy(me: Me, now: number): Promise<Manned[]> {
  const found: Manned[] = []
  for (const role of stayingRoles) found.push(...(await mannedAs(role, wholeScopeOf(me, role, now))))
  return found
}

/** The places that whoever has this role in these communities keeps; none for a role that nobody must have. */
export async function mannedAs(role: Role, ids: readonly string[]): Promise<Manned[]> {
  if (mustStay(role) === undefined || ids.length === 0) return []
  const own = await communities.find({ _id: _.in([...ids]) }, { only: ['name', 'subdistrictId', 'subdistrict'] })
  if (mustStay(role) === 'inCommunity') return own.map(({ _id: id, name }) => ({ role, id, name, communityIds: [id] }))
  const named = new Map(own.map(one => [one.subdistrictId ?? one._id, one.subdistrict ?? one.name]))
  const beside = await communities.find({ subdistrictId: _.in([...named.keys()]) }, { only: ['subdistrictId'] })
  const all = beside.length > 0 ? beside : own
  return [...named].map(([id, name]) => {
    const communityIds = all.flatMap(({ _id, subdistrictId = _id }) => (subdistrictId === id ? [_id] : []))
    return { role, id, name, communityIds }
  })
}

/** True when nobody but this person keeps the place; who looks after one compound keeps no whole desk. */
export async function isLast({ role, communityIds }: Manned, personId: string, now: number): Promise<boolean> {
  const holders = await holdersOf(communityIds, role)
  return !holders.some(person => {
    const held = person._id === personId ? [] : wholeScopeOf(meOf(person.openid, person), role, now)
    return held.some(id => communityIds.includes(id))
  })
}

/**
 * Out of a place that somebody must keep one goes at a time, so that the last two cannot both.
 * @throws STALE while another is leaving it
 */
export async function oneByOne<T>(
  places: readonly Pick<Manned, 'id'>[],
  now: number,
  act: () => Promise<T>,
): Promise<T> {
  const taken: [string, number][] = []
  try {
    for (const { id } of places) {
      const lease = `desk.${id}`
      const until = await takeLease(lease, now, minuteMs)
      if (until === undefined) throw new Failure('STALE')
      taken.push([lease, until])
    }
    return await act()
  } finally {
    for (const [lease, until] of taken) await endLease(lease, until)
  }
}
