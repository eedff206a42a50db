import { area, Id, Moment, moved, plain, type Table } from '../operation'
import * as z from '../zod'

/** One of 消息: who asks to be a relative, who is one, who is one no more. `householdId` while it is his. */
export const Tidings = z.object({
  id: z.string(),
  householdId: z.optional(z.string()),
  say: z.string(),
  sentence: z.string(),
  at: Moment,
})

/** What an elder without a relative on a phone must be told by telephone. */
export const ElderCall = z.object({
  id: Id,
  householdId: Id,
  elder: z.string(),
  sentence: z.string(),
  at: Moment,
  noAnswer: z.optional(z.boolean()),
})

/** What households tell people. Apart from the other rows, because the desk's first screen shows it: the main package is nearly full. */
export const told = area('household', {
  news: { by: ['guest'], input: z.strictObject({}), output: plain(z.object({ rows: z.array(Tidings) })) },
  /** 要打的电话 of households. */
  untold: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id }),
    output: plain(z.object({ rows: z.array(ElderCall) })),
  },
  called: {
    by: ['dispatcher'],
    changes: true,
    input: z.strictObject({ id: Id, how: z.enum(['done', 'noAnswer']) }),
    output: moved,
  },
} satisfies Table)
