import { Id } from '../operation'
import * as z from '../zod'
import { becauseNames, mostShown } from './chosen'

/** What goes along when the desk chooses somebody: whom it was shown, in that order, and why another than the first. */
export const choosing = {
  shown: z.optional(z.array(Id).check(z.maxLength(mostShown))),
  because: z.optional(z.enum(becauseNames)),
} as const
