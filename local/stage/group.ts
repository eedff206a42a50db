import * as z from '../../domain/zod'

/** A mini-program card as a phone shares it. */
export const Card = z.object({
  title: z.string().check(z.maxLength(120)),
  path: z.string().check(z.maxLength(300)),
  kind: z.optional(z.string().check(z.maxLength(40))),
  /** 动态消息: the card's line changes while WeChat lets it. */
  activity: z.optional(z.string().check(z.maxLength(80))),
})
export type Card = z.infer<typeof Card>

/** One line of the community's WeChat group. WeChat's side of the world: the product never sees it. */
export const Message = z.object({
  id: z.number(),
  groupId: z.string(),
  /** Epoch ms of the product's clock. */
  at: z.number(),
  who: z.string(),
  what: z.union([
    z.object({ card: Card }),
    z.object({ text: z.string() }),
    /** Somebody opened the card of that message. */
    z.object({ opened: z.number() }),
    /** The stage's own remark. */
    z.object({ remark: z.string() }),
  ]),
})
export type Message = z.infer<typeof Message>

/** 动态消息 in WeChat's own words, of the template 开始时 with one person wanted. */
export const liveWords = { joining: '成员正在加入，当前 0/1 人', begun: '已开始' } as const
