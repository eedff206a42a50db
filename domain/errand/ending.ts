import { Id, moved, OnlyId, type Table } from '../operation'
import * as z from '../zod'
import { reason } from './reason'
import type { ErrandState } from './record'

/** 收到了, with what one may add: 很好 · 还行 · 不满意, and 谢一声. */
export const Confirm = z.strictObject({
  id: Id,
  rating: z.optional(z.enum(['good', 'fine', 'poor'])),
  thanks: z.optional(z.boolean()),
  /** Who brought it, as the family saw it: the thanks are for him alone. */
  riderId: z.optional(Id),
})

/** 收到了, or something is wrong with it. */
export const ending = {
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
  /** 转给社区: the last relative leaves; from now on the desk calls. */
  leave: { by: ['resident'], own: ['family'], changes: true, input: OnlyId, output: moved },
} satisfies Table<ErrandState>
