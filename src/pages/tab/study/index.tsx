import { View } from '@tarojs/components'
import { study } from '@domain/study'
import { may } from '@domain/operation'
import { go, paths, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Screen } from '@/components/Screen'
import { LessonRow } from '../../study/LessonRow'
import { Pages } from '../../study/Pages'
import { InCommunity } from '../station/InCommunity'
import '../../study/study.scss'

/** 指尖课堂: the community's lessons, newest first. Nobody must, nobody counts. */
export default function StudyTab() {
  const me = useMe()
  return (
    <Screen>
      <InCommunity>
        {communityId => (
          <View className="lessons">
            {may(study.desk, me, { communityId }) && (
              <Button look="quiet" icon="pencil" onTap={() => go(paths.studyDesk())}>
                写一课 · 管课堂
              </Button>
            )}
            <Pages
              key={communityId}
              row={study.feed}
              communityId={communityId}
              empty={<Empty icon="book-open">还没有课，有了会发到群里</Empty>}
            >
              {posts => posts.map(post => <LessonRow key={post.id} post={post} />)}
            </Pages>
            <View className="lesson-line">想看就看，看到哪儿都行，下次接着看。</View>
          </View>
        )}
      </InCommunity>
    </Screen>
  )
}
