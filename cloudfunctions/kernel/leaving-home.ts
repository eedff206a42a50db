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

/** Which of these households are there no more, and which are being removed. */
export async function lostOf(
  ids: readonly string[],
  now: number,
): Promise<{ gone: Set<string>; leaving: Set<string> }> {
  const found = await households.find({ _id: _.in([...ids]) }, { only: ['leaving'] })
  const leaving = found.filter(home => isLeaving(home, now)).map(({ _id }) => _id)
  const there = new Set(found.map(({ _id }) => _id))
  return { gone: new Set(ids.filter(id => !there.has(id))), leaving: new Set(leaving) }
}

/** Takes back errands that were just written, with what of them waits for the desk. */
export async function unmakeErrands(ids: readonly string[]): Promise<void> {
  await forgetDoubts(ids)
  await collectionOf('errands')
    .where({ _id: _.in([...ids]) })
    .remove()
}
