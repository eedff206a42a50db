import { rolesIn, type Me, type Role } from '@domain/role'

/** As what a person uses the phone now: 家里 · 接单 · 书记台 · 驿站 · 部门 · 街道. */
export type Hat = 'family' | 'rider' | 'desk' | 'keeper' | 'department' | 'office'

/** The membership each hat is worn by; who has none of them stands at home. */
const worn: readonly [Hat, Role][] = [
  ['family', 'resident'],
  ['rider', 'rider'],
  ['desk', 'dispatcher'],
  ['keeper', 'keeper'],
  ['department', 'department'],
  ['office', 'subdistrict'],
]

/** Which hat is on at first: the one with duties before the others. */
const first: readonly Hat[] = ['desk', 'office', 'rider', 'keeper', 'department', 'family']

/** A hat and the community it is worn in: what one tap puts on. */
export interface Stand {
  hat: Hat
  communityId: string
}

/** So many communities of one hat stand side by side; of more, only one does, and the others are chosen by name. */
const mostOfOne = 3

/** The community this phone is about: the one chosen last, else the first this person belongs to. */
export function communityOf(me: Me, chosen: unknown): string | undefined {
  if (typeof chosen === 'string') return chosen
  return me.memberships[0]?.communityId ?? me.households[0]?.communityId ?? me.groups?.[0]?.communityId
}

function hatsIn(me: Me, communityId: string | undefined, at: number): Hat[] {
  const roles = rolesIn(me, communityId, at)
  return worn.flatMap(([hat, role]) => (roles.includes(role) ? [hat] : []))
}

/** The hat he wears in this community: what he chose last, if he holds it there; where he is nothing he is at home. */
export function hatIn(me: Me, communityId: string | undefined, chosen: unknown, at: number): Hat {
  const held = hatsIn(me, communityId, at)
  return held.find(one => one === chosen) ?? first.find(one => held.includes(one)) ?? 'family'
}

/** Every hat he holds, by the community he holds it in; `here` is where he is now. */
export function standsOf(me: Me, here: string | undefined, at: number): Stand[] {
  const communityIds = [...new Set(me.memberships.map(({ communityId }) => communityId))]
  return worn.flatMap(([hat]) => {
    const ids = communityIds.filter(id => hatsIn(me, id, at).includes(hat))
    const shown = ids.length > mostOfOne ? [ids.find(id => id === here) ?? ids[0] ?? ''] : ids
    return shown.map(communityId => ({ hat, communityId }))
  })
}

/** The role he acts in under a hat: told to the cloud, which believes it only of a role he holds. */
export const roleUnder = (hat: Hat): Role => worn.find(([name]) => name === hat)?.[1] ?? 'guest'
