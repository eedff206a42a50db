import { may } from '@domain/operation'
import type { Me } from '@domain/role'
import { study, type Post } from '@domain/study'
import { dayOf } from '@domain/time'
import { useMe, useNow, useQuery } from '@/client'
import { FailureLine } from '@/components/ErrandActions'
import { Section } from '@/components/Section'
import { ForwardRow } from './ForwardRow'

/** What still has to be brought into the group by hand: published and not shared, or coming today. What was withdrawn cannot be again. */
function toForward(posts: readonly Post[], me: Me, now: number): Post[] {
  const comesToday = (post: Post) => post.publishAt !== undefined && dayOf(post.publishAt) === dayOf(now)
  const isOut = (post: Post) => post.publishedAt !== undefined || comesToday(post)
  return posts.filter(post => may(study.withdraw, me, post) && post.sharedAt === undefined && isOut(post))
}

/** 今日待转发: WeChat lets no server post into a group, so a person shares what was published. */
export function Forwards({ communityId }: { communityId: string }) {
  const me = useMe()
  const now = useNow()
  const { data, failure } = useQuery(study.desk, { communityId })
  const posts = toForward(data?.rows ?? [], me, now)
  if (posts.length === 0 && !failure) return null
  return (
    <Section title={posts.length > 0 ? `今日待转发 ${posts.length} 条` : '今日待转发'}>
      {posts.map(post => (
        <ForwardRow key={post.id} post={post} now={now} />
      ))}
      <FailureLine failure={failure} />
    </Section>
  )
}
