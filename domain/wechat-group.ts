import * as z from './zod'

/** A community's WeChat group and whom it gathers. */
export const Group = z.object({ id: z.string(), name: z.string(), audience: z.enum(['residents', 'riders', 'all']) })
export type Group = z.infer<typeof Group>
