import { Id, moved, OnlyId, plain, type Table } from '../operation'
import { Day } from '../recurring/day'
import * as z from '../zod'
import { choosing } from './choosing'
import { GoodsPlace } from './goods'
import { reason } from './reason'
import type { ErrandState } from './record'
import { poolWaves } from './wave'

/** 派给张师傅, or 请大家看看谁顺路; `lifted` says that the desk lets a named-only errand go to everybody. */
export const Dispatch = z.strictObject({
  id: Id,
  communityId: Id,
  to: z.union([z.strictObject({ riderId: Id }), z.literal('pool')]),
  lifted: z.optional(z.boolean()),
  /** The first wave of the pool: everybody of the community unless it says otherwise. */
  wave: z.optional(z.enum(poolWaves)),
  /** 换人: from whom it is taken, as the desk saw it; he is told. */
  from: z.optional(Id),
  ...choosing,
})

/** 换人; where the goods are is what who is on his way said on the telephone. */
const Reassign = z.extend(Dispatch, { goodsAt: z.optional(GoodsPlace) })

/** 电话里答应了: a rider by telephone, or the community's own person (`self`). */
export const Agree = z.strictObject({
  id: Id,
  communityId: Id,
  by: z.union([z.strictObject({ riderId: Id }), z.literal('self')]),
  /** Who had been asked, as the desk saw it; he is told. */
  from: z.optional(Id),
  /** Whom the desk was shown; that he said yes himself is the reason. */
  shown: choosing.shown,
})

/** 接单. */
export const Accept = z.strictObject({
  id: Id,
  /** The day it is for, as he reads it: a place in his hands is of a day. A wrong one, or none, costs a request more and nothing else. */
  on: z.optional(Day),
})

/** A confirmed rider as the desk sees him when it dispatches. Loads are counts of errands, never of time. */
export const RiderCard = z.object({
  id: Id,
  name: z.string(),
  trade: z.string(),
  areas: z.array(z.string()),
  free: z.boolean(),
  advances: z.boolean(),
  /** Of today. */
  inHand: z.number(),
  thisWeek: z.number(),
  /** 今天来不了, said of him or by him, until the day ends. */
  away: z.optional(z.boolean()),
  /** How many he is asked for by name and has not answered. */
  asked: z.optional(z.number()),
  /** The days to come for which he has agreed to something or is asked, with how many. */
  ahead: z.optional(z.array(z.object({ on: z.string(), inHand: z.number(), asked: z.number() }))),
  /** When he has agreed to be somewhere, or is asked to, from now on (epoch ms); `drives` where he drives somebody then. */
  booked: z.optional(z.array(z.object({ from: z.number(), until: z.number(), drives: z.boolean() }))),
  /** 本周上限, in errands. */
  weeklyCap: z.optional(z.number()),
  /** The grids in which his compounds lie. */
  grids: z.optional(z.array(z.string())),
  hours: z.optional(z.array(z.object({ days: z.array(z.number()), from: z.string(), until: z.string() }))),
  /** His own quiet hours of Beijing, [from, until), in place of those of his trade. */
  quiet: z.optional(z.array(z.tuple([z.number(), z.number()]))),
  skills: z.optional(z.array(z.string())),
  vehicle: z.optional(z.string()),
  certificates: z.optional(z.array(z.object({ kind: z.string(), until: z.string() }))),
  /** He belongs to a neighbouring community. */
  neighbour: z.optional(z.boolean()),
})
export type RiderCard = z.infer<typeof RiderCard>

/** 社区派单: offered, taken, given to another, risen. */
export const dispatching = {
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
    input: Accept,
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
    input: Reassign,
    output: moved,
  },
  /** Who had it, or was asked for it, is not here any more. */
  release: {
    by: ['clock'],
    moves: { from: ['dispatched', 'accepted', 'underway'], to: 'requested' },
    input: z.strictObject({ id: Id, riderId: Id }),
    output: moved,
  },
  see: { by: ['rider'], own: ['asked'], changes: true, input: OnlyId, output: moved },
  /** It rises to the desk with a reason: nobody accepts, nobody arrives, it waits too long. */
  rise: { by: ['clock'], changes: true, input: OnlyId, output: moved },
  riders: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id }),
    output: plain(z.object({ rows: z.array(RiderCard) })),
  },
} satisfies Table<ErrandState>
