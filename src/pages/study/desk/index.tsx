import { View } from '@tarojs/components'
import { study } from '@domain/study'
import { may } from '@domain/operation'
import { go, paths, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'
import { Screen } from '@/components/Screen'
import { useShare } from '@/wechat/use-share'
import { InCommunity } from '../../tab/station/InCommunity'
import picture from '../card.png'
import { Pages } from '../Pages'
import { Shelves } from './Shelves'
import '../study.scss'

/** 管课堂: what the desk has written, by what is to be done with it. */
export default function StudyDesk() {
  const me = useMe()
  // Each lesson's own button offers its own card; this is what WeChat's menu sends.
  useShare({ title: '指尖课堂', path: paths.tabStudy(), kind: 'study', picture })
  return (
    <Screen>
      <InCommunity>
        {communityId =>
          may(study.desk, me, { communityId }) ? (
            <View className="lessons">
              <Button icon="pencil" onTap={() => go(paths.studyWrite())}>
                写一课
              </Button>
              <Pages
                key={communityId}
                row={study.desk}
                communityId={communityId}
                empty={<Empty icon="book-open">还没写过课，写一课试试</Empty>}
              >
                {posts => <Shelves posts={posts} />}
              </Pages>
            </View>
          ) : (
            <Empty icon="book-open" foot={<GoHome />}>
              写课由社区来写
            </Empty>
          )
        }
      </InCommunity>
    </Screen>
  )
}
