import { Id, moved, one, text, type Table } from '../operation'
import * as z from '../zod'
import { Ask } from './ask'
import { reason } from './reason'
import { Errand, type ErrandState } from './record'

/** `riderId` is who had it as the canceller saw it: he is told, and a rider who came in between is not cancelled unseen. */
const cancelling = z.strictObject({ id: Id, why: text(100), riderId: z.optional(Id) })

/** 居民点单: it is asked, asked back, made sure of, and called off. */
export const asking = {
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
  cancel: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    moves: { from: ['requested', 'returned', 'dispatched', 'accepted', 'failed'], to: 'cancelled' },
    input: cancelling,
    output: moved,
  },
  /** 不用了 while the rider is on his way: the desk alone, after a call. */
  callOff: { by: ['dispatcher'], moves: { from: ['underway'], to: 'cancelled' }, input: cancelling, output: moved },
} satisfies Table<ErrandState>
