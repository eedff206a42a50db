import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { errand } from '@domain/errand'
import { told } from '@domain/household/told'
import { people } from '@domain/people'
import { go, paths, useAction, useMe, useNow, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { NewsLine } from './NewsLine'
import './index.scss'

/** 消息: opened by a tap, and that tap is the reading: what the list shows is read once it is shown. */
export default function ErrandInbox() {
  const { data, failure, reload } = useQuery(errand.inbox, {})
  const ofHomes = useQuery(told.news, {})
  const { readAt, id: myId } = useMe()
  const now = useNow()
  const { run } = useAction(people.read)
  const rows = [
    ...(data?.rows ?? []).map(news => ({ ...news, to: paths.errandOne({ id: news.id }) })),
    ...(ofHomes.data?.rows ?? []).map(({ householdId, ...news }) => ({
      ...news,
      to: householdId === undefined ? paths.tabHome() : paths.householdOne({ id: householdId }),
    })),
  ].sort((a, b) => b.at - a.at)
  const latest = Math.max(0, ...rows.map(({ at }) => at))
  useEffect(() => {
    if (myId && latest > readAt) void run({ at: latest })
    // Once for each newest message: `readAt` follows from the write itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [latest])
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && rows.length === 0 && <Empty icon="bell">还没有消息。有进展都会记在这里</Empty>}
      <View className="inbox">
        <Screenful rows={data ? rows : []}>
          {shown =>
            shown.map(news => (
              <NewsLine
                key={`${news.id} ${news.at} ${news.say}`}
                news={news}
                now={now}
                onOpen={() => void go(news.to)}
              />
            ))
          }
        </Screenful>
      </View>
    </Screen>
  )
}
