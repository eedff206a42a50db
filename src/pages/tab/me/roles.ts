import { isKeyOf } from '@domain/key'
import { trades, type Trade } from '@domain/person'
import type { Me, Role } from '@domain/role'
import { dayMs, dayWord, momentOf } from '@domain/time'

/** What a person is to a community, in the words people use for it. */
const roleWords: Partial<Record<Role, string>> = {
  resident: '家里人',
  rider: '接单师傅',
  dispatcher: '书记台',
  keeper: '驿站店员',
  department: '部门',
  subdistrict: '街道',
}

/** Who was seen in a group half a year ago may have left it since. */
const groupLastsMs = 180 * dayMs

const isTrade = (trade: string | undefined): trade is Trade => isKeyOf(trades, trade)

/** 外卖, 快递 …; nothing for one that this phone does not know. */
export const tradeWords = (trade: string | undefined): string | undefined =>
  isTrade(trade) ? trades[trade] : undefined

export interface Belonging {
  communityId: string
  words: string
}

/** The communities a person belongs to, each with all that he is there: 金星社区 · 家里人、接单师傅. Whose time is over is left out. */
export function belongings({ memberships, households, groups = [] }: Me, now: number): Belonging[] {
  const held = new Map<string, Set<string>>()
  const add = (communityId: string, word: string) =>
    held.set(communityId, (held.get(communityId) ?? new Set()).add(word))
  for (const { communityId, role, until } of memberships) {
    if (until === undefined || until > now) add(communityId, roleWords[role] ?? '街坊')
  }
  for (const { communityId } of households) add(communityId, roleWords.resident ?? '')
  for (const { communityId, groupId, name, on } of groups) {
    const at = momentOf(on, '00:00')
    if (now - at < groupLastsMs) add(communityId, groupId ? `${name}成员（${dayWord(at, now)}核验）` : '报过进群码')
  }
  return [...held].map(([communityId, words]) => ({ communityId, words: [...words].join('、') }))
}
