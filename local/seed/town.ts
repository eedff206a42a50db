import type { postNames } from '../../domain/membership'
import type { Group } from '../../domain/wechat-group'
import type { Grid } from '../../domain/place'
import type { Membership } from '../../domain/role'
import { home, keyOf, landline, places, surnames, townName, type Place } from './names'

/** Whoever has a record from the first day on: what led to it was before. */
export interface Settler {
  openid: string
  name: string
  memberships: Membership[]
  stations?: { id: string; communityId: string; name: string }[]
  /** 居民 · 王大爷的女儿, for the stage. */
  words: string
}

/** The desk of one community. */
export interface Desk {
  secretary: Settler
  assistant: Settler
  /** 小区党支部. */
  branch?: Settler
}

const otherAssistants = ['小林', '小何', '小唐', '小许', '小沈', '小曹', '小谢', '小潘']

function deskOf(place: Place, i: number): Desk {
  const seat = (openid: string, name: string, words: string, post: (typeof postNames)[number]): Settler => ({
    openid,
    name,
    words: `书记台 · ${place.short}${words}`,
    memberships: [{ communityId: place.id, role: 'dispatcher', post }],
  })
  if (place === home) {
    return {
      secretary: seat('desk-li', '李书记', '社区书记', 'secretary'),
      assistant: seat('desk-wang', '小王', '社区助理', 'assistant'),
      branch: seat('desk-ma', '马支书', '小区党支部', 'branch'),
    }
  }
  const key = keyOf(place)
  return {
    secretary: seat(`desk-${key}`, `${surnames[i]}书记`, '社区书记', 'secretary'),
    assistant: seat(`desk-${key}-2`, otherAssistants[i % otherAssistants.length] ?? '小林', '社区助理', 'assistant'),
  }
}

const desks = new Map(places.map((place, i) => [place.id, deskOf(place, i)]))

/** Who sits at this community's desk. @throws Error for a community that is none */
export function deskIn(communityId: string): Desk {
  const desk = desks.get(communityId)
  if (!desk) throw new Error(`no desk in ${communityId}`)
  return desk
}

/** Everyone at the 24 desks. */
export const deskPeople: Settler[] = [...desks.values()].flatMap(({ secretary, assistant, branch }) => [
  secretary,
  assistant,
  ...(branch ? [branch] : []),
])

/** 街道: it looks after all 24. */
export const officer: Settler = {
  openid: 'office-gao',
  name: '高主任',
  words: `街道 · ${townName}`,
  memberships: places.map(({ id }) => ({ communityId: id, role: 'subdistrict' })),
}

/** 部门: it answers for three communities. */
export const department: Settler = {
  openid: 'office-fang',
  name: '方所长',
  words: '部门 · 邻溪消防所',
  memberships: places.slice(0, 3).map(({ id }) => ({ communityId: id, role: 'department', office: '邻溪消防所' })),
}

/** 网格: two in a community, the compounds' buildings in turn. */
function gridsOf({ id, compounds }: Place): Grid[] {
  const buildings = compounds.flatMap(({ name, buildings: own }) => own.map(building => `${name} ${building}`))
  return ['第一网格', '第二网格'].map((name, i) => ({
    id: `${id}-w${i + 1}`,
    name,
    buildings: buildings.filter((_, n) => n % 2 === i),
  }))
}

/** The WeChat groups of a community. */
export const groupsOf = (place: Place): (Group & { audience: 'residents' | 'riders' })[] => [
  { id: `g-${keyOf(place)}-1`, name: `${place.name}邻里群`, audience: 'residents' },
  { id: `g-${keyOf(place)}-2`, name: `${place.short}师傅群`, audience: 'riders' },
]

/** The communities as stored. */
export function communityRecords(at: number): object[] {
  return places.map((place, i) => ({
    _id: place.id,
    communityId: place.id,
    name: place.name,
    phone: landline(101 + i),
    compounds: place.compounds,
    groups: groupsOf(place),
    grids: gridsOf(place),
    subdistrictId: 'linxi',
    subdistrict: townName,
    rev: 'seed',
    touchedAt: at,
  }))
}
