import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { recurring } from '@domain/recurring'
import { comingOn } from '@domain/recurring/calendar'
import { rhythmOf, type Stop } from '@domain/recurring/record'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { tellRelatives } from '../kernel/kin'
import { recurrings, type RecurringDocument } from './stores'

/**
 * It rests until somebody says 接着要: the family reads why in its 消息, and the desk has a call to make, for a rule that falls silent is a lunch
 * that does not come (law 7). Only while nobody has written since.
 */
export async function rest(rule: RecurringDocument, why: Stop, actor: Actor): Promise<Moved> {
  const moved = await recurrings.move(recurring.stop, rule._id, actor, {
    where: { rev: rule.rev },
    patch: { stopped: why, dueAt: never, callsOpen: 1 },
    why,
  })
  await tellRelatives(rule.householdId ?? '', actor.now, `stop.${actor.key}`)
  return moved
}

/** It is over by itself. */
export function close(rule: RecurringDocument, actor: Actor): Promise<Moved> {
  return recurrings.move(recurring.finish, rule._id, actor, {
    where: { rev: rule.rev },
    patch: { endedAt: actor.now, dueAt: never },
  })
}

/** The clock's own verbs, for one rule: nobody's phone says them. */
export async function stop({ id }: InputOf<typeof recurring.stop>, actor: Actor): Promise<Moved> {
  return rest(await ruleOf(id), 'refused', actor)
}

export async function finish({ id }: InputOf<typeof recurring.finish>, actor: Actor): Promise<Moved> {
  const rule = await ruleOf(id)
  const rhythm = rhythmOf(rule)
  if (rhythm && comingOn(rhythm, rule.madeOn, actor.now) !== undefined) throw new Failure('WRONG_STATE')
  return close(rule, actor)
}

async function ruleOf(id: string): Promise<RecurringDocument> {
  const rule = await recurrings.get(id)
  if (!rule) throw new Failure('NOT_FOUND')
  return rule
}
