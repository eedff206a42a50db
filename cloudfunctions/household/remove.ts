import { Failure } from '@domain/failure'
import { founding, household } from '@domain/household'
import { type BindingState } from '@domain/household/binding'
import { toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { forgetHome, openErrandsOf } from '../kernel/forget-home'
import { roleOn } from '../kernel/guard'
import { createdId } from '../kernel/hash'
import { households } from '../kernel/households'
import { tellRelatives, untie } from '../kernel/kin'
import { markLeaving, unmarkLeaving } from '../kernel/leaving-home'
import { relativesOf } from '../kernel/people'
import { bindings, removals } from './stores'

/**
 * 删掉这家的记录. That it was removed is written down first, so that the tap is answered again when nothing is left to ask; whatever dies on
 * the way is done by the next tap, because the household itself goes last.
 * @throws OPEN_ERRANDS while something of hers runs
 */
export async function remove({ id, why }: InputOf<typeof household.remove>, actor: Actor): Promise<Moved> {
  const receiptId = createdId(actor.id, actor.key)
  const home = await households.get(id)
  if (!home) {
    const receipt = await removals.repeatedOr(new Failure('NOT_FOUND'), receiptId, actor)
    return receiptOf(id, receipt.touchedAt, actor)
  }
  if (!roleOn(household.remove, actor, { ...home })) throw new Failure('FORBIDDEN')
  await markLeaving(id, receiptId, actor.now)
  await checkNothingRuns(id, receiptId)
  const { communityId } = home
  const receipt = await removals.add(household.remove, actor, { communityId, householdId: id }, { id: receiptId, why })
  await partAll(id, actor)
  // Said to have gone wrong in this very moment, after all: it is seen through first.
  await checkNothingRuns(id, receiptId)
  await forgetHome(id)
  return receiptOf(id, receipt.touchedAt, actor)
}

const receiptOf = (id: string, at: number, actor: Actor): Moved => ({ id, state: '', rev: actor.key, at })

async function checkNothingRuns(householdId: string, tap: string): Promise<void> {
  const left = await openErrandsOf(householdId)
  if (left === 0) return
  await unmarkLeaving(householdId, tap)
  throw new Failure('OPEN_ERRANDS', { left })
}

const living = founding.close.moves.from satisfies readonly BindingState[]

/** Whoever is bound to it, or asks to be, reads in 消息 that it is gone; nothing else of the household stays with him. */
async function partAll(householdId: string, actor: Actor): Promise<void> {
  const all = await bindings.find({ householdId, state: _.in([...living]) }, { limit: bindingsAtMost })
  for (const { _id, relativeId } of all)
    await bindings.move(founding.close, _id, actor, {
      patch: { ...ofHousehold, inboxOf: [toPerson(relativeId)], endsAt: actor.now },
    })
  await tellRelatives(householdId, actor.now, `remove.${actor.key}`)
  const relatives = await relativesOf([householdId])
  for (const { _id } of relatives) await untie(_id, householdId, actor)
  actor.changed ||= relatives.some(({ _id }) => _id === actor.id)
}

const bindingsAtMost = 1000

/** What of a binding tells of the household and of the others who are bound to it. */
const ofHousehold = {
  householdId: undefined,
  elder: undefined,
  name: undefined,
  consent: undefined,
  call: undefined,
  held: undefined,
  until: undefined,
  callsOpen: 0,
}
