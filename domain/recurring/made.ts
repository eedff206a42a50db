import * as z from '../zod'

/** What an errand carries that a rule made, and who stands in for the household's regular rider on its day; spread into the errand. */
export const made = {
  /** The rule, and the day it was made for. */
  recurringId: z.optional(z.string()),
  on: z.optional(z.string()),
  /** The rule's days of the week as they were then: 每周一三五. */
  weekdays: z.optional(z.array(z.number())),
  substituteId: z.optional(z.string()),
  substituteName: z.optional(z.string()),
} as const
