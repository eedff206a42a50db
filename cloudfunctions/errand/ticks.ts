import { errand } from '@domain/errand'
import type { Rising } from '@domain/errand/due'
import { personIn, template, toDesk, toFamily, type Notice, type Outbox, type Reach, type Saying } from '@domain/notice'
import { clockOf, minuteMs } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { push } from '../kernel/notify'
import { deskOf, peopleById, relativesOf, type Person } from '../kernel/people'
import { Refused } from '../kernel/records'
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
export function dueErrands(now: number): Promise<ErrandDocument[]> {
  return errands.find({ dueAt: _.lte(now) }, { order: { dueAt: 'asc' }, limit: batch })
}

/** Everything the clock does for one batch of errands: rise, confirm, tell. Every step is conditional, so a second run changes nothing. */
export async function runErrands(due: ErrandDocument[], clockActor: (key: string) => Actor): Promise<Done> {
  const done: Done = { risen: 0, confirmed: 0, told: 0 }
  const relatives = await relativesOf([...new Set(due.filter(record => waiting(record, toFamily)).flatMap(record => record.householdId ?? []))])
  const named = await peopleById([...new Set(due.flatMap(record => waitingPeople(record)))])
  const desks = await deskOf([...new Set(due.filter(record => waiting(record, toDesk)).map(record => record.communityId))])
  for (const record of due) {
    const actor = clockActor(`clock:${record._id}:${record.rev}`.slice(0, 80))
    const next = dueOf(record)
    if (next.act !== undefined && next.at <= actor.now) {
      await act(record, next.act, actor).catch(ignoreRefusal)
      done[next.act === 'confirm' ? 'confirmed' : 'risen'] += 1
      continue
    }
    done.told += await tell(record, { relatives, named, desks }, actor.now, next.at)
  }
  return done
}

async function act(record: ErrandDocument, what: Rising | 'confirm', actor: Actor): Promise<unknown> {
  if (what !== 'confirm') return raise(record, what, actor)
  return errands.move(errand.confirm, record._id, actor, {
    patch: { closedAt: actor.now, confirmedBy: 'clock', escalated: undefined }, tell: [{ to: toFamily, say: 'confirmedByItself' }],
  })
}

interface Addressees {
  relatives: Person[]
  named: Person[]
  desks: Map<string, Person[]>
}

/** Claims the waiting notices in one write, sends them, and writes down what became of them; what reached no phone becomes a call. */
async function tell(record: ErrandDocument, to: Addressees, now: number, nextAt: number): Promise<number> {
  const open = Object.entries(record.outbox).filter(([, told]) => told.reach === 'waiting' || told.reach === 'sending')
  if (open.length === 0) {
    await errands.book(record._id, record.rev, { dueAt: nextAt })
    return 0
  }
  const lost = open.filter(([, told]) => told.reach === 'sending' && told.at < now - lostAfterMs)
  const fresh = open.filter(([, told]) => told.reach === 'waiting')
  const claimed = await errands.book(record._id, record.rev, {
    ...Object.fromEntries(fresh.map(([id]) => [`outbox.${id}.reach`, 'sending'])), dueAt: now + lostAfterMs,
  })
  if (!claimed) return 0
  const results: [string, Reach][] = lost.map(([id, told]) => [id, unreached(told)])
  for (const [id, told] of fresh) results.push([id, await sendTo(addressees(record, told, to), record, told)])
  const calls = results.filter(([, reach]) => reach === 'call').length
  await errands.book(record._id, undefined, {
    ...Object.fromEntries(results.map(([id, reach]) => [`outbox.${id}.reach`, reach])),
    ...(calls > 0 && { callsOpen: _.inc(calls) }),
  })
  await errands.book(record._id, record.rev, { dueAt: nextAt })
  return results.length
}

async function sendTo(people: Person[], record: ErrandDocument, told: Notice): Promise<Reach> {
  if (people.length > 0 && people.every(person => person.readAt >= told.at)) return 'read'
  const page = `pages/errand/one/index?id=${record._id}`
  const words = { [template.fields.thing]: { value: pushWords(record, told) }, [template.fields.time]: { value: clockOf(told.at) } }
  let reached = false
  for (const person of people) reached = (await push(person.openid, template.id, page, words)) || reached
  return reached ? 'pushed' : unreached(told)
}

/** The desk reads its own board; everyone else who was not reached is telephoned. */
const unreached = (told: Notice): Reach => (told.to === toDesk ? 'read' : 'call')

/** No name, address, word or illness in a push: what it is about, and that there is news. */
function pushWords(_record: ErrandDocument, told: Notice): string {
  const words: Partial<Record<Saying, string>> = {
    offered: '社区请您帮个忙', accepted: '有人接了您的单', underway: '已经在路上', delivered: '送到了，收到请点一下', returned: '社区想问一下',
    failed: '没送成，社区在安排', reassigned: '这一单换了别人去', cancelled: '这一单取消了', requested: '有新的点单', nobodyAccepts: '有一单没人接',
  }
  return words[told.say] ?? '您的单有新进展'
}

function addressees(record: ErrandDocument, told: Notice, { relatives, named, desks }: Addressees): Person[] {
  if (told.to === toFamily) return relatives.filter(person => person.households.some(household => household.id === record.householdId))
  if (told.to === toDesk) return desks.get(record.communityId) ?? []
  return named.filter(person => personIn(told.to) === person._id)
}

const waiting = (record: ErrandDocument, to: string): boolean => Object.values(record.outbox as Outbox).some(told => told.to === to && told.reach === 'waiting')

function waitingPeople(record: ErrandDocument): string[] {
  return Object.values(record.outbox).flatMap(told => (told.reach === 'waiting' ? (personIn(told.to) ?? []) : []))
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}

