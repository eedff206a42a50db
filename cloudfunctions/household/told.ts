import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import { bindingStates, callSentenceOf, tidingOf, type BindingState } from '@domain/household/binding'
import { householdInbox, toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import { shaded } from '@domain/safety/held'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { readerOf } from '../kernel/door'
import { substitutes } from '../kernel/substitutes'
import { homeBeside } from './home-for'
import { askedRuleCalls, ruleCalls, regularNews } from './regularly'
import { bindings, recurrings, type BindingDocument } from './stores'

const over: readonly string[] = ['refused', 'ended'] satisfies BindingState[]
const living = bindingStates.filter(state => !over.includes(state))

/** 家里人: who is bound, and whose ask is still open. */
export async function relatives({ id }: InputOf<typeof household.relatives>, actor: Actor) {
  const bound = { householdId: id, state: _.in(living) }
  const newest = { order: { touchedAt: 'desc' }, limit: 50, omit: ['timeline', 'outbox'] } as const
  const { found } = await homeBeside(household.relatives, id, actor, bindings.asked(bound, newest))
  const asked: BindingState = 'asked'
  return { rows: found[0].filter(row => row.state !== asked || (row.until ?? 0) > actor.now) }
}

/** 消息 of households: read from the bindings themselves, so it is there at once. */
export async function news(_input: object, actor: Actor) {
  const inboxes = [toPerson(actor.id), ...actor.me.households.map(({ id }) => householdInbox(id))]
  const mine = { inboxOf: _.in(inboxes) }
  const newest = { order: { touchedAt: 'desc' }, limit: 30, omit: ['outbox'] } as const
  const [found, rules, days] = await together(
    bindings.asked(mine, newest),
    recurrings.asked(mine, newest),
    substitutes.asked(mine, newest),
  )
  const isOwn = (row: BindingDocument) => row.relativeId === actor.id
  // What an instance remembers of him may be older than his parting.
  const parted = found.filter(row => isOwn(row) && over.includes(row.state ?? '')).map(row => row.householdId)
  const bound = found
    .filter(row => isOwn(row) || !parted.includes(row.householdId))
    .flatMap(row => linesOf(row, isOwn(row), actor))
  const rows = [...bound, ...(await regularNews(rules, days, parted, actor))]
  return { rows: rows.sort((a, b) => b.at - a.at).slice(0, 50) }
}

function linesOf(row: BindingDocument, isOwn: boolean, actor: Actor) {
  const kin = actor.me.households.find(({ id }) => id === row.householdId)
  const whom = kin?.calls ?? row.calls ?? '老人家'
  const who = String(shaded({ ...row }, readerOf(actor, row)).name ?? '居民')
  return (row.timeline ?? []).flatMap(({ verb, at }) => {
    const sentence = tidingOf(verb, who, whom, isOwn)
    return sentence ? [{ id: row._id, ...(kin && { householdId: kin.id }), say: verb, sentence, at }] : []
  })
}

/** 要打的电话: what an elder without a relative on a phone must hear, oldest first. */
export async function untold({ communityId }: InputOf<typeof household.untold>, actor: Actor) {
  const open = { communityId, callsOpen: _.gt(0), ...actor.within(communityId) }
  const [found, rules] = await together(bindings.asked(open, { omit: ['timeline', 'outbox'] }), askedRuleCalls(open))
  const ofBindings = found.flatMap(({ _id: id, householdId, elder = '老人家', name = '', call }) =>
    call ? [{ ...call, id, householdId, elder, sentence: callSentenceOf(call.say, name) }] : [],
  )
  const rows = [...ofBindings, ...ruleCalls(rules)]
  return { rows: rows.sort((a, b) => a.at - b.at) }
}

/** 打了, or 没人接 (it stays on the list). */
export async function called({ id, how }: InputOf<typeof household.called>, actor: Actor): Promise<Moved> {
  const patch = how === 'done' ? { callsOpen: 0, call: undefined } : { 'call.noAnswer': true }
  const write = { where: { callsOpen: _.gt(0) }, patch }
  // A rule that the clock stopped is told in the same way as a change of relatives.
  return bindings.change(household.called, id, actor, write).catch(error => {
    if (error instanceof Failure && error.code === 'NOT_FOUND')
      return recurrings.change(household.called, id, actor, write)
    throw error
  })
}
