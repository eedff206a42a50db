import { area, Cursor, Id, Moment, moved, one, OnlyId, page, plain, text, type Table } from '../operation'
import { Revealed } from '../household/revealed'
import * as z from '../zod'
import { Ask } from './ask'
import { Errand, handedTo, type ErrandState } from './record'

const reason = z.strictObject({ id: Id, why: text(100) })
/** `riderId` is who had it as the canceller saw it: he is told, and a rider who came in between is not cancelled unseen. */
const cancelling = z.strictObject({ id: Id, why: text(100), riderId: z.optional(Id) })
const inCommunity = z.strictObject({ communityId: Id })

/** 派给张师傅, or 请大家看看谁顺路; `lifted` says that the desk lets a named-only errand go to everybody. */
export const Dispatch = z.strictObject({
  id: Id,
  communityId: Id,
  to: z.union([z.strictObject({ riderId: Id }), z.literal('pool')]),
  lifted: z.optional(z.boolean()),
  /** 换人: from whom it is taken, as the desk saw it; he is told. */
  from: z.optional(Id),
})

/** 电话里答应了: a rider by telephone, or the community's own person (`self`). */
export const Agree = z.strictObject({
  id: Id,
  communityId: Id,
  by: z.union([z.strictObject({ riderId: Id }), z.literal('self')]),
  /** Who had been asked, as the desk saw it; he is told. */
  from: z.optional(Id),
})

/** 送到了: handed to somebody, a photo of the goods without people, or the family's digits. */
export const Proof = z.strictObject({
  id: Id,
  how: z.union([z.enum(Object.keys(handedTo) as (keyof typeof handedTo)[]), z.literal('photo'), z.literal('digits')]),
  photo: z.optional(
    z.string().check(z.regex(/^cloud:\/\/[\w.-]{1,120}\/photo\/[\w-]{1,80}\.jpg$/, '照片没传好，请再拍一次')),
  ),
  digits: z.optional(z.string().check(z.regex(/^\d{4}$/, '是四位数字'))),
})

/** 收到了, with what one may add: 很好 · 还行 · 不满意, and 谢一声. */
export const Confirm = z.strictObject({
  id: Id,
  rating: z.optional(z.enum(['good', 'fine', 'poor'])),
  thanks: z.optional(z.boolean()),
  /** Who brought it, as the family saw it: the thanks are for him alone. */
  riderId: z.optional(Id),
})

/** A notice within its record: safe as a part of a path. */
const NoticeId = z.string().check(z.regex(/^n[a-z0-9]{4,24}$/, '编号不对'))

/** A call the desk must make, because the notice reached no phone. */
export const Call = z.object({
  id: Id,
  notice: z.string(),
  state: z.string(),
  whom: z.string(),
  sentence: z.string(),
  at: Moment,
  noAnswer: z.optional(z.boolean()),
  /** Whose number `reveal` gives: the household's, or with `riderId` the rider's. */
  householdId: Id,
  riderId: z.optional(Id),
})

/** One of 消息: the sentence as it was when it happened. */
export const News = z.object({ id: Id, say: z.string(), sentence: z.string(), at: Moment })

/** A confirmed rider as the desk sees him when it dispatches. Loads are counts of errands, never of time. */
export const RiderCard = z.object({
  id: Id,
  name: z.string(),
  trade: z.string(),
  areas: z.array(z.string()),
  free: z.boolean(),
  advances: z.boolean(),
  inHand: z.number(),
  thisWeek: z.number(),
})
export type RiderCard = z.infer<typeof RiderCard>

/** 居民点单 → 社区派单 → 新就业群体接单: the whole life of an errand (DESIGN.md section 5). */
export const errand = area('errand', {
  request: {
    by: ['resident', 'dispatcher'],
    moves: { from: [], to: 'requested' },
    input: Ask,
    output: one('errand', Errand),
  },
  return: { by: ['dispatcher'], moves: { from: ['requested'], to: 'returned' }, input: reason, output: moved },
  amend: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    moves: { from: ['returned'], to: 'requested' },
    input: reason,
    output: moved,
  },
  verify: { by: ['dispatcher'], changes: true, input: z.strictObject({ id: Id, householdId: Id }), output: moved },
  dispatch: {
    by: ['dispatcher'],
    moves: { from: ['requested', 'dispatched', 'failed'], to: 'dispatched' },
    input: Dispatch,
    output: moved,
  },
  accept: {
    by: ['rider'],
    own: ['asked'],
    moves: { from: ['dispatched'], to: 'accepted' },
    input: OnlyId,
    output: moved,
  },
  agree: {
    by: ['dispatcher'],
    moves: { from: ['requested', 'dispatched'], to: 'accepted' },
    input: Agree,
    output: moved,
  },
  decline: {
    by: ['rider'],
    own: ['asked'],
    moves: { from: ['dispatched'], to: 'requested' },
    input: reason,
    output: moved,
  },
  reassign: {
    by: ['dispatcher'],
    moves: { from: ['dispatched', 'accepted', 'underway'], to: 'dispatched' },
    input: Dispatch,
    output: moved,
  },
  handBack: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted', 'underway'], to: 'requested' },
    input: z.strictObject({ id: Id, why: text(100), goodsAt: z.optional(text(60)) }),
    output: moved,
  },
  depart: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted'], to: 'underway' },
    input: OnlyId,
    output: moved,
  },
  deliver: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted', 'underway'], to: 'delivered' },
    input: Proof,
    output: moved,
  },
  fail: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted', 'underway'], to: 'failed' },
    input: z.strictObject({ id: Id, why: text(100), goodsAt: z.optional(text(60)) }),
    output: moved,
  },
  confirm: {
    by: ['resident', 'dispatcher', 'clock'],
    own: ['family'],
    moves: { from: ['delivered'], to: 'confirmed' },
    input: Confirm,
    output: moved,
  },
  dispute: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    moves: { from: ['delivered', 'confirmed'], to: 'disputed' },
    input: reason,
    output: moved,
  },
  settle: {
    by: ['dispatcher'],
    moves: { from: ['disputed'], to: 'confirmed' },
    input: reason,
    output: moved,
  },
  giveUp: { by: ['dispatcher'], moves: { from: ['disputed'], to: 'failed' }, input: reason, output: moved },
  reopen: {
    by: ['dispatcher'],
    moves: { from: ['failed', 'disputed'], to: 'requested' },
    input: OnlyId,
    output: moved,
  },
  cancel: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    moves: { from: ['requested', 'returned', 'dispatched', 'accepted', 'failed'], to: 'cancelled' },
    input: cancelling,
    output: moved,
  },
  /** 不用了 while the rider is on his way: the desk alone, after a call. */
  callOff: { by: ['dispatcher'], moves: { from: ['underway'], to: 'cancelled' }, input: cancelling, output: moved },

  /** 转给社区: the last relative leaves; from now on the desk calls. */
  leave: { by: ['resident'], own: ['family'], changes: true, input: OnlyId, output: moved },
  /** Who had it, or was asked for it, is not here any more. */
  release: {
    by: ['clock'],
    moves: { from: ['dispatched', 'accepted', 'underway'], to: 'requested' },
    input: z.strictObject({ id: Id, riderId: Id }),
    output: moved,
  },

  reveal: {
    by: ['rider', 'resident', 'dispatcher'],
    own: ['rider', 'family'],
    changes: true,
    input: z.strictObject({ id: Id, householdId: Id, riderId: z.optional(Id) }),
    output: plain(Revealed),
  },
  see: { by: ['rider'], own: ['asked'], changes: true, input: OnlyId, output: moved },
  /** It rises to the desk with a reason: nobody accepts, nobody arrives, it waits too long. */
  rise: { by: ['clock'], changes: true, input: OnlyId, output: moved },
  called: {
    by: ['dispatcher'],
    changes: true,
    input: z.strictObject({ id: Id, notice: NoticeId, how: z.enum(['done', 'noAnswer']) }),
    output: moved,
  },

  mine: {
    by: ['resident'],
    own: ['family'],
    input: z.strictObject({ after: z.optional(Cursor) }),
    output: page('errand', Errand),
  },
  /** 这家的点单: of one household, for its family and the desk, newest first. */
  history: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    input: z.strictObject({ householdId: Id, after: z.optional(Cursor) }),
    output: page('errand', Errand),
  },
  offers: { by: ['rider'], input: z.strictObject({}), output: page('errand', Errand) },
  board: { by: ['dispatcher'], input: inCommunity, output: page('errand', Errand) },
  one: { by: ['guest'], input: OnlyId, output: one('errand', Errand) },
  riders: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id }),
    output: plain(z.object({ rows: z.array(RiderCard) })),
  },
  calls: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id }),
    output: plain(z.object({ rows: z.array(Call) })),
  },
  inbox: { by: ['guest'], input: z.strictObject({}), output: plain(z.object({ rows: z.array(News) })) },
  /** No `url` while others may not see it: WeChat is looking (`waiting`), or it was found unfit. */
  photo: {
    by: ['resident', 'dispatcher', 'rider'],
    input: OnlyId,
    output: plain(z.object({ url: z.string(), waits: z.optional(z.enum(['waiting', 'hidden'])) })),
  },
  /** 发到群里说一声, as a card whose line changes when somebody accepts (动态消息). Without an id an ordinary card is sent. */
  card: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    changes: true,
    input: OnlyId,
    output: plain(z.object({ id: z.optional(z.string()) })),
  },
} satisfies Table<ErrandState>)
