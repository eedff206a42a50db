import { records } from '../kernel/records'

interface GroupRecord {
  /** The community's own id of it; `_id` is WeChat's opengid. */
  groupId: string
  name: string
  boundAt: number
  boundBy: string
  /** `never` while it is the community's. */
  endedAt: number
}

/** Groups by WeChat's opengid, so that one group is one community's. */
export const groups = records<GroupRecord>('groups', { lasting: true })

interface InviteRecord {
  groupId: string
  personId: string
  until: number
  /** 0 until it was used. */
  usedAt: number
  code?: string
}

/** Cards that bind a group, and the community's code. */
export const invites = records<InviteRecord>('invites', { lasting: true })

export const codeId = (communityId: string): string => `code:${communityId}`
