import { area, Cursor, Id, one, page, text, type Table } from '../operation'
import * as z from '../zod'
import { Household, NewHousehold } from './record'

/** 家里老人: whom errands are for, who is bound to them, and who has looked. */
export const household = area('household', {
  add: { by: ['guest'], changes: true, input: NewHousehold, output: one('household', Household) },
  list: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id, find: z.optional(text(12)), after: z.optional(Cursor) }),
    output: page('household', Household),
  },
} satisfies Table)
