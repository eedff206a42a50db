import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import type { Said } from '@domain/household/binding'
import type { InputOf, Moved, Operation } from '@domain/operation'
import { isOfDesk, type Role } from '@domain/role'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { roleOn } from '../kernel/guard'
import { households } from '../kernel/households'
import { bookUnbound, tellRelatives, tie, untie } from '../kernel/kin'
import { relativesOf } from '../kernel/people'
import { Refused } from '../kernel/records'
import type { Write } from '../kernel/write'
import { homeFor } from './home-for'
import { bindings, codes, type BindingDocument } from './stores'

/** A relative speaks for himself; the desk says whether it was the elder's word. */
const saidIn = (role: Role, said: 'elder' | 'desk' = 'desk'): Said => (isOfDesk(role) ? said : 'relative')

/** Nobody answers his own ask, and none that is over. */
const open = (actor: Actor) => ({ until: _.gt(actor.now), relativeId: _.neq(actor.id) })

/** The elder is told by telephone when nobody of theirs has a phone to hear it, unless it was her own word. */
const callFor = (say: string, isHeard: boolean, now: number) =>
  isHeard ? { call: undefined, callsOpen: 0 } : { call: { say, at: now }, callsOpen: 1 }

/** 同意: from now on he is one of theirs. */
export async function bind({ id, said }: InputOf<typeof household.bind>, actor: Actor): Promise<Moved> {
  const { householdId } = await standing(id)
  await homeFor(household.bind, householdId, actor)
  const others = await relativesOf([householdId])
  const patch = (role: Role) => ({
    consent: { by: actor.name, said: saidIn(role, said), at: actor.now },
    endsAt: never,
    ...callFor('bind', others.length > 0 || saidIn(role, said) === 'elder', actor.now),
  })
  return settled(household.bind, id, actor, { where: open(actor), patch })
}

async function settleBound(
  { communityId, householdId, relativeId, calls = '' }: BindingDocument,
  actor: Actor,
): Promise<void> {
  const home = await households.get(householdId)
  if (!home) return
  if (home.unbound?.includes(relativeId)) await bookUnbound(householdId, relativeId, true)
  await households.book(householdId, undefined, { hasApp: true, unbound: _.pull(relativeId) })
  const { elder, usual, compound, building } = home
  const place = `${compound} ${building}`
  const kin = { id: householdId, communityId, calls, elder, place, ...(usual && { usual }) }
  await tellRelatives(householdId, actor.now, `bind.${actor.key}`)
  // Last: by it is seen that all is done.
  await tie(relativeId, kin, actor.now, `bind.${actor.key}`)
}

/** 不同意. */
export async function refuse({ id }: InputOf<typeof household.refuse>, actor: Actor): Promise<Moved> {
  const { householdId } = await standing(id)
  await homeFor(household.refuse, householdId, actor)
  const moved = await bindings.move(household.refuse, id, actor, {
    where: open(actor),
    patch: { endsAt: actor.now, call: undefined, callsOpen: 0 },
  })
  await tellRelatives(householdId, actor.now, `refuse.${actor.key}`)
  return moved
}

/** 解绑: oneself, or by the desk. From that moment on he sees nothing of the household and of its errands. */
export async function unbind({ id, said }: InputOf<typeof household.unbind>, actor: Actor): Promise<Moved> {
  const binding = await standing(id)
  if (!actor.isRepeat && !roleOn(household.unbind, actor, { ...binding })) throw new Failure('FORBIDDEN')
  const { householdId, relativeId } = binding
  const others = (await relativesOf([householdId])).filter(({ _id }) => _id !== relativeId)
  const patch = (role: Role) => ({
    endsAt: actor.now,
    ...callFor('unbind', others.length > 0 || saidIn(role, said) === 'elder', actor.now),
  })
  return settled(household.unbind, id, actor, { patch })
}

async function settleEnded({ householdId, relativeId }: BindingDocument, actor: Actor): Promise<void> {
  const hasApp = (await relativesOf([householdId])).some(({ _id }) => _id !== relativeId)
  await households.book(householdId, undefined, { hasApp, unbound: _.addToSet(relativeId) })
  await bookUnbound(householdId, relativeId, false)
  // He may know the code that is open now.
  await codes.book(householdId, undefined, { until: actor.now }, { until: _.gt(actor.now) })
  await tellRelatives(householdId, actor.now, `unbind.${actor.key}`)
  // Last: from then on he may not do it again himself.
  await untie(relativeId, householdId, actor)
  actor.changed ||= relativeId === actor.id
}

/**
 * Moves a binding and does what follows from it. Whoever finds it moved does that once more before he is told so: the tap that moved it
 * may have died half way. A tap that comes late, after something else was decided, settles nothing.
 */
async function settled(op: Operation, id: string, actor: Actor, write: Write): Promise<Moved> {
  try {
    const moved = await bindings.move(op, id, actor, write)
    const is = await standing(id)
    if (is.rev === actor.key) await settle(is, actor)
    return moved
  } catch (error) {
    const is = error instanceof Refused ? await standing(id) : undefined
    if (is && is.state === op.moves?.to && !(await isSettled(is))) await settle(is, actor)
    throw error
  }
}

/**
 * What follows from how a binding stands. It may be decided anew meanwhile, and that be done before this is: whoever ends last looks once
 * more, and does what was decided last.
 */
async function settle(is: BindingDocument, actor: Actor): Promise<void> {
  const bound = household.bind.moves.to
  await (is.state === bound ? settleBound(is, actor) : settleEnded(is, actor))
  const now = await bindings.get(is._id)
  // Of a household that was removed meanwhile he is ended, too.
  if (now?.state !== is.state) await settle({ ...is, state: now?.state ?? household.unbind.moves.to }, actor)
}

/** Tying and untying is the last of either. */
async function isSettled({ householdId, relativeId, state }: BindingDocument): Promise<boolean> {
  const isTied = (await relativesOf([householdId])).some(({ _id }) => _id === relativeId)
  return isTied === (state === household.bind.moves.to)
}

async function standing(id: string): Promise<BindingDocument> {
  const binding = await bindings.get(id)
  if (binding?.householdId === undefined) throw new Failure('NOT_FOUND')
  return binding
}
