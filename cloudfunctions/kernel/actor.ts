import type { Me, Role } from '@domain/role'

/** Who acts, when, and with which key: everything a handler may know beside its input. All of it comes from the cloud. */
export interface Actor {
  me: Me
  openid: string
  id: string
  /** The name as called; 社区 for the clock. */
  name: string
  /** The roles of the row's `by` that he holds, the one he said he acts in first. */
  roles: readonly Role[]
  now: number
  key: string
  sum: string
  /** True when he dispatches for this community, whatever role he acts in. */
  isDesk(communityId: string): boolean
  /** True when one of `roles` reaches this community. */
  isIn(communityId: string): boolean
  /** The person was read for this very call, not remembered. */
  isFresh: boolean
  /** The person has been changed by this very call: the reply carries him anew. */
  changed: boolean
}
