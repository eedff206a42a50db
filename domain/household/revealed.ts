import * as z from '../zod'

/** Door and phones, each phone with whose it is; what a `reveal` alone gives. */
export const Revealed = z.object({
  place: z.string(),
  knock: z.optional(z.string()),
  /** What riders before found worth knowing, and the desk let stand (care.note). */
  notes: z.optional(z.array(z.string())),
  phones: z.array(z.object({ number: z.string(), whose: z.string() })),
})
export type Revealed = z.infer<typeof Revealed>
