import { Id, page, plain, type Table } from '../operation'
import * as z from '../zod'
import { capOf } from '../rider/duty'
import { absenceNames } from './chosen'
import { choosing } from './choosing'
import { GoodsPlace } from './goods'
import { Errand, type ErrandState } from './record'

const most = 50

/** What became of one errand of several: its new state, or why not (failure.ts). */
export const Became = z.object({
  id: Id,
  state: z.optional(z.string()),
  code: z.optional(z.string()),
  detail: z.optional(z.object({ who: z.optional(z.string()), why: z.optional(z.string()) })),
})
export type Became = z.infer<typeof Became>

const became = plain(z.object({ rows: z.array(Became) }))

/** 轮到谁: a rider with how many errands he has carried, as counts alone; 本周上限 where he has one. */
export const Turn = z.object({
  id: Id,
  name: z.string(),
  trade: z.string(),
  week: z.number(),
  month: z.number(),
  weeklyCap: z.optional(z.number()),
})
export type Turn = z.infer<typeof Turn>

/** 还没轮到 this month, 快到上限 this week (one is left, or none), or neither. */
export function turnOf({ week, month, weeklyCap }: Turn): 'notYet' | 'nearCap' | 'between' {
  if (week >= capOf({ weeklyCap }) - 1) return 'nearCap'
  return month === 0 ? 'notYet' : 'between'
}

/** 本周 2 单，本月 7 单; with a cap 本周 9 单，上限 10 单. */
export function turnWords({ week, month, weeklyCap }: Turn): string {
  if (weeklyCap) return `本周 ${week} 单，上限 ${weeklyCap} 单`
  return month === 0 ? '本月还没有' : `本周 ${week} 单，本月 ${month} 单`
}

/** Several errands at once. Each is one move of its own, by a key of its own: what somebody else was quicker with is said, the others go through. */
export const arranging = {
  /** 一起派: a proposal for all that wait, for those named, or for all that somebody has or is asked for today (`from`), without him; nothing is written. */
  propose: {
    by: ['dispatcher'],
    input: z.strictObject({
      communityId: Id,
      ids: z.optional(z.array(Id).check(z.maxLength(most))),
      from: z.optional(Id),
    }),
    output: page('errand', Errand),
  },
  /** 照这样派: each to the rider named with it. */
  dispatchMany: {
    by: ['dispatcher'],
    changes: true,
    input: z.strictObject({
      communityId: Id,
      list: z.array(z.strictObject({ id: Id, riderId: Id, ...choosing })).check(z.minLength(1), z.maxLength(most)),
    }),
    output: became,
  },
  /** 今天来不了: all that he has or is asked for today goes to those named, or back to the desk. */
  relieve: {
    by: ['dispatcher'],
    moves: { from: ['dispatched', 'accepted', 'underway'], to: 'requested' },
    input: z.strictObject({
      communityId: Id,
      riderId: Id,
      absent: z.enum(absenceNames),
      list: z
        .array(
          z.strictObject({
            id: Id,
            to: z.optional(Id),
            shown: choosing.shown,
            goodsAt: z.optional(GoodsPlace),
          }),
        )
        .check(z.maxLength(most)),
    }),
    output: became,
  },
  /** 轮到谁: for the desk alone, in name order. */
  turns: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id }),
    output: plain(z.object({ rows: z.array(Turn) })),
  },
} satisfies Table<ErrandState>
