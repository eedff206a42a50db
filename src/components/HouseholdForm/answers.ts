import { NewHousehold } from '@domain/household/record'
import type { Knock } from '@domain/household/words'
import type { Community } from '@domain/people'
import * as z from '@domain/zod'

/** What is typed and chosen of an elder's home, before it is whole. */
export interface HouseholdAnswers {
  calls: string
  elder: string
  myName: string
  compoundId: string
  building: string
  unit: string
  door: string
  floor: string
  hasLift?: boolean
  alone?: boolean
  knocks: Knock[]
  note: string
  phone: string
  whose: string
  consent?: NewHousehold['consent']
}

/** Where the home is. */
export type PlaceAnswers = Pick<HouseholdAnswers, 'compoundId' | 'building' | 'unit' | 'door' | 'floor' | 'hasLift'>

export const blankHousehold: HouseholdAnswers = {
  calls: '',
  elder: '',
  myName: '',
  compoundId: '',
  building: '',
  unit: '',
  door: '',
  floor: '',
  knocks: [],
  note: '',
  phone: '',
  whose: '',
}

/** What was typed, without a place that is none of this community's: begun for another, it is chosen anew. */
export function homeIn(answers: HouseholdAnswers, { compounds }: Community): HouseholdAnswers {
  const compound = compounds.find(({ id }) => id === answers.compoundId)
  if (compound && (answers.building === '' || compound.buildings.includes(answers.building))) return answers
  return { ...answers, compoundId: '', building: '' }
}

/** The record to send, or the first thing that is missing, in words. */
export function householdOf(answers: HouseholdAnswers, communityId: string): NewHousehold | string {
  const { calls, myName, compoundId, building, unit, hasLift, alone, consent, knocks, phone, whose } = answers
  const elder = answers.elder.trim() || calls
  if (!elder) return '请写怎么称呼'
  if (!compoundId || !building) return '请选小区和楼栋'
  if (!unit.trim() || !answers.door.trim()) return '请写单元和门牌'
  if (!/^-?\d{1,2}$/.test(answers.floor.trim())) return '请写几楼，写数字'
  if (hasLift === undefined) return '请选有没有电梯'
  if (alone === undefined) return '请选是不是一个人住'
  if (!consent) return '请先征得老人同意，再勾一下'
  const parsed = z.safeParse(NewHousehold, {
    communityId,
    compoundId,
    building,
    hasLift,
    alone,
    consent,
    elder,
    unit: unit.trim().replace(/单元$/, ''),
    door: answers.door.trim(),
    floor: Number(answers.floor),
    phones: [{ number: phone.trim(), whose: whose.trim() || '老人' }],
    ...(calls ? { calls } : {}),
    ...(myName.trim() ? { myName: myName.trim() } : {}),
    ...(knocks.length > 0 ? { knocks } : {}),
    ...(answers.note.trim() ? { note: answers.note.trim() } : {}),
  })
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? '填的内容有一处不对，请看一看')
}
