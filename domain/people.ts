import { Stop } from './errand/record'
import { area, Id, Moment, moved, OnlyId, plain, text, type Table } from './operation'
import { Face, PhoneNumber } from './person'
import { Compound } from './place'
import { givenRoles } from './role'
import { Group } from './wechat-group'
import { Answers } from './template'
import * as z from './zod'

/** Who is on duty at the desk, until when, and who stands in; his is the phone behind 打电话给社区. */
export const OnDuty = z.object({
  personId: z.string(),
  name: z.string(),
  until: Moment,
  /** 替班: his name, and who he is. */
  standIn: z.optional(z.string()),
  standInId: z.optional(z.string()),
})

/** What anybody may know of a community. */
export const Community = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  onDuty: z.optional(OnDuty),
  /** 天气停派, once it was; over when its moment is past. */
  stop: z.optional(Stop),
  compounds: z.array(Compound),
  groups: z.array(Group),
})
export type Community = z.infer<typeof Community>

/** Who is who: arriving, being free, the desk's duty. */
export const people = area('people', {
  community: { by: ['guest'], input: OnlyId, output: plain(Community) },
  communities: {
    by: ['guest'],
    input: z.strictObject({}),
    output: plain(z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })),
  },
  /** 新来的: who waits to be confirmed, by name alone; the desk's own page has the rest (rider.applicants). */
  newcomers: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id }),
    output: plain(z.object({ names: z.array(z.string()) })),
  },
  /** 我有空 / 不打扰, to the end of the day. */
  free: { by: ['rider'], changes: true, input: z.strictObject({ free: z.boolean() }), output: moved },
  read: { by: ['guest'], changes: true, input: z.strictObject({ at: Moment }), output: moved },
  /** What he answered in WeChat's dialog of 订阅消息, by template. */
  subscribed: { by: ['guest'], changes: true, input: z.strictObject({ answers: Answers }), output: moved },
  /** His own 手机号, for the code of one tap on WeChat's button; told to him alone and kept nowhere. */
  phoneNumber: {
    by: ['guest'],
    input: z.strictObject({ code: text(200) }),
    output: plain(z.object({ number: PhoneNumber })),
  },
  /** 称呼 and 头像, as he wants to be called and seen; a name that the community confirmed stays as it was confirmed. */
  introduce: {
    by: givenRoles,
    changes: true,
    input: z.strictObject({ name: z.optional(text(12)), face: z.optional(Face) }),
    output: moved,
  },
  /** A link to his own 头像. */
  face: {
    by: givenRoles,
    input: z.strictObject({}),
    output: plain(z.object({ url: z.string() })),
  },
  /** 今天值班：我, or handed to a colleague of the same desk; another of them may stand in. */
  takeDuty: {
    by: ['dispatcher'],
    whole: true,
    changes: true,
    input: z.strictObject({
      communityId: Id,
      hours: z.number().check(z.int(), z.gte(1), z.lte(12)),
      personId: z.optional(Id),
      standInId: z.optional(Id),
    }),
    output: moved,
  },
} satisfies Table)
