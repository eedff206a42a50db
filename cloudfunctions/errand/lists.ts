import { errand } from '@domain/errand'
import type { ErrandState } from '@domain/errand/record'
import { mayAdvance, openAccount, owes } from '@domain/errand/money'
import { mayHaveBought } from '@domain/errand/owing'
import {
  deskInbox,
  householdInbox,
  sentenceOf,
  toDesk,
  toFamily,
  toPerson,
  type About,
  type Notice,
} from '@domain/notice'
import { Failure } from '@domain/failure'
import type { InputOf } from '@domain/operation'
import { doorsOf } from '@domain/relation'
import { besideOf, confinedTo, deskRole, residentRole, riderRole, rolesIn, scopeOf } from '@domain/role'
import { heldFrom, shadedLine } from '@domain/safety/held'
import { seen } from '@domain/sight'
import { dayStart, never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { everywhereAs, isFamilyIn, relationsIn } from '../kernel/guard'
import { errands } from './errands'
import { withFaces } from './faces'
import type { ErrandDocument } from './rise'
import { isStopped } from './storm'

export const heavy = ['timeline', 'outbox', 'choices']

/** 我的点单: of all my households, newest first, 20 a page. */
export async function mine({ after }: InputOf<typeof errand.mine>, actor: Actor) {
  const householdId = _.in(actor.me.households.map(household => household.id))
  const found = await errands.page({ householdId, unbound: _.neq(actor.id) }, { by: 'touchedAt', after, omit: heavy })
  return { ...found, rows: await withFaces(found.rows, actor.now) }
}

/** 这家的点单: of a household of my own, or of a community whose desk I am; newest first, 20 a page. */
export async function history({ householdId, after }: InputOf<typeof errand.history>, actor: Actor) {
  const residesIn = scopeOf(actor.me, residentRole, actor.now)
  const isTheirs = actor.me.households.some(home => home.id === householdId && residesIn.includes(home.communityId))
  const atDesk = _.and([{ householdId }, everywhereAs(deskRole, actor.me, actor.now)])
  const theirs = isTheirs ? { householdId, unbound: _.neq(actor.id) } : atDesk
  return errands.page(theirs, { by: 'touchedAt', after, omit: heavy })
}

/** What ended so is its rider's matter only while he is owed something. */
const unbrought: readonly string[] = ['failed', 'cancelled'] satisfies ErrandState[]

/** 手上的, 社区请您帮忙 and 谁顺路 in one query: everything a door of mine opens to, what I am still owed, and what I stand by for. */
export async function offers(_input: InputOf<typeof errand.offers>, actor: Actor) {
  const here = scopeOf(actor.me, riderRole, actor.now)
  const communityId = _.in([...here, ...besideOf(actor.me, riderRole, actor.now)])
  const open = { openTo: _.in(doorsOf(actor.me, actor.now)), closedAt: _.gt(dayStart(actor.now)), communityId }
  const owed = { riderId: actor.id, account: openAccount, communityId }
  const standingBy = { backupId: actor.id, closedAt: never, communityId }
  const rows = await errands.find(_.or([open, owed, standingBy]), { limit: 300, omit: heavy })
  const mayCarry = (row: (typeof rows)[number]): boolean =>
    // Who stands by does so in any weather; who is asked reads nothing that he could not answer.
    (row.backupId === actor.id || !(row.state === 'dispatched' && isStopped({ ...row }, actor.now))) &&
    (!unbrought.includes(row.state ?? '') || owes(row) || mayHaveBought(row, actor.now)) &&
    (row.offer?.to !== 'pool' || row.riderId !== undefined || mayAdvance(actor.me, row)) &&
    (row.backupId === actor.id || !isOfYesterday(row, actor.now))
  return { rows: rows.filter(mayCarry).sort((a, b) => (a.when?.from ?? 0) - (b.when?.from ?? 0)) }
}

/** Nobody passes by yesterday: what everybody was asked for and nobody took is the desk's, which has it among what is stuck. */
const isOfYesterday = ({ state, offer, when }: ErrandDocument, now: number): boolean =>
  state === 'dispatched' && offer?.to === 'pool' && when !== undefined && when.until < dayStart(now)

/** 书记台: all that is open, and what ended today. */
export async function board({ communityId }: InputOf<typeof errand.board>, actor: Actor) {
  const rows = await errands.find(
    { communityId, closedAt: _.gte(dayStart(actor.now)), ...actor.within(communityId) },
    { order: { closedAt: 'desc' }, limit: 300, omit: heavy },
  )
  return { rows }
}

/** One errand with its story, for whoever may see something of it. */
export async function one({ id }: InputOf<typeof errand.one>, actor: Actor) {
  const record = await errands.get(id)
  if (!record) throw new Failure('NOT_FOUND')
  return isFamilyIn(actor, { ...record }) ? (await withFaces([record], actor.now))[0] : record
}

/** 消息: read from the records themselves, so it is there at once. */
export async function inbox(_input: InputOf<typeof errand.inbox>, actor: Actor) {
  const { me } = actor
  const desks = scopeOf(me, deskRole, actor.now)
  const inboxes = [
    toPerson(me.id),
    ...me.households.map(household => householdInbox(household.id)),
    ...desks.flatMap(
      id => confinedTo(me, [deskRole], id, actor.now)?.map(part => deskInbox(id, part)) ?? deskInbox(id),
    ),
  ]
  const records = await errands.find(
    { inboxOf: _.in(inboxes) },
    { order: { touchedAt: 'desc' }, limit: 30, omit: ['timeline'] },
  )
  const rows = records.flatMap(record =>
    Object.values(record.outbox).flatMap(told => (isFor(told, record, actor) ? [lineOf(record, told, actor)] : [])),
  )
  return { rows: rows.sort((a, b) => b.at - a.at).slice(0, 50) }
}

function isFor(told: Notice, record: ErrandDocument, actor: Actor): boolean {
  if (told.to === toFamily) return isFamilyIn(actor, { ...record })
  if (told.to === toDesk) return actor.isDesk(record)
  return told.to === toPerson(actor.id)
}

function lineOf(record: ErrandDocument, told: Notice, actor: Actor) {
  const whole = { ...record, id: record._id }
  const roles = rolesIn(actor.me, record, actor.now)
  const visible: About =
    seen('errand', whole, relationsIn(actor.me, whole, actor.now), roles, actor.now, actor.id) ?? {}
  const from = heldFrom(whole, { id: actor.id, isDesk: actor.isDesk(record) })
  return { id: record._id, say: told.say, sentence: sentenceOf(visible, shadedLine(told, from)), at: told.at }
}
