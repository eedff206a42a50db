import { Id, moved, OnlyId, type Table } from '../operation'
import * as z from '../zod'
import { reason } from './reason'
import type { ErrandState } from './record'

/** 接送考生: what a ride has beside an errand's life - somebody who stands by, and a word the night before. */
export const riding = {
  /** 定备用司机: a second rider by name, who is not the driver. */
  nameBackup: {
    by: ['dispatcher'],
    changes: true,
    /** `from`: who stood by until now, as the desk saw it; he is told. */
    input: z.strictObject({ id: Id, communityId: Id, riderId: Id, from: z.optional(Id) }),
    output: moved,
  },
  /** 我可以备着. */
  standBy: { by: ['rider'], own: ['backup'], changes: true, input: OnlyId, output: moved },
  /** 备不了: with a reason, without a penalty. */
  standDown: { by: ['rider'], own: ['backup'], changes: true, input: reason, output: moved },
  /** The driver cannot: who stood by goes in his place, at once and without being asked again, as he had said. */
  takeOver: { by: ['clock'], moves: { from: ['requested'], to: 'accepted' }, input: OnlyId, output: moved },
  /** 明天的接送: the night before, to the family, the driver and the backup. */
  remind: { by: ['clock'], changes: true, input: OnlyId, output: moved },
} satisfies Table<ErrandState>
