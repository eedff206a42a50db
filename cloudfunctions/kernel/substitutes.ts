import type { ErrandRecord } from '@domain/errand/record'
import type { SubstituteRecord, SubstituteState } from '@domain/household/substituting'
import type { Asking } from './asking'
import { _ } from './cloud'
import { hash } from './hash'
import type { HouseholdDocument } from './households'
import { records } from './records'

/** Who stands in for a household's regular rider, one record a day: the regular one is written over by nobody. */
export const substitutes = records<SubstituteRecord>('substitutes')
export type SubstituteDocument = NonNullable<Awaited<ReturnType<typeof substitutes.get>>>

/** One household and one day have one record, whoever it names. */
export const substituteId = (householdId: string, on: string): string => `s${hash(`${householdId} ${on}`)}`

const named: SubstituteState = 'named'

/** Who stands in for a household on these days, to be asked together with others. */
export const askedSubstitutes = (householdId: string, days: readonly string[]): Asking<SubstituteDocument> =>
  substitutes.asked({ _id: _.in(days.map(on => substituteId(householdId, on))) })

/** Who stands in on that day, as its errands carry it: of those `known`, or read, only where the household says that somebody does. */
export async function substituteFor(
  { _id: id, substitutedOn }: Pick<HouseholdDocument, '_id' | 'substitutedOn'>,
  on: string,
  known?: readonly SubstituteDocument[],
): Promise<Pick<ErrandRecord, 'substituteId' | 'substituteName'>> {
  if (!substitutedOn?.includes(on)) return {}
  const recordId = substituteId(id, on)
  const found = known ? known.find(({ _id }) => _id === recordId) : await substitutes.get(recordId)
  return found?.state === named ? { substituteId: found.riderId, substituteName: found.riderName } : {}
}
