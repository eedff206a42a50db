import { EditHousehold, type Household } from '@domain/household/record'
import { knockNames, type Knock } from '@domain/household/words'
import type { PlaceAnswers } from '@/components/HouseholdForm'
import * as z from '@domain/zod'

/** What the form holds; `phones` and the place are there once somebody has looked. */
export interface Edited {
  elder: string
  alone?: boolean
  knocks: Knock[]
  note: string
  place?: PlaceAnswers
  phones?: { number: string; whose: string }[]
}

export type Changes = Omit<EditHousehold, 'id' | 'rev'>

/** The form as it is opened. */
export function editedOf({ elder = '', alone, knocks, note = '' }: Household): Edited {
  return { elder, alone, knocks: knockNames.filter(name => knocks?.includes(name)), note }
}

/** The place to begin from: what is known without unit and door, which are typed only when they change. */
export function placeOf({ compoundId = '', building = '', floor, hasLift }: Household): PlaceAnswers {
  return { compoundId, building, unit: '', door: '', floor: floor === undefined ? '' : String(floor), hasLift }
}

/** What differs from the record, to send; or what is wrong, in words. */
export function changesOf(edited: Edited, home: Household): Changes | string {
  const { elder, alone, knocks, note, place, phones } = edited
  const before = editedOf(home)
  const floor = place && Number(place.floor.trim())
  const said: Record<string, unknown> = {
    elder: elder.trim() === before.elder ? undefined : elder.trim(),
    alone: alone === before.alone ? undefined : alone,
    knocks: knocks.join() === before.knocks.join() ? undefined : knocks,
    note: note.trim() === before.note ? undefined : note.trim(),
    phones: phones?.filter(({ number }) => number.trim() !== ''),
    ...(place && {
      ...(place.building !== home.building && { compoundId: place.compoundId, building: place.building }),
      unit: place.unit.trim().replace(/单元$/, '') || undefined,
      door: place.door.trim() || undefined,
      floor: floor === home.floor ? undefined : floor,
      hasLift: place.hasLift === home.hasLift ? undefined : place.hasLift,
    }),
  }
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return '还没有改什么'
  const parsed = z.safeParse(EditHousehold, { id: home.id, rev: '', ...given })
  if (!parsed.success) return parsed.error.issues[0]?.message ?? '填的内容有一处不对，请看一看'
  const { id: _id, rev: _rev, ...changes } = parsed.data
  return changes
}
