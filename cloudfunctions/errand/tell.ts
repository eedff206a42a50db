import { isInHand } from '@domain/errand/record'
import { poolWaves } from '@domain/errand/wave'
import { personIn, toDesk, toFamily, toPool, type Notice, type Reach } from '@domain/notice'
import { isOvertaken, toBeCalled } from '@domain/overtaken'
import { mayRing } from '@domain/rider/duty'
import { whileResting } from '@domain/rider/resting'
import { deskRole } from '@domain/role'
import { templateOf } from '@domain/template'
import { minuteMs } from '@domain/time'
import { _ } from '../kernel/cloud'
import { reaches, relationsIn } from '../kernel/guard'
import type { Spending } from '../kernel/ledger'
import { push } from '../kernel/notify'
import { deskOf, meOf, peopleById, relativesOf, type Person } from '../kernel/people'
import { errands } from './errands'
import { holderOf } from './leave'
import { pushWords } from './push-words'
import { reachedBy, ringing } from './reached'
import type { ErrandDocument } from './rise'

/** A push that was claimed and never came back is not sent again: after this it goes to the desk's list. */
const lostAfterMs = 2 * minuteMs

/** The people whom a batch of errands has something to tell, or who have them. */
export interface Addressees {
  relatives: Person[]
  named: Person[]
  desks: Map<string, Person[]>
  /** Of an open wave, those whose phones may ring now. */
  passers: Map<string, Person[]>
}

/** So many phones ring for one wave; the others find it in their list. */
const mostRung = 20

async function passersOf(due: ErrandDocument[], now: number): Promise<Map<string, Person[]>> {
  const found = new Map<string, Person[]>()
  for (const record of due.filter(one => waiting(one, toPool))) {
    const wave = poolWaves.find(name => name === record.offer?.wave)
    const { people } = wave ? await reachedBy(wave, record, now) : { people: [] }
    const free = (await ringing(people, record, now)).sort((a, b) => b.freeUntil - a.freeUntil)
    found.set(record._id, free.slice(0, mostRung))
  }
  return found
}

export async function addresseesOf(due: ErrandDocument[], now: number): Promise<Addressees> {
  const households = due.filter(record => waiting(record, toFamily)).flatMap(record => record.householdId ?? [])
  const communities = due.filter(record => waiting(record, toDesk)).map(record => record.communityId)
  const named = [...due.flatMap(waitingPeople), ...due.flatMap(record => holderOf(record) ?? [])]
  return {
    relatives: await relativesOf([...new Set(households)]),
    named: await peopleById([...new Set(named)]),
    desks: await deskOf([...new Set(communities)], now),
    passers: await passersOf(due, now),
  }
}

/** How a telling is done: to whom, when, and whose account it is sent on. */
interface Telling {
  to: Addressees
  spending: Spending
  now: number
  /** When the errand falls due for something else. */
  nextAt: number
}

/**
 * Claims the waiting notices in one conditional write, sends them, and writes down what became of them; what reached no phone becomes a
 * call. Of two runs only one gets the claim; what a killed run had claimed is never sent again but telephoned.
 */
export async function tell(record: ErrandDocument, telling: Telling): Promise<number> {
  const { to, now, nextAt } = telling
  await leaveOvertaken(record)
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
  const results: [string, Reach][] = lost.map(([id, told]) => [id, unreached(told, record)])
  for (const [id, told] of fresh)
    results.push([id, await sendTo(addressees(record, told, to), record, told, telling.spending)])
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

/** What waits to be telephoned and is true no more leaves the desk's list, each by its own write: somebody may be telephoning. */
async function leaveOvertaken(record: ErrandDocument): Promise<void> {
  for (const [id, told] of Object.entries(record.outbox)) {
    if (!toBeCalled.includes(told.reach) || !isOvertaken(told, record)) continue
    const at = `outbox.${id}.reach`
    const left: Reach = 'read'
    await errands.book(record._id, undefined, { [at]: left, callsOpen: _.inc(-1) }, { [at]: _.in([...toBeCalled]) })
  }
}

/** Nothing rings on a rider's phone while he rests, but what he carries. */
function heldBackAs(people: Person[], record: ErrandDocument, told: Notice): Reach | undefined {
  const riderId = personIn(told.to)
  if (riderId === undefined || people.some(person => mayRing(person, told.at))) return undefined
  const isCarrying = record.riderId === riderId && isInHand(record)
  const rest = whileResting(told.say, isCarrying)
  if (rest === 'waits') return 'read'
  return rest === 'asks' ? unreached(told, record) : undefined
}

async function sendTo(people: Person[], record: ErrandDocument, told: Notice, spending: Spending): Promise<Reach> {
  const heldBack = heldBackAs(people, record, told)
  if (heldBack) return heldBack
  if (people.length > 0 && people.every(person => person.readAt >= told.at)) return 'read'
  const template = templateOf(told)
  const message = {
    template,
    page: `pages/errand/one/index?id=${record._id}`,
    words: pushWords(told, record),
    at: told.at,
  }
  let reached = false
  // One after the other: WeChat refuses two at once to one person (43108).
  for (const person of people) {
    const pushed = await push({ ...message, openid: person.openid })
    spending.note(person, template, pushed)
    reached ||= pushed === 'sent'
  }
  return reached ? 'pushed' : unreached(told, record)
}

/**
 * The desk reads its own board, riders their list; everyone else who was not reached is telephoned, while it is true. Of somebody who may be
 * ill no board tells the desk: whoever sits down at it next telephones the household.
 */
function unreached(told: Notice, record: ErrandDocument): Reach {
  if (told.say === 'worried') return 'call'
  return told.to === toDesk || told.to === toPool || isOvertaken(told, record) ? 'read' : 'call'
}

function addressees(record: ErrandDocument, told: Notice, { relatives, named, desks, passers }: Addressees): Person[] {
  // 转给社区: a relative who is about to go is told nothing any more.
  if (told.to === toFamily && record.toCall === true) return []
  if (told.to === toFamily)
    return relatives.filter(person =>
      relationsIn(meOf(person.openid, person), { ...record }, told.at).includes('family'),
    )
  if (told.to === toPool) return passers.get(record._id) ?? []
  if (told.to === toDesk)
    return (desks.get(record.communityId) ?? []).filter(person =>
      reaches(meOf(person.openid, person), [deskRole], record, told.at),
    )
  return named.filter(person => personIn(told.to) === person._id)
}

/** A record without an outbox is none of ours; it is set aside when its turn comes. */
const noticesOf = (record: Partial<Pick<ErrandDocument, 'outbox'>>): Notice[] => Object.values(record.outbox ?? {})

const waiting = (record: ErrandDocument, to: string): boolean =>
  noticesOf(record).some(told => told.to === to && told.reach === 'waiting')

function waitingPeople(record: ErrandDocument): string[] {
  return noticesOf(record).flatMap(told => (told.reach === 'waiting' ? (personIn(told.to) ?? []) : []))
}
