import { newConsents, type Agreed } from '@domain/consent'
import { askNeeds } from '@domain/errand/ask'
import { Failure } from '@domain/failure'
import { householdInbox } from '@domain/notice'
import type { InputOf, Operation } from '@domain/operation'
import { recurring } from '@domain/recurring'
import { dueAtOf } from '@domain/recurring/calendar'
import { answersOf, mayRecur, mostAtOnce, refusalOfRhythm } from '@domain/recurring/record'
import { kinds, type Kind } from '@domain/errand/record'
import { isOfDesk, type Role } from '@domain/role'
import { allHeld } from '@domain/safety/held'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { createdId } from '../kernel/hash'
import { roleOn } from '../kernel/guard'
import { agreeing, writePerson } from '../kernel/people'
import { errands, recurrings } from './stores'
import { nameUsual } from './usual'

/**
 * The errand that a rule is made from, for whoever may, and the role in which he may. Its words have been seen by whoever must see them: a rule
 * says them again and again.
 * @throws NOT_FOUND, FORBIDDEN, BAD_INPUT for what can only be asked once, STILL_OPEN for too many
 */
async function kept(op: Operation, errandId: string, actor: Actor) {
  const errand = await errands.get(errandId)
  if (!errand) throw new Failure('NOT_FOUND')
  const role = roleOn(op, actor, { ...errand })
  if (!role) throw new Failure('FORBIDDEN')
  const { householdId = '', communityId, compoundId, kind } = errand
  const answers = answersOf({ ...errand })
  const waits = allHeld({ ...errand }).some(({ words }) => Object.keys(words).some(field => field in answers))
  if (waits) throw new Failure('BAD_INPUT', { why: '这一单的话社区还没看过' })
  if (!mayRecur(kind)) throw new Failure('BAD_INPUT', { why: '这样的单要一次一次点' })
  const common = { endedAt: never, inboxOf: [householdInbox(householdId)], callsOpen: 0, outbox: {} }
  return {
    fields: { ...answers, ...askerIn(role, actor), ...common, communityId, compoundId, householdId },
    kind,
    role,
  }
}

/** Too many rules of one household are somebody's slip, or not its own doing. @throws BAD_INPUT */
async function checkRoom(householdId: string, id: string): Promise<void> {
  const open = { householdId, endedAt: never, _id: _.neq(id) }
  if ((await recurrings.count(open)) >= mostAtOnce) throw new Failure('BAD_INPUT', { why: '定得太多了，先停掉几个' })
}

/** Who asks from now on; the desk does it for who telephoned. */
export const askerIn = (role: Role, { name, id }: Actor) => ({
  askedBy: name,
  askedById: id,
  byPhone: isOfDesk(role),
})

/** What the clock will do in his name must be agreed to by him; a desk asks for who telephoned. @throws AGREE_FIRST */
export async function agreeTo(
  kind: string | undefined,
  said: Agreed | undefined,
  role: Role,
  actor: Actor,
): Promise<void> {
  const consents = isOfDesk(role) ? [] : newConsents(actor.me, askNeeds(kind), said, actor.now)
  if (consents.length > 0) await writePerson(actor, { changes: agreeing(consents) })
}

/** 每周都要: an errand that asks for itself from now on. */
export async function add(input: InputOf<typeof recurring.add>, actor: Actor) {
  const { errandId, agreed, ...days } = input
  const id = createdId(actor.id, actor.key)
  const refusal = refusalOfRhythm(days, actor.now)
  if (refusal) return recurrings.repeatedOr(new Failure(refusal), id, actor)
  const { fields, kind, role } = await kept(recurring.add, errandId, actor)
  await checkRoom(fields.householdId, id)
  await agreeTo(kind, agreed, role, actor)
  const rhythm = { ...days, skips: [] }
  return recurrings.add(
    recurring.add,
    actor,
    { ...fields, ...rhythm, dueAt: dueAtOf(rhythm, undefined, actor.now) },
    { id },
  )
}

/** 存成常用: a rule without days, which only a tap makes an errand of. Its name goes to the relatives' first screen. */
export async function keep({ errandId, name }: InputOf<typeof recurring.keep>, actor: Actor) {
  const { fields, kind } = await kept(recurring.keep, errandId, actor)
  const id = createdId(actor.id, actor.key)
  await checkRoom(fields.householdId, id)
  const made = await recurrings.add(recurring.keep, actor, { ...fields, name, dueAt: never }, { id })
  // A name that waits for the desk is read by its author alone.
  const shown = actor.waiting?.has('name') ? (kinds[kind as Kind] ?? kinds.other).name : name
  await nameUsual(fields.householdId, { id: made._id, name: shown }, actor)
  return made
}
