import { holds, type Me, type Role } from '@domain/role'

/** As what a person uses the phone now: 家里 · 接单 · 书记台 · 驿站. */
export type Hat = 'family' | 'rider' | 'desk' | 'keeper'

/** The membership each hat is worn by; who has none of them stands at home. */
const worn: readonly [Hat, Role][] = [
  ['family', 'resident'],
  ['rider', 'rider'],
  ['desk', 'dispatcher'],
  ['keeper', 'keeper'],
]

/** Which hat is on at first: the one with duties before the others. */
const first: readonly Hat[] = ['desk', 'rider', 'keeper', 'family']

/** The hats this person holds, and of them the one he wears: what he chose last, if he still holds it. */
export function hatsOf(me: Me, chosen: unknown, at: number): { hat: Hat; hats: Hat[] } {
  const held = worn.filter(([, role]) => holds(me, role, at)).map(([hat]) => hat)
  const hats: Hat[] = held.length > 0 ? held : ['family']
  const hat = hats.find(one => one === chosen) ?? first.find(one => hats.includes(one)) ?? 'family'
  return { hat, hats }
}

/** The role he acts in under a hat: told to the cloud, which believes it only of a role he holds. */
export const roleUnder = (hat: Hat): Role => worn.find(([name]) => name === hat)?.[1] ?? 'guest'
