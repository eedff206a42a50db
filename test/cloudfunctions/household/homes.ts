import { ticked } from '@domain/consent'
import { household } from '@domain/household'
import type { NewHousehold } from '@domain/household/record'
import { a, type Town } from '../town'

/** 刘奶奶, alone on the third floor, as her grandson writes her down. */
export const granny: NewHousehold = {
  communityId: a,
  compoundId: 'k1',
  building: '1号楼',
  unit: '1',
  door: '301',
  floor: 3,
  hasLift: false,
  elder: '刘奶奶',
  calls: '奶奶',
  myName: '刘先生',
  alone: true,
  phones: [{ number: '08580000123', whose: '座机' }],
  consent: 'byPhone',
  agreed: ticked(['privacy']),
}

const { calls: _calls, myName: _name, agreed: _agreed, ...byPhone } = granny
/** The same as the desk writes her down after a call: nobody of hers has the app. */
export const caller: NewHousehold = byPhone

/** 刘奶奶's household with her grandson (`grandson`) bound to it. */
export async function openGranny(town: Town): Promise<string> {
  return (await town.as('grandson')(household.add, granny)).id
}

export const agreed = ticked(['privacy'])

/** A code made by one who may, typed by another: what comes of it is an ask. */
export async function askIn(town: Town, id: string, from: string, by: string, name = '刘女士'): Promise<string> {
  const { code } = await town.as(from)(household.code, { id })
  await town.as(by)(household.ask, { communityId: a, code, calls: '妈妈', myName: name, consent: true, agreed })
  const { rows } = await town.as('desk')(household.relatives, { id })
  const asks = rows.filter(row => row.state === 'asked' && row.name === name)
  return asks[0]?.id ?? ''
}
