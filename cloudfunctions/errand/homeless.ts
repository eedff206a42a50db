import { minuteMs } from '@domain/time'
import { lostOf, unmakeErrands } from '../kernel/leaving-home'
import { errands } from './errands'
import type { ErrandDocument } from './rise'

/** Nobody has been told of it. */
const isNew = ({ outbox = {} }: ErrandDocument): boolean =>
  Object.values(outbox).some(({ say, reach }) => say === 'requested' && reach === 'waiting')

/**
 * What was asked for a household that was removed at that very moment was not asked for: nobody could bring it. Whoever removes marks the household
 * and then looks for what runs, so that he or the clock, which looks at each new errand once, sees the other; a request asks no question more.
 * @returns what the run passes by: taken back, or looked at again once its household is there or not
 */
export async function unmakeHomeless(due: readonly ErrandDocument[], now: number): Promise<Set<string>> {
  const fresh = due.filter(isNew)
  if (fresh.length === 0) return new Set()
  const { gone, leaving } = await lostOf([...new Set(fresh.flatMap(({ householdId }) => householdId ?? []))], now)
  const among = (homes: Set<string>) => fresh.filter(({ householdId = '' }) => homes.has(householdId))
  const lost = among(gone).map(({ _id }) => _id)
  if (lost.length > 0) await unmakeErrands(lost)
  for (const { _id, rev } of among(leaving)) await errands.book(_id, rev, { dueAt: now + minuteMs })
  return new Set([...lost, ...among(leaving).map(({ _id }) => _id)])
}
