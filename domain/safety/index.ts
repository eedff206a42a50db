import type { CollectionName } from '../schema'
import { area, Id, moved, OnlyId, page, plain, type Table } from '../operation'
import * as z from '../zod'
import type { Held } from './held'

/** checking: WeChat looks at a picture · waiting: for the desk · passed: by WeChat · allowed, hidden: by the desk. */
export const doubtStates = ['checking', 'waiting', 'passed', 'allowed', 'hidden'] as const
export type DoubtState = (typeof doubtStates)[number]

/** Why the desk should look: WeChat was not sure, could not say, said no to a picture, never answered; or somebody reported it. */
export const doubtReasons = {
  review: '微信拿不准',
  unchecked: '微信没来得及看',
  risky: '微信说不合适',
  late: '照片半小时没有结果',
  reported: '有人举报',
} as const
export type DoubtReason = keyof typeof doubtReasons

/** 举报: what may be wrong with it, chosen, never typed. */
export const reportReasons = {
  ad: '广告',
  abuse: '骂人',
  fraud: '骗人',
  private: '泄露隐私',
  illegal: '违法',
  other: '别的',
} as const
export type ReportReason = keyof typeof reportReasons

/** What can be reported: an errand, a lesson, a rider's name. */
export const reportable = ['errand', 'post', 'rider'] as const
export type Reportable = (typeof reportable)[number]

/** WeChat promises the result of a picture within half an hour; after it a person looks. */
export const pictureWaitsMs = 30 * 60_000

/** 要看一眼的: one thing for the desk to look at. */
export const Doubt = z.object({
  id: z.string(),
  state: z.string(),
  communityId: z.string(),
  my: z.array(z.string()),
  why: z.optional(z.string()),
  whose: z.optional(z.string()),
  /** 送饭, 一课, 师傅: what it belongs to. */
  where: z.optional(z.string()),
  words: z.optional(z.string()),
  picture: z.optional(z.boolean()),
  /** The errand or lesson to open. */
  of: z.optional(z.string()),
  ofId: z.optional(z.string()),
  at: z.optional(z.number()),
  /** What those who reported it said, each once. */
  reasons: z.optional(z.array(z.string())),
})
export type Doubt = z.infer<typeof Doubt>

/** The fields of a stored doubt that nobody is given. */
export interface DoubtRecord extends Omit<Doubt, 'id' | 'my' | 'state'> {
  communityId: string
  compoundId?: string
  at: number
  /** The collection of the record; `ofId` is its id. */
  of: CollectionName
  ofId: string
  /** What the record keeps of it while others do not see it. */
  holding: Held
  file?: string
  traceId?: string
  /** Who reported it. */
  reporters?: string[]
}

/** 消息推送, as it is set in the console: which function hears which event. */
export const pushes = { wxa_media_check: 'safety' } as const

const byWeChat = { by: ['clock'], input: OnlyId, output: moved } as const

/** What WeChat demands of words and pictures that others see, and the desk's part in it (platform rules 5.18, 10.2-10.4). */
export const safety = area('safety', {
  /** 举报. A second report by the same person counts once. */
  report: {
    by: ['guest'],
    moves: { from: ['waiting', 'allowed', 'passed'], to: 'waiting' },
    input: z.strictObject({
      of: z.enum(reportable),
      id: Id,
      why: z.enum(Object.keys(reportReasons) as ReportReason[]),
    }),
    output: moved,
  },
  queue: { by: ['dispatcher'], input: z.strictObject({ communityId: Id }), output: page('doubt', Doubt) },
  /** 放行. */
  allow: {
    by: ['dispatcher'],
    moves: { from: ['checking', 'waiting', 'hidden'], to: 'allowed' },
    input: OnlyId,
    output: moved,
  },
  /** 不合适. */
  hide: { by: ['dispatcher'], moves: { from: ['checking', 'waiting'], to: 'hidden' }, input: OnlyId, output: moved },
  picture: { by: ['dispatcher'], input: OnlyId, output: plain(z.object({ url: z.string() })) },
} satisfies Table<DoubtState>)

/** What the cloud itself does to a doubt: no phone can call these. */
export const judging = area('safety', {
  /** Words that wait, and a picture that WeChat is asked about: written by the cloud before the record itself. */
  hold: { ...byWeChat, moves: { from: [], to: 'waiting' } },
  watch: { ...byWeChat, moves: { from: [], to: 'checking' } },
  /** It came to nothing, or WeChat passed the picture; or a person must look. */
  pass: { ...byWeChat, moves: { from: ['checking', 'waiting'], to: 'passed' } },
  doubt: { ...byWeChat, moves: { from: ['checking', 'passed'], to: 'waiting' } },
} satisfies Table<DoubtState>)
