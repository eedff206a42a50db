import { tookBack } from '@domain/consent'
import { Ask, askNeeds, refusalOf } from '@domain/errand/ask'
import { comingOn, dueAtOf, makesAt, windowOn, type Rhythm } from '@domain/recurring/calendar'
import { answersOf, rhythmOf, type Stop } from '@domain/recurring/record'
import type { Me } from '@domain/role'
import * as z from '@domain/zod'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { relationsIn } from '../kernel/guard'
import { households, type HouseholdDocument } from '../kernel/households'
import { meOf, peopleById } from '../kernel/people'
import { dueBy, type Run } from '../kernel/run'
import { close, rest } from './rest'
import { occurrenceId, recurrings, type RecurringDocument } from './stores'

/** One day of a rule, as the errands' own part of the clock asks for it. */
interface Occurrence {
  id: string
  ask: Ask
  household: HouseholdDocument
  asker: { askedBy: string; askedById: string; byPhone: boolean; calls?: string }
  recurringId: string
  on: string
  weekdays: number[]
}
type RequestAgain = (occurrence: Occurrence, actor: Actor) => Promise<void>

/** The rules whose day has come; one query, and nothing when there is none. */
export function dueRecurrings(now: number, run: Run): Promise<RecurringDocument[]> {
  return recurrings.find(dueBy(now, run), { order: { dueAt: 'asc' }, limit: 50, omit: ['timeline'] })
}

/** Makes the errands of a batch of rules. Each for itself: one that fails holds up no other. @returns how many were asked for */
export async function runRecurrings(due: RecurringDocument[], run: Run, request: RequestAgain): Promise<number> {
  const homes = await households.find({ _id: _.in(due.map(({ householdId }) => householdId)) })
  const askers = await peopleById([...new Set(due.map(({ askedById }) => askedById))])
  let asked = 0
  for (const rule of due) {
    if (run.isOver()) break
    const home = homes.find(({ _id }) => _id === rule.householdId)
    const asker = askers.find(({ _id }) => _id === rule.askedById)
    const actor = run.actorFor(rule)
    try {
      const me = asker && meOf(asker.openid, asker)
      asked += (await runOne(rule, { home, me }, actor, request)) ? 1 : 0
    } catch (error) {
      if (!(await recurrings.setAside(rule, error, actor.now))) run.stuck.add(rule._id)
    }
  }
  return asked
}

/**
 * One rule, one day at a time. First the errand, by an id that is made of rule and day; then the rule says that the day is made, only while
 * nobody has changed it: whoever dies between the two, or comes second, finds the errand there.
 */
async function runOne(
  rule: RecurringDocument,
  { home, me }: { home: HouseholdDocument | undefined; me: Me | undefined },
  actor: Actor,
  request: RequestAgain,
): Promise<boolean> {
  const rhythm = rhythmOf(rule)
  const on = rhythm && comingOn(rhythm, rule.madeOn, actor.now)
  if (!home || !rhythm || on === undefined) return close(rule, actor).then(() => false)
  if (makesAt(on) > actor.now) {
    await recurrings.book(rule._id, rule.rev, { dueAt: makesAt(on) })
    return false
  }
  const why = stopOf(rule, me, actor.now)
  const ask = askOn(rule, rhythm, on)
  if (why || !ask || refusalOf(ask, actor.now)) {
    await rest(rule, why ?? 'refused', actor)
    return false
  }
  const { askedBy = '', askedById, byPhone = false } = rule
  const calls = me?.households.find(({ id }) => id === home._id)?.calls
  const asker = { askedBy, askedById, byPhone, ...(!byPhone && calls && { calls }) }
  const id = occurrenceId(rule._id, on)
  const weekdays = [...rhythm.weekdays]
  await request({ id, ask, household: home, asker, recurringId: rule._id, on, weekdays }, actor)
  await recurrings.book(rule._id, rule.rev, { madeOn: on, dueAt: dueAtOf(rhythm, on, actor.now) })
  return true
}

/**
 * Why nobody may ask in his name any more. A new version of a text stops nothing: he is asked again at his next tap; what he took back
 * stops it.
 */
function stopOf(rule: RecurringDocument, me: Me | undefined, now: number): Stop | undefined {
  if (rule.byPhone) return undefined
  if (!me || !relationsIn(me, { ...rule }, now).includes('family')) return 'askerLeft'
  return askNeeds(rule.kind).some(what => tookBack(me, what)) ? 'noConsent' : undefined
}

/** What is asked that day; nothing where the questions of this kind have changed since. */
function askOn(rule: RecurringDocument, rhythm: Rhythm, on: string): Ask | undefined {
  const { communityId, householdId, kind } = rule
  const health = kind === 'medicine' ? { health: true } : {}
  const given = { ...answersOf({ ...rule }), ...health, communityId, householdId, when: windowOn(rhythm, on) }
  const parsed = z.safeParse(Ask, given)
  return parsed.success ? parsed.data : undefined
}
