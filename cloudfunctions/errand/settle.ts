import { errand } from '@domain/errand'
import { disputableSince } from '@domain/errand/clocks'
import { isLayingOut, openAccount, owes, settledAccount, yuanWords } from '@domain/errand/money'
import { isPhotoOf } from '@domain/errand/photo'
import { isFetched } from '@domain/errand/reasons'
import type { Errand, ErrandState } from '@domain/errand/record'
import { Failure } from '@domain/failure'
import { toDesk, toFamily, toPerson } from '@domain/notice'
import type { InputOf, Moved, Operation } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { Refused } from '../kernel/records'
import { errands } from './errands'

/**
 * Before it was brought the sum is not known for good, and who hands it back would take it with him. What was called off while somebody had
 * it he may have bought.
 */
const brought = (now: number) =>
  _.or([
    { state: _.in(['delivered', 'confirmed', 'disputed', 'failed']) },
    { state: 'cancelled', riderId: _.neq(null), closedAt: _.gt(disputableSince(now)) },
  ])
const unsaid = { paidAt: _.eq(null), receivedAt: _.eq(null) }

/**
 * A move after which nobody would know any more what a rider laid out: it waits until that is settled, and one write decides. `anew`: the
 * account of whoever comes next, to be written with what begins again after a sum was settled.
 * @throws SETTLE_FIRST
 */
export async function onceSettled(
  op: Operation,
  move: (settled: object, anew: object) => Promise<Moved>,
  tries = 2,
): Promise<Moved> {
  try {
    return await move(_.and([{ 'bill.fen': _.eq(null) }, unspoken]), {})
  } catch (error) {
    const record: Partial<Errand> = error instanceof Refused ? error.record : {}
    const { bill: sum, account, state } = record
    if (!op.moves?.from.some(from => from === state)) throw error
    if (sum && account === settledAccount) return move({ account: settledAccount }, { account: openAccount })
    if (sum ?? owes(record)) throw new Failure('SETTLE_FIRST', sum && { why: ` ${yuanWords(sum.fen)}` })
    if (account !== openAccount || tries === 1) throw error
    // It came to nothing before anything was bought, now or a moment ago: as it was read, and where he has said something since, anew.
    return move(said(record), {}).catch(late => {
      if (late instanceof Refused) return onceSettled(op, move, tries - 1)
      throw late
    })
  }
}

/** What came to nothing while somebody laid out for it: whether he had bought is read from what he has said. */
const cameToNothing = ['failed', 'disputed'] as const satisfies ErrandState[]
const unspoken = _.or([{ state: _.nin([...cameToNothing]) }, { account: _.neq(openAccount) }])

/** By these it is decided; whatever else somebody writes meanwhile is no matter. */
const said = ({ state, goodsAt, deliveredAt }: Partial<Errand>) => ({
  state,
  goodsAt: goodsAt ?? _.eq(null),
  deliveredAt: deliveredAt ?? _.eq(null),
  'bill.fen': _.eq(null),
})

/** 换人, 今天来不了: part of the condition unless who is on his way was asked where the goods are, and has bought nothing. */
export const onceAsked = (goodsAt: string | undefined): object =>
  goodsAt !== undefined && !isFetched(goodsAt)
    ? {}
    : _.or([{ state: _.neq('underway') }, { 'money.how': _.neq('atDoor') }])

/** What to say where that alone stood in the way of taking it from him: ASK_BOUGHT, or LAID_OUT when he has. */
export function askedFirst(why: Error, from: string | undefined, goodsAt: string | undefined): Error {
  const record: Partial<Errand> = why instanceof Refused ? why.record : {}
  if (from === undefined || record.riderId !== from || !isLayingOut(record)) return why
  if (goodsAt === undefined) return new Failure('ASK_BOUGHT')
  return isFetched(goodsAt) ? new Failure('LAID_OUT') : why
}

/** 写花了多少, with the receipt: within the cap, or within what was allowed beyond it. @throws OVER_CAP, OTHERS_PHOTO */
export async function bill({ id, fen, receipt }: InputOf<typeof errand.bill>, actor: Actor): Promise<Moved> {
  if (receipt !== undefined && !isPhotoOf(receipt, id)) throw new Failure('OTHERS_PHOTO')
  const allowed = _.or([
    { 'money.capYuan': _.gte(fen / 100) },
    { 'more.fen': _.gte(fen), 'more.yesAt': _.gt(0) },
    ...(fen === 0 ? [{ 'money.how': 'atDoor' }] : []),
  ])
  try {
    return await errands.change(errand.bill, id, actor, {
      where: _.and([brought(actor.now), { ...unsaid, 'money.how': 'atDoor' }, allowed]),
      patch: {
        // A sum that is mended keeps the photo of its receipt.
        'bill.fen': fen,
        'bill.at': actor.now,
        ...(receipt && { 'bill.receipt': receipt }),
        account: fen === 0 ? settledAccount : openAccount,
      },
      tell: [{ to: toFamily, say: 'billed', why: yuanWords(fen) }],
    })
  } catch (error) {
    const { money } = error instanceof Refused ? (error.record as { money?: { how: string; capYuan?: number } }) : {}
    throw money?.how === 'atDoor' && fen > (money.capYuan ?? 0) * 100 ? new Failure('OVER_CAP') : error
  }
}

/** 超过说好的: the family or the desk says yes before a rider lays out more. */
export function askMore({ id, fen }: InputOf<typeof errand.askMore>, actor: Actor): Promise<Moved> {
  return errands.change(errand.askMore, id, actor, {
    where: { state: _.in(['accepted', 'underway']), 'money.how': 'atDoor', 'bill.fen': _.eq(null) },
    patch: { more: { fen, at: actor.now } },
    tell: [
      { to: toFamily, say: 'moreAsked', why: yuanWords(fen) },
      { to: toDesk, say: 'moreAsked', why: yuanWords(fen) },
    ],
  })
}

/** The clock looks at it: whoever would be telephoned for this answer is telephoned no more. */
const answered = ({ now }: Actor) => ({ dueAt: now })

/** 可以，先垫上: to the sum that was read, and to no other that came meanwhile. */
export function allowMore({ id, fen, riderId }: InputOf<typeof errand.allowMore>, actor: Actor): Promise<Moved> {
  return errands.change(errand.allowMore, id, actor, {
    where: { 'more.fen': fen, 'more.yesAt': _.eq(null), ...(riderId && { riderId }) },
    patch: { more: { fen, at: actor.now, yesAt: actor.now }, ...answered(actor) },
    tell: riderId ? [{ to: toPerson(riderId), say: 'moreAllowed', why: yuanWords(fen) }] : [],
  })
}

/** 钱给了: the second of two words settles it. */
export function pay({ id, fen, riderId }: InputOf<typeof errand.pay>, actor: Actor): Promise<Moved> {
  const tell = riderId ? [{ to: toPerson(riderId), say: 'paid' as const, why: yuanWords(fen) }] : []
  return bothSaid('receivedAt', isLast =>
    errands.change(errand.pay, id, actor, {
      where: {
        'bill.fen': fen,
        account: openAccount,
        paidAt: _.eq(null),
        ...isLast.where,
        ...(riderId && { riderId }),
      },
      patch: { paidAt: actor.now, ...answered(actor), ...isLast.patch },
      tell,
    }),
  )
}

/** 钱收到了. */
export function receive({ id, fen }: InputOf<typeof errand.receive>, actor: Actor): Promise<Moved> {
  return bothSaid('paidAt', isLast =>
    errands.change(errand.receive, id, actor, {
      where: { 'bill.fen': fen, account: openAccount, receivedAt: _.eq(null), ...isLast.where },
      patch: { receivedAt: actor.now, ...isLast.patch },
      tell: [{ to: toFamily, say: 'received', why: yuanWords(fen) }],
    }),
  )
}

type Last = { where: object; patch: object }

/** Tried as the first of the two words, and where the other was said, as the one that settles it; either way one write decides. */
async function bothSaid(other: 'paidAt' | 'receivedAt', say: (last: Last) => Promise<Moved>): Promise<Moved> {
  try {
    return await say({ where: { [other]: _.eq(null) }, patch: {} })
  } catch (error) {
    if (!(error instanceof Refused) || typeof error.record[other] !== 'number') throw error
    return say({ where: { [other]: _.gt(0) }, patch: { account: settledAccount } })
  }
}

/** What was called off before anybody paid stays open and is no debt: over the years it would crowd out those that are. */
const mayCount = _.or([{ state: _.neq('cancelled') }, { 'bill.fen': _.gt(0) }])

/** 没算清的账, the oldest first; what is on its way is among what is read, and is little. */
export async function accounts({ communityId }: InputOf<typeof errand.accounts>, actor: Actor) {
  const rows = await errands.find(
    _.and([{ communityId, account: openAccount, ...actor.within(communityId) }, mayCount]),
    { order: { deliveredAt: 'asc' }, limit: 300, omit: ['timeline', 'outbox'] },
  )
  return { rows: rows.filter(owes) }
}
