import { Revealed } from '../household/revealed'
import { Cursor, Id, Moment, moved, one, OnlyId, page, plain, type Table } from '../operation'
import * as z from '../zod'
import { Errand, type ErrandState } from './record'

const inCommunity = z.strictObject({ communityId: Id })

/** A notice within its record: safe as a part of a path. */
const NoticeId = z.string().check(z.regex(/^n[a-z0-9]{4,24}$/, '编号不对'))

/** A call the desk must make, because the notice reached no phone. */
export const Call = z.object({
  id: Id,
  notice: z.string(),
  state: z.string(),
  whom: z.string(),
  sentence: z.string(),
  at: Moment,
  noAnswer: z.optional(z.boolean()),
  /** Whose number `reveal` gives: the household's, or with `riderId` the rider's. */
  householdId: Id,
  riderId: z.optional(Id),
})

/** One of 消息: the sentence as it was when it happened. */
export const News = z.object({ id: Id, say: z.string(), sentence: z.string(), at: Moment })

/** Who is told, and what there is to read. */
export const reading = {
  reveal: {
    by: ['rider', 'resident', 'dispatcher'],
    own: ['rider', 'family'],
    changes: true,
    input: z.strictObject({ id: Id, householdId: Id, riderId: z.optional(Id) }),
    output: plain(Revealed),
  },
  /** No `url` while others may not see it: WeChat is looking (`waiting`), or it was found unfit. */
  photo: {
    by: ['resident', 'dispatcher', 'rider'],
    input: OnlyId,
    output: plain(z.object({ url: z.string(), waits: z.optional(z.enum(['waiting', 'hidden'])) })),
  },
  called: {
    by: ['dispatcher'],
    changes: true,
    input: z.strictObject({ id: Id, notice: NoticeId, how: z.enum(['done', 'noAnswer']) }),
    output: moved,
  },
  mine: {
    by: ['resident'],
    own: ['family'],
    input: z.strictObject({ after: z.optional(Cursor) }),
    output: page('errand', Errand),
  },
  /** 这家的点单: of one household, for its family and the desk, newest first. */
  history: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    input: z.strictObject({ householdId: Id, after: z.optional(Cursor) }),
    output: page('errand', Errand),
  },
  offers: { by: ['rider'], input: z.strictObject({}), output: page('errand', Errand) },
  board: { by: ['dispatcher'], input: inCommunity, output: page('errand', Errand) },
  one: { by: ['guest'], input: OnlyId, output: one('errand', Errand) },
  calls: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id }),
    output: plain(z.object({ rows: z.array(Call) })),
  },
  inbox: { by: ['guest'], input: z.strictObject({}), output: plain(z.object({ rows: z.array(News) })) },
  /** 发到群里说一声, as a card whose line changes when somebody accepts (动态消息). Without an id an ordinary card is sent. */
  card: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    changes: true,
    input: OnlyId,
    output: plain(z.object({ id: z.optional(z.string()) })),
  },
} satisfies Table<ErrandState>
