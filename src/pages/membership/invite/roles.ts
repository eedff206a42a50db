import { mayAppoint, type Me } from '@domain/role'

/** What somebody can be called in as, in the words of the question, and what is asked next. */
export const roleQuestions = [
  { value: 'dispatcher', label: '书记台', hint: '书记、小区党支部、网格员、助理', asks: 'post' },
  { value: 'keeper', label: '驿站店员', hint: '管一个驿站', asks: 'shop' },
  { value: 'department', label: '部门', hint: '消防、住建……', asks: 'office' },
  { value: 'subdistrict', label: '街道的同事', hint: '看得到街道的每个社区', asks: 'nothing' },
] as const
export type Called = (typeof roleQuestions)[number]['value']

/** Those whom this person may call in there; for one shop, its clerks alone. */
export function rolesToInvite(me: Me, communityId: string, station: string | undefined, now: number): Called[] {
  const shops = [station, ...me.stations.map(({ id }) => id)]
  const may = (role: Called) => shops.some(stationId => mayAppoint(me, { communityId, role, stationId }, now))
  return roleQuestions.flatMap(({ value }) => (may(value) && (!station || value === forShop) ? [value] : []))
}

const forShop: Called = 'keeper'
