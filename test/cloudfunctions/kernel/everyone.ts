import { givenRoles, type Membership } from '@domain/role'
import { a, b, morning, person, type Town } from '../town'

/** The community of another subdistrict. */
export const c = 'c-shuangsheng'

/** Somebody as the matrix knows him: by his memberships alone. `openid` is null for a call that nobody's phone makes. */
export interface Somebody {
  openid: string | null
  memberships: readonly Membership[]
}

/** How far away a person can hold his role; every record is community a's. */
const distances: Readonly<Record<string, (role: Membership['role']) => Membership[]>> = {
  'same-community': role => [{ communityId: a, role }],
  'other-community': role => [{ communityId: b, role }],
  'other-subdistrict': role => [{ communityId: c, role }],
  // His membership of a has run out.
  former: role => [{ communityId: a, role, until: morning - 1 }],
  // Of b what he is, of a a resident like others.
  'other-community-resident-here': role => [
    { communityId: b, role },
    { communityId: a, role: 'resident' },
  ],
}

/** Somebody of the desk who looks after another compound of a than the one all records are of, and one who looks after that one. */
const inCompounds: Somebody[] = [
  { openid: 'dispatcher.other-compound', memberships: [{ communityId: a, role: 'dispatcher', compoundId: 'k2' }] },
  { openid: 'dispatcher.own-compound', memberships: [{ communityId: a, role: 'dispatcher', compoundId: 'k1' }] },
]

const byRole: Somebody[] = [
  ...givenRoles.flatMap(role =>
    Object.entries(distances).map(([distance, memberships]) => ({
      openid: `${role}.${distance}`,
      memberships: memberships(role),
    })),
  ),
  ...inCompounds,
]

/** Those to whom the records belong (test/cloudfunctions/town.ts, everything.ts), beside two of the desk who carry an errand themselves. */
export const owners: readonly Somebody[] = [
  { openid: 'daughter', memberships: [{ communityId: a, role: 'resident' }] },
  { openid: 'cousin', memberships: [{ communityId: a, role: 'resident' }] },
  { openid: 'zhang', memberships: [{ communityId: a, role: 'rider' }] },
  { openid: 'li', memberships: [{ communityId: a, role: 'rider' }] },
  { openid: 'keeper', memberships: [{ communityId: a, role: 'keeper' }] },
  { openid: 'colleague', memberships: [{ communityId: a, role: 'dispatcher' }] },
]

/** Bound to the household and the station of a, and of community b by now: a relation without the role. */
const bound: Somebody = {
  openid: 'moved-away',
  memberships: [
    { communityId: b, role: 'resident' },
    { communityId: b, role: 'keeper' },
  ],
}

/** Everybody who tries every row. */
export const everyone: readonly Somebody[] = [
  ...byRole,
  ...owners,
  bound,
  { openid: 'stranger', memberships: [] },
  { openid: null, memberships: [] },
]

/** The roles that somebody holds in this community now, or as far as this compound goes; without one, those he holds anywhere. */
export function rolesOf({ memberships }: Somebody, communityId?: string, compound?: string): string[] {
  return memberships
    .filter(({ compoundId }) => compoundId === undefined || compound === undefined || compoundId === compound)
    .filter(({ until = morning + 1 }) => until > morning)
    .filter(membership => communityId === undefined || membership.communityId === communityId)
    .map(({ role }) => role)
}

const kin = (id: string, elder: string) => ({ id, communityId: a, calls: elder, elder, place: '金星小区 3号楼' })
const shop = { id: 's1', communityId: a, name: '红色驿站' }

/** Writes down whom the small town does not know yet. */
export async function settleEveryone(town: Town): Promise<void> {
  const { _id: _of, ...like } = (await town.stored('communities', a)) ?? {}
  const groups = [{ id: `${c}-g1`, name: '双胜社区邻里群', audience: 'residents' }]
  await town.put('communities', { ...like, _id: c, communityId: c, name: '双胜社区', groups })
  const named = (one: Somebody, more: object = {}) =>
    person(one.openid ?? '', '某同志', [...one.memberships], { trade: 'courier', areas: [], ...more })
  await town.put(
    'people',
    ...byRole.map(one => named(one)),
    named(bound, { households: [kin('h-father', '王大爷')], stations: [shop] }),
    ...owners.filter(({ openid }) => openid === 'colleague').map(one => named(one)),
    ...owners
      .filter(({ openid }) => openid === 'cousin')
      .map(one => named(one, { households: [kin('h-new', '赵奶奶')] })),
  )
}
