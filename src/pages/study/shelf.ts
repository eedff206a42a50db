import { isKeyOf } from '@domain/key'
import type { Post, PostState } from '@domain/study'
import type { Tone } from '@/components/Tag'
import { momentWords } from './words'

/** 待转发 stands first: the community's group has not seen it yet. */
export const shelves = ['等您发到群里', '定好了时间', '草稿', '发出去的', '撤下的'] as const
export type Shelf = (typeof shelves)[number]

interface Standing {
  shelf: Shelf
  tone: Tone
  words: (post: Post, now: number) => string
}

const shared: Standing = {
  shelf: '发出去的',
  tone: 'done',
  words: ({ publishedAt = 0 }, now) => `${momentWords(publishedAt, now)} 发出`,
}
const standings: Record<PostState, Standing> = {
  draft: { shelf: '草稿', tone: 'plain', words: () => '草稿' },
  scheduled: {
    shelf: '定好了时间',
    tone: 'waiting',
    words: ({ publishAt = 0 }, now) => `${momentWords(publishAt, now)} 自动发出`,
  },
  published: { ...shared, shelf: '等您发到群里', tone: 'going' },
  withdrawn: { shelf: '撤下的', tone: 'plain', words: () => '撤下了' },
}

const isState = (state: string): state is PostState => isKeyOf(standings, state)

/** Where a lesson stands at the desk; a state from a newer cloud stands with the drafts, and says nothing of itself. */
export function standingOf(post: Post): Standing {
  if (!isState(post.state)) return { ...standings.draft, words: () => '有新进展' }
  const standing = standings[post.state]
  return standing === standings.published && post.sharedAt ? shared : standing
}
