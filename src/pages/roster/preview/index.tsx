import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import { redirect, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { paths } from '@/client'
import { AtDesk } from '../AtDesk'
import { bodyWord } from '../words'
import { Columns } from './Columns'
import { Sorted } from './Sorted'

/** 看一看再导: which column is which, then every row with what it is and why; taken in only by the last tap. */
export default function RosterPreview() {
  const { id } = useParams()
  return (
    <AtDesk>
      {communityId =>
        id ? (
          <Preview communityId={communityId} id={id} />
        ) : (
          <Empty icon="list" foot={<GoHome />}>
            没找到这份名单
          </Empty>
        )
      }
    </AtDesk>
  )
}

function Preview({ communityId, id }: { communityId: string; id: string }) {
  const { data, failure, reload } = useQuery(roster.listOne, { communityId, id })
  const [again, setAgain] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const { state, body, whose, file } = data
  const toRoster = <Button onTap={() => redirect(paths.rosterList())}>去看底数</Button>
  return (
    <View className="roster">
      <View className="roster-part">
        <View className="roster-name">{[bodyWord(body), whose].filter(Boolean).join(' · ')}</View>
        <View className="roster-line">{file}</View>
      </View>
      {state === 'dropped' && <Empty icon="list">这份名单没导，要导请重新选文件</Empty>}
      {state === 'applied' && (
        <Empty icon="circle-check" foot={toRoster}>
          都导进底数了
        </Empty>
      )}
      {(state === 'opened' || again) && state !== 'applied' && (
        <Columns communityId={communityId} list={data} onSorted={() => setAgain(false)} />
      )}
      {(state === 'sorted' || state === 'applying') && !again && (
        <Sorted communityId={communityId} list={data} onColumns={() => setAgain(true)} />
      )}
    </View>
  )
}
