import { errand } from '@domain/errand'
import { mustBeReady, type Ask } from '@domain/errand/ask'
import { toDesk, toFamily } from '@domain/notice'
import { rhythmWords } from '@domain/recurring/day'
import type { Actor } from '../kernel/actor'
import type { HouseholdDocument } from '../kernel/households'
import { newErrand, type Asker } from './asked'
import { errands } from './errands'

/** One day of a rule, ready to be asked for (recurring's ticks). */
interface Occurrence {
  /** Made of the rule and the day, so that a second run finds it there. */
  id: string
  ask: Ask
  household: HouseholdDocument
  asker: Asker
  recurringId: string
  on: string
  weekdays: number[]
}

/** 定期: the errand of a day, asked for by the clock in the name of whoever made the rule; there already, it stays as it is. */
export async function requestAgain(occurrence: Occurrence, actor: Actor): Promise<void> {
  const { id, ask, household, asker, recurringId, on, weekdays } = occurrence
  const record = { ...(await newErrand(id, ask, household, asker, actor.now)), recurringId, on, weekdays }
  await errands.add(errand.request, actor, record, {
    id,
    why: rhythmWords(weekdays),
    // The family has it on its list; that it was asked for as always is no reason to ring.
    tell: [
      { to: toDesk, say: 'requested' },
      ...(mustBeReady(ask) ? [{ to: toFamily, say: 'readyAgain' as const }] : []),
    ],
  })
}
