import { useState } from 'react'
import { study } from '@domain/study'
import { may } from '@domain/operation'
import { paths, useMe } from '@/client'
import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'
import { Screen } from '@/components/Screen'
import { useShare } from '@/wechat/use-share'
import { InCommunity } from '../../tab/station/InCommunity'
import picture from '../card.png'
import { Saved } from './Saved'
import { Writing } from './Writing'

/** 写一课: written, looked at, saved as a draft; then sent now or at its half hour. */
export default function StudyWrite() {
  const me = useMe()
  const [savedId, setSavedId] = useState<string>()
  useShare({ title: '指尖课堂', path: paths.tabStudy(), kind: 'study', picture })
  return (
    <Screen>
      <InCommunity>
        {communityId => {
          if (!may(study.desk, me, { communityId }))
            return (
              <Empty icon="book-open" foot={<GoHome />}>
                写课由社区来写
              </Empty>
            )
          if (savedId) return <Saved id={savedId} onAnother={() => setSavedId(undefined)} />
          return <Writing key={communityId} communityId={communityId} onSaved={setSavedId} />
        }}
      </InCommunity>
    </Screen>
  )
}
