import { area, plain, type Table } from './operation'
import * as z from './zod'

/** The one timer: what it did this time, in counts. */
export const clock = area('clock', {
  tick: {
    by: ['clock'],
    changes: true,
    input: z.strictObject({}),
    output: plain(
      z.object({
        leased: z.boolean(),
        published: z.number(),
        risen: z.number(),
        confirmed: z.number(),
        told: z.number(),
        /** Records whose time was over. */
        removed: z.number(),
        /** People who had left and are gone now. */
        left: z.number(),
      }),
    ),
  },
} satisfies Table)
