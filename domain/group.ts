import { area, Id, Moment, moved, plain, type Table } from './operation'
import { dayMs, minuteMs } from './time'
import { Group } from './wechat-group'
import * as z from './zod'

/** One of the community's groups as the desk sees it: when somebody of the desk showed which group it is. */
export const BoundGroup = z.object({ ...Group.shape, boundAt: z.optional(Moment), boundBy: z.optional(z.string()) })
export type BoundGroup = z.infer<typeof BoundGroup>

/** How somebody came in: he showed the group to the desk's system, he is in it, he said its code; or it is a group nobody knows. */
export const Entered = z.object({
  how: z.enum(['bound', 'member', 'code', 'visitor']),
  communityId: z.optional(z.string()),
  name: z.optional(z.string()),
})
export type Entered = z.infer<typeof Entered>

/** A card that binds a group is good for so long, and for whoever asked for it. */
export const inviteLastsMs = 30 * minuteMs
/** The code that the desk reads out. */
export const codeLastsMs = dayMs
/** What WeChat said of a group is believed as long as it lets a CloudID live. */
export const proofLastsMs = 5 * minuteMs

export const JoinCode = z.string().check(z.regex(/^\d{6}$/, '是六位数字'))

const inCommunity = z.strictObject({ communityId: Id })

/** 社区的微信群: which group is which community's, and who came from it. Source: facts/wechat-platform 4.2. */
export const group = area('group', {
  list: { by: ['dispatcher'], input: inCommunity, output: plain(z.object({ rows: z.array(BoundGroup) })) },
  /** 认群: a card for this group, to be tapped inside it by whoever asked for it. */
  invite: {
    by: ['dispatcher'],
    changes: true,
    input: z.strictObject({ communityId: Id, groupId: Id }),
    output: plain(z.object({ invite: z.string(), until: Moment })),
  },
  /** 认错了: nobody comes in by this group any more. */
  release: {
    by: ['dispatcher'],
    changes: true,
    input: z.strictObject({ communityId: Id, groupId: Id }),
    output: moved,
  },
  /** 进群码, for whoever WeChat cannot vouch for. */
  code: {
    by: ['dispatcher'],
    changes: true,
    input: inCommunity,
    output: plain(z.object({ code: z.string(), until: Moment })),
  },
  /** From a card: the group is what WeChat itself filled into the event, never what the phone says. */
  enter: {
    by: ['guest'],
    changes: true,
    input: z.strictObject({ invite: z.optional(Id) }),
    output: plain(Entered),
  },
  join: {
    by: ['guest'],
    changes: true,
    input: z.strictObject({ communityId: Id, code: JoinCode }),
    output: plain(Entered),
  },
} satisfies Table)
