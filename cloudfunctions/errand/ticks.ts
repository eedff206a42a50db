import { errand } from '@domain/errand'
import { confirmsItselfMs } from '@domain/errand/due'
import { personIn, template, toDesk, toFamily, type Notice, type Reach, type Saying } from '@domain/notice'
import { isQuiet } from '@domain/person'
import { beijing, clockOf, minuteMs } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { push } from '../kernel/notify'
import { dueBy, type Run } from '../kernel/run'
import { deskOf, peopleById, relativesOf, type Person } from '../kernel/people'
import { errands } from './errands'
import { dueOf, raise, type ErrandDocument } from './rise'

const batch = 50
/** A push that was claimed and never came back is not sent again: after this it goes to the desk's list. */
const lostAfterMs = 2 * minuteMs

export interface Done {
  risen: number
  confirmed: number
  told: number
}

/** The errands that fall due now, oldest first; one query, and nothing when nothing is due. */
export function dueErrands(now: number, run: Run): Promise<ErrandDocument[]> {
  return errands.find(dueBy(now, run), { order: { dueAt: 'asc' }, limit: batch })
}

/** Everything the clock does for one batch of errands: rise, confirm, tell. Each for itself: one that fails holds up no other. */
export async function runErrands(due: ErrandDocument[], run: Run): Promise<Done> {
  const done: Done = { risen: 0, confirmed: 0, told: 0 }
  const to = await addresseesOf(due)
  for (const record of due) {
    if (run.isOver()) break
    const actor = run.actorFor(record)
    try {
      const { act, at } = dueOf(record)
      if (act === undefined || at > actor.now) done.told += await tell(record, to, actor.now, at)
      else if (act === 'confirm') done.confirmed += (await confirmItself(record, actor)) ? 1 : 0
      else done.risen += (await raise(record, act, actor)) ? 1 : 0
    } catch (error) {
      if (!(await errands.setAside(record, error, actor.now))) run.stuck.add(record._id)
    }
  }
  return done
}

async function addresseesOf(due: ErrandDocument[]): Promise<Addressees> {
  const households = due.filter(record => waiting(record, toFamily)).flatMap(record => record.householdId ?? [])
  const communities = due.filter(record => waiting(record, toDesk)).map(record => record.communityId)
  return {
    relatives: await relativesOf([...new Set(households)]),
    named: await peopleById([...new Set(due.flatMap(waitingPeople))]),
    desks: await deskOf([...new Set(communities)]),
  }
}

function confirmItself(record: ErrandDocument, actor: Actor): Promise<unknown> {
  return errands.move(errand.confirm, record._id, actor, {
    where: { deliveredAt: _.lte(actor.now - confirmsItselfMs) },
    patch: { closedAt: actor.now, confirmedBy: 'clock', escalated: undefined },
    tell: [{ to: toFamily, say: 'confirmedByItself' }],
  })
}

interface Addressees {
  relatives: Person[]
  named: Person[]
  desks: Map<string, Person[]>
}

/**
 * Claims the waiting notices in one conditional write, sends them, and writes down what became of them; what reached no phone becomes a
 * call. Of two runs only one gets the claim; what a killed run had claimed is never sent again but telephoned.
 */
async function tell(record: ErrandDocument, to: Addressees, now: number, nextAt: number): Promise<number> {
  const open = Object.entries(record.outbox)
  const fresh = open.filter(([, told]) => told.reach === 'waiting')
  const sending = open.filter(([, told]) => told.reach === 'sending')
  const lost = sending.filter(([, told]) => told.at < now - lostAfterMs)
  const isPending = sending.length > lost.length
  const claim = Object.fromEntries(fresh.map(([id]) => [`outbox.${id}.reach`, 'sending']))
  const stillWaiting = Object.fromEntries(fresh.map(([id]) => [`outbox.${id}.reach`, 'waiting']))
  const next = isPending ? now + lostAfterMs : nextAt
  if (fresh.length + lost.length === 0) {
    await errands.book(record._id, record.rev, { dueAt: next })
    return 0
  }
  const claimed = await errands.book(
    record._id,
    record.rev,
    { ...claim, dueAt: now + lostAfterMs },
    { dueAt: record.dueAt, ...stillWaiting },
  )
  if (!claimed) return 0
  const results: [string, Reach][] = lost.map(([id, told]) => [id, unreached(told)])
  for (const [id, told] of fresh) results.push([id, await sendTo(addressees(record, told, to), record, told)])
  const calls = results.filter(([, reach]) => reach === 'call').length
  const became = {
    ...Object.fromEntries(results.map(([id, reach]) => [`outbox.${id}.reach`, reach])),
    ...(calls > 0 && { callsOpen: _.inc(calls) }),
  }
  // Once: delivered twice, the same settling would count its calls twice.
  const unsettled = Object.fromEntries(results.map(([id]) => [`outbox.${id}.reach`, 'sending']))
  const settled = await errands.book(record._id, record.rev, { ...became, dueAt: next }, unsettled)
  if (!settled) await errands.book(record._id, undefined, became, unsettled)
  return results.length
}

async function sendTo(people: Person[], record: ErrandDocument, told: Notice): Promise<Reach> {
  // Law 11: in his quiet hours nothing rings on a rider's phone; the desk decides whether to call.
  const hour = beijing(told.at).hour()
  if (told.say === 'offered' && people.every(person => isQuiet(person.trade, hour))) return 'call'
  if (people.length > 0 && people.every(person => person.readAt >= told.at)) return 'read'
  const page = `pages/errand/one/index?id=${record._id}`
  const words = {
    [template.fields.thing]: { value: pushWords(told) },
    [template.fields.time]: { value: clockOf(told.at) },
  }
  let reached = false
  for (const person of people) reached = (await push(person.openid, template.id, page, words)) || reached
  return reached ? 'pushed' : unreached(told)
}

/** The desk reads its own board; everyone else who was not reached is telephoned. */
const unreached = (told: Notice): Reach => (told.to === toDesk ? 'read' : 'call')

/** No name, address, word or illness in a push: what it is about, and that there is news. */
function pushWords(told: Notice): string {
  const words: Partial<Record<Saying, string>> = {
    offered: '社区请您帮个忙',
    accepted: '有人接了您的单',
    underway: '已经在路上',
    delivered: '送到了，收到请点一下',
    returned: '社区想问一下',
    failed: '没送成，社区在安排',
    reassigned: '这一单换了别人去',
    cancelled: '这一单取消了',
    requested: '有新的点单',
    nobodyAccepts: '有一单没人接',
  }
  return words[told.say] ?? '您的单有新进展'
}

function addressees(record: ErrandDocument, told: Notice, { relatives, named, desks }: Addressees): Person[] {
  if (told.to === toFamily)
    return relatives.filter(person => person.households.some(household => household.id === record.householdId))
  if (told.to === toDesk) return desks.get(record.communityId) ?? []
  return named.filter(person => personIn(told.to) === person._id)
}

/** A record without an outbox is none of ours; it is set aside when its turn comes. */
const noticesOf = (record: Partial<Pick<ErrandDocument, 'outbox'>>): Notice[] => Object.values(record.outbox ?? {})

const waiting = (record: ErrandDocument, to: string): boolean =>
  noticesOf(record).some(told => told.to === to && told.reach === 'waiting')

function waitingPeople(record: ErrandDocument): string[] {
  return noticesOf(record).flatMap(told => (told.reach === 'waiting' ? (personIn(told.to) ?? []) : []))
}
