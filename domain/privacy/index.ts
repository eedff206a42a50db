import { Consent, matterNames } from '../consent'
import { GroupMember } from '../group-member'
import { area, Id, moved, plain, type Table } from '../operation'
import { Confirmation } from '../rider/record'
import * as z from '../zod'

/** 我的数据: what is kept of a person, as he may read it on one page. */
export const Mine = z.object({
  name: z.string(),
  hasFace: z.boolean(),
  trade: z.optional(z.string()),
  /** He left a number for families. */
  hasPhone: z.boolean(),
  roles: z.array(z.object({ communityId: z.string(), community: z.string(), role: z.string() })),
  /** Who confirmed him as a rider, for which community, how and when. */
  confirmations: z.array(Confirmation),
  application: z.optional(z.object({ community: z.string(), state: z.string() })),
  households: z.array(z.object({ id: z.string(), calls: z.string(), place: z.string() })),
  /** Errands of his households, and those he carried. */
  errands: z.number(),
  carried: z.number(),
  visits: z.number(),
  lessons: z.number(),
  consents: z.array(Consent),
  groups: z.array(GroupMember),
  /** 提醒次数 that WeChat still takes. */
  reminders: z.number(),
})
export type Mine = z.infer<typeof Mine>

/** A part of the file that a person takes along: rows of one collection. `after` asks for the next one; absent at the end. */
export const Part = z.object({
  of: z.string(),
  rows: z.array(z.record(z.string(), z.unknown())),
  next: z.optional(z.string()),
})
export type Part = z.infer<typeof Part>

/** A part is cut off before it is longer than this, in bytes of JSON: a reply carries at most 100 KB. */
export const mostPartBytes = 90_000

/**
 * What stands in the way of leaving: an errand of his household of which he is the last relative (`family`), one in his hands, one he was
 * asked for; he is on duty; he is the last at a desk or in a
 * subdistrict's office. `id` is the errand's, the community's, or the subdistrict's.
 */
export const hindrances = ['family', 'inHand', 'asked', 'onDuty', 'lastAtDesk', 'lastInOffice'] as const
export type Hindrance = (typeof hindrances)[number]
export const Hindering = z.object({ what: z.enum(hindrances), id: z.string(), words: z.string() })
export type Hindering = z.infer<typeof Hindering>

/** A household that he leaves behind; nobody else is bound to it where `isLast`. */
export const LeftBehind = z.object({ id: z.string(), calls: z.string(), place: z.string(), isLast: z.boolean() })

/** 我的数据: to see, to take along, to take a consent back, to leave. */
export const privacy = area('privacy', {
  mine: { by: ['guest'], input: z.strictObject({}), output: plain(Mine) },
  take: {
    by: ['guest'],
    input: z.strictObject({
      after: z.optional(z.string().check(z.regex(/^[A-Za-z]{1,20}(~\d{1,16}@[\w:@.#-]{1,64})?$/, '请从头再来'))),
    }),
    output: plain(Part),
  },
  /** 收回同意. */
  withdraw: {
    by: ['guest'],
    changes: true,
    input: z.strictObject({ what: z.enum(matterNames) }),
    output: moved,
  },
  /** What stands in the way, and what would be left behind. */
  hindering: {
    by: ['guest'],
    input: z.strictObject({}),
    output: plain(z.object({ rows: z.array(Hindering), households: z.array(LeftBehind) })),
  },
  /** 注销. `together`: households of which he is the last, and that are to go with him. */
  erase: {
    by: ['guest'],
    changes: true,
    input: z.strictObject({ together: z.optional(z.array(Id).check(z.maxLength(20))) }),
    output: moved,
  },
} satisfies Table)
