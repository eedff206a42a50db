import { newConsents } from '@domain/consent'
import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import { askLastsMs, codeLastsMs } from '@domain/household/binding'
import { householdInbox, toPerson } from '@domain/notice'
import type { InputOf } from '@domain/operation'
import { isFamily } from '@domain/relation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { sixDigits } from '../kernel/hash'
import { households, type HouseholdDocument } from '../kernel/households'
import { tellRelatives } from '../kernel/kin'
import { agreeing, unnamed, writePerson } from '../kernel/people'
import { countTry } from '../kernel/tries'
import { homeFor } from './home-for'
import { bindingId, bindings, codes, type BindingDocument } from './stores'

/** 绑定码: one a household; a new one takes the place of the old. */
export async function code({ id }: InputOf<typeof household.code>, actor: Actor) {
  const { home } = await homeFor(household.code, id, actor)
  const { communityId } = home
  const fresh = { code: await freeCode(communityId, actor.now), until: actor.now + codeLastsMs, usedBy: '' }
  const made = await codes.add(household.code, actor, { communityId, householdId: id, ...fresh }, { id })
  if (made.rev !== actor.key) await codes.change(household.code, id, actor, { patch: fresh })
  const stands = await codes.get(id)
  return { code: stands?.code ?? '', until: stands?.until ?? 0 }
}

/** A code that no other household of the community has now. */
async function freeCode(communityId: string, now: number): Promise<string> {
  const drawn = sixDigits()
  return (await behind(communityId, drawn, now)) ? freeCode(communityId, now) : drawn
}

async function behind(communityId: string, drawn: string, now: number) {
  const found = await codes.find({ communityId, code: drawn, until: _.gt(now) }, { limit: 1 })
  return found[0]
}

/**
 * Whoever types a code only asks: the family, the elder or the desk says yes. A try is counted before it is compared, and the code of
 * another community, a used one and a wrong one answer alike.
 * @throws AGREE_FIRST, WRONG_DIGITS, ASK_DESK, ALREADY_KIN
 */
export async function ask(input: InputOf<typeof household.ask>, actor: Actor) {
  if (actor.refusal) throw actor.refusal
  const { communityId, code: typed, calls, myName, agreed } = input
  const consents = newConsents(actor.me, ['privacy'], agreed, actor.now)
  const left = await countTry({ what: 'binding', communityId }, actor)
  if (left === undefined) throw new Failure('ASK_DESK')
  const is = await behind(communityId, typed, actor.now)
  const isMine = is !== undefined && (await taken(is.householdId, typed, actor))
  const home = isMine ? await households.get(is.householdId) : undefined
  if (!home) throw new Failure('WRONG_DIGITS', { left })
  if (isFamily(actor.me, { ...home }, actor.now)) throw new Failure('ALREADY_KIN')

  const name = actor.me.name || (myName ?? unnamed.resident)
  // Whoever is bound later must be known by then.
  await writePerson(actor, {
    changes: agreeing(consents),
    first: { name: actor.waiting?.has('name') ? unnamed.resident : name, consents },
  })
  const { until } = await asked(home, { calls, name }, actor)
  await tellRelatives(home._id, actor.now, `ask.${actor.key}`)
  return { until: until ?? 0 }
}

/** A code is for one person; his own second tap finds it still his. */
function taken(householdId: string, typed: string, actor: Actor): Promise<boolean> {
  const isOpen = { code: typed, until: _.gt(actor.now), usedBy: _.in(['', actor.id]) }
  return codes.book(householdId, undefined, { usedBy: actor.id, touchedAt: actor.now }, isOpen)
}

/** Of somebody new, or of one who was refused, forgotten or parted before. */
async function asked(
  { _id: householdId, communityId, compoundId, elder, hasApp }: HouseholdDocument,
  said: { calls: string; name: string },
  actor: Actor,
): Promise<BindingDocument> {
  const id = bindingId(householdId, actor.id)
  const until = actor.now + askLastsMs
  const patch = {
    ...said,
    askedAt: actor.now,
    until,
    endsAt: until,
    // Nobody of theirs has a phone to hear it: the desk asks the elder.
    ...(hasApp ? { callsOpen: 0 } : { call: { say: 'ask', at: actor.now }, callsOpen: 1 }),
  }
  const inboxOf = [householdInbox(householdId), toPerson(actor.id)]
  const about = { communityId, compoundId, householdId, elder, relativeId: actor.id, inboxOf }
  const made = await bindings.add(household.ask, actor, { ...about, ...patch }, { id })
  if (made.rev === actor.key) return made
  await bindings.move(household.ask, id, actor, { patch: { ...patch, consent: undefined } })
  return (await bindings.get(id)) ?? made
}
