import { area, Cursor, Id, Moment, moved, one, OnlyId, page, plain, text, type Table } from './operation'
import { Group } from './wechat-group'
import * as z from './zod'

export const postStates = ['draft', 'scheduled', 'published', 'withdrawn'] as const
export type PostState = (typeof postStates)[number]

/** One card of a lesson: read in half a minute, kept as a place to come back to. */
export const LessonCard = z.strictObject({ heading: text(30), body: text(400) })

/** 指尖课堂: a piece of three minutes in up to eight cards. */
export const Post = z.object({
  id: z.string(),
  state: z.string(),
  communityId: z.string(),
  my: z.array(z.string()),
  rev: z.optional(z.string()),
  title: z.optional(z.string()),
  groupId: z.optional(z.string()),
  groupName: z.optional(z.string()),
  cards: z.optional(z.array(z.object({ heading: z.string(), body: z.string() }))),
  cardCount: z.optional(z.number()),
  author: z.optional(z.string()),
  publishAt: z.optional(z.number()),
  publishedAt: z.optional(z.number()),
  /** Shared into the group by hand: WeChat lets no server post there. */
  sharedAt: z.optional(z.number()),
  /** The fields whose words the desk must look at before others read them. */
  waits: z.optional(z.array(z.string())),
})
export type Post = z.infer<typeof Post>

export type PostRecord = Omit<Post, 'my'> & { authorId: string; dueAt: number }

const NewPost = z.strictObject({
  communityId: Id,
  groupId: Id,
  title: text(40),
  cards: z.array(LessonCard).check(z.minLength(1, '至少写一页'), z.maxLength(8, '最多八页，三分钟看完')),
})
export type NewPost = z.infer<typeof NewPost>

/** How many opened and finished it; absent below five people, so that no one can be told from the number. */
export const Tally = z.object({ opened: z.optional(z.number()), finished: z.optional(z.number()) })
export const tallyFloor = 5

/** One's own place in a lesson, the same on every phone: the card reached, and when it was finished. Nobody else is told. */
export const Progress = z.object({ postId: z.string(), card: z.number(), finishedAt: z.optional(Moment) })

/** 指尖课堂: written by the desk, sent or scheduled to one group, read in pieces, never timed. */
export const study = area('study', {
  write: { by: ['dispatcher'], moves: { from: [], to: 'draft' }, input: NewPost, output: one('post', Post) },
  send: { by: ['dispatcher'], moves: { from: ['draft', 'scheduled'], to: 'published' }, input: OnlyId, output: moved },
  schedule: {
    by: ['dispatcher'],
    moves: { from: ['draft', 'scheduled'], to: 'scheduled' },
    input: z.strictObject({ id: Id, at: Moment }),
    output: moved,
  },
  publish: { by: ['clock'], moves: { from: ['scheduled'], to: 'published' }, input: OnlyId, output: moved },
  withdraw: {
    by: ['dispatcher'],
    moves: { from: ['draft', 'scheduled', 'published'], to: 'withdrawn' },
    input: OnlyId,
    output: moved,
  },
  shared: { by: ['dispatcher'], changes: true, input: OnlyId, output: moved },
  keep: {
    by: ['guest'],
    changes: true,
    input: z.strictObject({
      id: Id,
      card: z.number().check(z.int(), z.gte(0), z.lt(8)),
      finished: z.optional(z.boolean()),
    }),
    output: plain(Progress),
  },
  feed: {
    by: ['guest'],
    input: z.strictObject({ communityId: Id, after: z.optional(Cursor) }),
    output: page('post', Post),
  },
  desk: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id, after: z.optional(Cursor) }),
    output: page('post', Post),
  },
  read: { by: ['guest'], input: OnlyId, output: plain(z.object({ post: Post, mine: z.optional(Progress) })) },
  tally: { by: ['dispatcher'], input: OnlyId, output: plain(Tally) },
  groups: {
    by: ['dispatcher'],
    input: z.strictObject({ communityId: Id }),
    output: plain(z.object({ rows: z.array(Group) })),
  },
} satisfies Table<PostState>)
