import { matterNames, matters } from '@domain/consent'
import { nobody, type Membership } from '@domain/role'
import { elsewhere, everybody, family, home, homes, idOf, laysOutNothing, names, type Home, type Who } from './people'

const consents = matterNames.map(what => ({ what, version: matters[what].version, at: 0 }))
const { id: _id, ...empty } = nobody

const role = (communityId: string, as: Membership['role']): Membership => ({ communityId, role: as })
const memberships: Readonly<Record<Who, Membership[]>> = {
  daughter: [role(home, 'resident')],
  son: [role(home, 'resident')],
  cousin: [role(home, 'resident')],
  secretary: [role(home, 'dispatcher')],
  colleague: [role(home, 'dispatcher')],
  'desk-b': [role(elsewhere, 'dispatcher')],
  zhang: [role(home, 'rider')],
  li: [role(home, 'rider')],
  wu: [role(home, 'rider')],
  he: [role(home, 'rider')],
  chen: [role(elsewhere, 'rider')],
  stranger: [],
}
const kin = Object.entries(homes).map(([id, elder]) => ({
  id,
  communityId: home,
  calls: elder,
  elder,
  place: '金星小区 3号楼',
}))
const isRider = (who: Who): boolean => memberships[who].some(one => one.role === 'rider')

/** Everybody as stored, but for the stranger, whom the cloud does not know. */
export const people = everybody
  .filter(who => who !== 'stranger')
  .map(who => ({
    ...empty,
    _id: idOf(who),
    openid: who,
    name: names[who],
    rev: 'r0',
    touchedAt: 0,
    memberships: memberships[who],
    consents,
    ...(family.includes(who) && { households: kin }),
    ...(isRider(who) && {
      trade: 'courier',
      areas: who === 'li' ? ['k1'] : [],
      phone: '13800000001',
      firm: '小河快递',
      advances: !laysOutNothing.includes(who),
    }),
  }))

const household = (id: Home) => ({
  _id: id,
  householdId: id,
  communityId: home,
  rev: 'r0',
  touchedAt: 0,
  compoundId: 'k1',
  compound: '金星小区',
  building: '3号楼',
  unit: '2',
  door: '602',
  floor: 6,
  stairs: '6 楼没电梯',
  elder: homes[id],
  alone: false,
  hasLift: false,
  phones: [{ number: '13900000001', whose: '女儿' }],
  finds: [homes[id]],
  hasApp: true,
  unbound: [idOf('cousin')],
  ...(id === 'h-father' && { verifiedAt: 1 }),
})
export const households = [household('h-father'), household('h-new')]

const community = (id: string, name: string) => ({
  _id: id,
  communityId: id,
  name,
  subdistrictId: 'sd1',
  subdistrict: '邻溪镇',
  phone: '08580000000',
  compounds: [{ id: id === home ? 'k1' : 'k2', name: `${name}小区`, buildings: ['3号楼'], hasLift: false }],
  groups: [],
  // 按社区的设置: what is plain goes on by itself.
  auto: id === home,
  rev: 'r0',
  touchedAt: 0,
})
export const communities = [community(home, '金星'), community(elsewhere, '骑龙')]
