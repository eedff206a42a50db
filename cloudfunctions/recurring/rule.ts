import { Failure } from '@domain/failure'
import type { InputOf, Moved, Operation } from '@domain/operation'
import { recurring } from '@domain/recurring'
import { dueAtOf, doneOn, fallsOn } from '@domain/recurring/calendar'
import { refusalOfRhythm, rhythmOf, type RecurringState } from '@domain/recurring/record'
import { deskRole, residentRole, scopeOf } from '@domain/role'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { everywhereAs, roleOn } from '../kernel/guard'
import { agreeTo, askerIn } from './make'
import { recurrings, type RecurringDocument } from './stores'
import { forgetUsual } from './usual'

const going: RecurringState = 'going'
const over: RecurringState = 'ended'

/** Of one household, those that are not over; last touched first. */
export async function list({ householdId, after }: InputOf<typeof recurring.list>, actor: Actor) {
  const residesIn = scopeOf(actor.me, residentRole, actor.now)
  const isTheirs = actor.me.households.some(home => home.id === householdId && residesIn.includes(home.communityId))
  const of = { householdId, state: _.neq(over) }
  const atDesk = _.and([of, everywhereAs(deskRole, actor.me, actor.now)])
  const theirs = isTheirs ? { ...of, unbound: _.neq(actor.id) } : atDesk
  return recurrings.page(theirs, { by: 'touchedAt', after, omit: ['timeline', 'outbox'] })
}

export async function one({ id }: InputOf<typeof recurring.one>) {
  const record = await recurrings.get(id)
  if (!record) throw new Failure('NOT_FOUND')
  return record
}

/** The rule, for whoever may do this to it, and the role in which he may. @throws NOT_FOUND, FORBIDDEN */
async function ruleFor(op: Operation, id: string, actor: Actor) {
  const rule = await recurrings.get(id)
  if (!rule) throw new Failure('NOT_FOUND')
  const role = roleOn(op, actor, { ...rule })
  if (!role) throw new Failure('FORBIDDEN')
  return { rule, role }
}

/** When the clock must look at it, were these its days; one that rests is looked at by nobody. */
function dueOf(rule: RecurringDocument, changes: Partial<RecurringDocument>, now: number): number {
  const rhythm = rhythmOf({ ...rule, ...changes })
  return rhythm && (rule.state === going || changes.state === going) ? dueAtOf(rhythm, rule.madeOn, now) : never
}

/** 改日子: what is made already stays as it is, and its day is not made again. */
export async function change(input: InputOf<typeof recurring.change>, actor: Actor): Promise<Moved> {
  const { id, rev, ...days } = input
  const { rule } = await ruleFor(recurring.change, id, actor)
  const refusal = refusalOfRhythm(days, actor.now)
  if (refusal) throw new Failure(refusal)
  const patch = { ...days, untilOn: days.untilOn, dueAt: dueOf(rule, days, actor.now) }
  return recurrings.change(recurring.change, id, actor, { rev, where: { weekdays: _.exists(true) }, patch })
}

/** 先停一停. */
export function pause({ id }: InputOf<typeof recurring.pause>, actor: Actor): Promise<Moved> {
  return recurrings.move(recurring.pause, id, actor, { patch: { dueAt: never } })
}

/** 接着要: whoever says so is from now on the one who asks, and has agreed to what is done in his name. */
export async function resume({ id, agreed }: InputOf<typeof recurring.resume>, actor: Actor): Promise<Moved> {
  const { rule, role } = await ruleFor(recurring.resume, id, actor)
  await agreeTo(rule.kind, agreed, role, actor)
  const patch = {
    stopped: undefined,
    callsOpen: 0,
    ...askerIn(role, actor),
    dueAt: dueOf(rule, { state: going }, actor.now),
  }
  return recurrings.move(recurring.resume, id, actor, { patch })
}

/** 这天不要; of a day that has been made the errand itself is called off. @throws PAST_SLOT */
export function skip({ id, on }: InputOf<typeof recurring.skip>, actor: Actor): Promise<Moved> {
  return leaveOut(recurring.skip, id, on, true, actor)
}

/** 还是要. */
export function unskip({ id, on }: InputOf<typeof recurring.unskip>, actor: Actor): Promise<Moved> {
  return leaveOut(recurring.unskip, id, on, false, actor)
}

async function leaveOut(op: Operation, id: string, on: string, isLeftOut: boolean, actor: Actor): Promise<Moved> {
  const { rule } = await ruleFor(op, id, actor)
  const rhythm = rhythmOf(rule)
  if (!rhythm || !fallsOn(rhythm, on)) throw new Failure('NOT_FOUND')
  const others = rhythm.skips.filter(day => day !== on && day > doneOn(rhythm, undefined, actor.now))
  const skips = isLeftOut ? [...others, on] : others
  // The day may be made in this very moment: then it stands, and it is said so.
  const unmade = _.or([{ madeOn: _.exists(false) }, { madeOn: _.lt(on) }])
  const patch = { skips, dueAt: dueOf(rule, { skips }, actor.now) }
  return recurrings.change(op, id, actor, { rev: rule.rev, where: unmade, patch })
}

/** 不要了. What is made already stays, and is called off by itself. */
export async function end({ id }: InputOf<typeof recurring.end>, actor: Actor): Promise<Moved> {
  const moved = await recurrings.move(recurring.end, id, actor, {
    patch: { endedAt: actor.now, dueAt: never, callsOpen: 0, stopped: undefined },
  })
  const { householdId, name } = (await recurrings.get(id)) ?? {}
  if (householdId && name) await forgetUsual(householdId, id, actor)
  return moved
}
