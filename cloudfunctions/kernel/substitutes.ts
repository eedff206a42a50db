import type { ErrandRecord } from '@domain/errand/record'
import type { SubstituteRecord, SubstituteState } from '@domain/household/substituting'
import { hash } from './hash'
import type { HouseholdDocument } from './households'
import { records } from './records'

/** Who stands in for a household's regular rider, one record a day: the regular one is written over by nobody. */
export const substitutes = records<SubstituteRecord>('substitutes')

/** One household and one day have one record, whoever it names. */
export const substituteId = (householdId: string, on: string): string => `s${hash(`${householdId} ${on}`)}`

const named: SubstituteState = 'named'

/** Who stands in on that day, as its errands carry it; read only where the household says that somebody does. */
export async function substituteFor(
  { _id: id, substitutedOn }: Pick<HouseholdDocument, '_id' | 'substitutedOn'>,
  on: string,
): Promise<Pick<ErrandRecord, 'substituteId' | 'substituteName'>> {
  if (!substitutedOn?.includes(on)) return {}
  const found = await substitutes.get(substituteId(id, on))
  return found?.state === named ? { substituteId: found.riderId, substituteName: found.riderName } : {}
}
