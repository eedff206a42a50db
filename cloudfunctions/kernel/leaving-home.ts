import { minuteMs } from '@domain/time'
import { _, collectionOf } from './cloud'
import { forgetDoubts } from './forget-home'
import { households, type HouseholdDocument } from './households'

/** The platform kills whatever removes it before that. */
const goesOnMs = minuteMs

/** Says of a household that it is being removed, so that nothing is begun for it any more; `tap` names by which tap. */
export async function markLeaving(id: string, tap: string, now: number): Promise<void> {
  await households.book(id, undefined, { [`leaving.${tap}`]: now + goesOnMs })
}

/** It stays after all, as far as this tap goes. */
export async function unmarkLeaving(id: string, tap: string): Promise<void> {
  await households.book(id, undefined, { [`leaving.${tap}`]: _.remove() })
}

/** True while it is being removed. */
export const isLeaving = ({ leaving = {} }: Pick<HouseholdDocument, 'leaving'>, now: number): boolean =>
  Object.values(leaving).some(until => until > now)

/**
 * After something was written for a household: whether it stands there still. Whoever removes it marks it first and then looks for what runs,
 * so one of the two sees the other.
 */
export async function stands(id: string, now: number): Promise<boolean> {
  const [home] = await households.find({ _id: id }, { only: ['leaving'] })
  return home !== undefined && !isLeaving(home, now)
}

/** Takes back errands that were just written, with what of them waits for the desk. */
export async function unmakeErrands(ids: readonly string[]): Promise<void> {
  await forgetDoubts(ids)
  await collectionOf('errands')
    .where({ _id: _.in([...ids]) })
    .remove()
}
