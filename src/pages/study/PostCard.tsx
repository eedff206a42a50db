import { View } from '@tarojs/components'
import { dotted } from '@domain/line'
import type { Post } from '@domain/study'
import { useNow } from '@/client'
import { Card } from '@/components/Card'
import { Fold } from '@/components/Fold'
import { Tag } from '@/components/Tag'
import { PostActions } from './PostActions'
import { standingOf } from './shelf'
import { TallyLine } from './TallyLine'
import { lengthWords } from './words'
import './study.scss'

interface Props {
  post: Post
  /** Its first button is the red one of the screen. */
  main?: boolean
}

/** A lesson as the desk has it in hand: how it stands, and what can be done with it now. */
export function PostCard({ post, main = false }: Props) {
  const { tone, words } = standingOf(post)
  return (
    <Card>
      <View className="lesson-title">{post.title}</View>
      <View className="lesson-line">{dotted(post.groupName, lengthWords(post))}</View>
      <Tag tone={tone}>{words(post, useNow())}</Tag>
      <PostActions post={post} main={main} />
      {post.publishedAt ? (
        <Fold title="多少人看过">
          <TallyLine id={post.id} />
        </Fold>
      ) : null}
    </Card>
  )
}
