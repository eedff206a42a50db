import { View } from '@tarojs/components'
import { study, type Post } from '@domain/study'
import { may } from '@domain/operation'
import { useMe } from '@/client'
import { Section } from '@/components/Section'
import { ShareLesson } from '../ShareLesson'
import { TallyLine } from '../TallyLine'
import '../study.scss'

/** What only the desk sees below a lesson that is out: 发到群里, and how many opened and finished it. */
export function ForDesk({ post }: { post: Post }) {
  const me = useMe()
  if (!post.publishedAt || !may(study.tally, me, post)) return null
  return (
    <Section title="书记台">
      <View className="lessons">
        <TallyLine id={post.id} />
        <ShareLesson post={post} look="quiet" />
      </View>
    </Section>
  )
}
