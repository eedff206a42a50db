import { Id, Moment, moved, OnlyId, text, type Table } from '../operation'
import * as z from '../zod'
import { reason } from './reason'
import type { ErrandState } from './record'

/** What goes on by itself, and what the desk does to hurry or to stop it. */
export const pacing = {
  /** The next wave is asked, or the first one by the community's setting. */
  widen: {
    by: ['clock'],
    moves: { from: ['requested', 'dispatched'], to: 'dispatched' },
    input: OnlyId,
    output: moved,
  },
  /** 收回: `from` is who was asked by name, as the desk saw it; he is told. */
  recall: {
    by: ['dispatcher'],
    moves: { from: ['dispatched'], to: 'requested' },
    input: z.strictObject({ id: Id, from: z.optional(Id) }),
    output: moved,
  },
  /** 急, with its reason. */
  hasten: { by: ['dispatcher'], changes: true, input: reason, output: moved },
  ease: { by: ['dispatcher'], changes: true, input: OnlyId, output: moved },
  /** 天气停派 of the whole community, until a moment of the next two days. */
  stop: {
    by: ['dispatcher'],
    whole: true,
    changes: true,
    input: z.strictObject({ communityId: Id, why: text(20), until: Moment }),
    output: moved,
  },
  goOn: { by: ['dispatcher'], whole: true, changes: true, input: z.strictObject({ communityId: Id }), output: moved },
  /** The stop is over for this errand. */
  resume: { by: ['clock'], changes: true, input: OnlyId, output: moved },
} satisfies Table<ErrandState>
