import * as z from './zod'

/** 群成员（已核验 …）: which group of which community, on which Beijing day it was seen; without a group he said the code. */
export const GroupMember = z.object({ communityId: z.string(), groupId: z.string(), name: z.string(), on: z.string() })
export type GroupMember = z.infer<typeof GroupMember>
