import { View } from '@tarojs/components'
import { useState } from 'react'
import { rider } from '@domain/rider'
import { dayOf } from '@domain/time'
import { back, go, paths, useAction, useCommunity, useNow, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { confirmedWords, whoWords } from '../words'
import { Facts } from '../Facts'
import { PhoneLine } from '../PhoneLine'
import { useNames } from '../use-names'
import { WhySheet } from '../WhySheet'
import '../rider.scss'

const reasons = ['他说不想做了', '不在这一片跑了', '公司说他走了', '有人反映，先停一停'] as const

/** A rider at the desk: who confirmed him and how, what he said of himself, and the end of it. */
export default function RiderOne() {
  const { id } = useParams()
  const { id: communityId, loading } = useCommunity()
  const now = useNow()
  const nameOf = useNames(communityId)
  const { data, failure, reload } = useQuery(rider.one, id && communityId ? { communityId, id } : null)
  const letGo = useAction(rider.letGo)
  const [ending, setEnding] = useState(false)
  if (!id || !communityId || !data) {
    const isNobody = !id || (!communityId && !loading)
    return (
      <Screen>
        {isNobody && (
          <Empty icon="users" foot={<GoHome />}>
            没找到这位师傅
          </Empty>
        )}
        {!isNobody && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      </Screen>
    )
  }
  const end = async (why: string) => {
    if (await letGo.run({ communityId, id, rev: data.rev, why })) await back()
  }
  return (
    <Screen>
      <Card>
        <View className="rider-title">{data.name}</View>
        <View className="rider-words">{whoWords({ ...data, name: '' })}</View>
        <View className="rider-line">
          {data.confirmation ? confirmedWords(data.confirmation) : '没有记下是谁确认的'}
        </View>
        <PhoneLine communityId={communityId} id={id} masked={data.phone} />
      </Card>
      <Card>
        <Facts profile={data} nameOf={nameOf} today={dayOf(now)} />
      </Card>
      <Button look="quiet" onTap={() => go(paths.errandRelieve({ id }))}>
        今天来不了
      </Button>
      <Button look="text" onTap={() => setEnding(true)}>
        请他停
      </Button>
      {ending && (
        <WhySheet
          title={`请${data.name}停`}
          does="请他停"
          reasons={reasons}
          busy={letGo.busy}
          failure={letGo.failure}
          onDone={end}
          onClose={() => {
            setEnding(false)
            letGo.clear()
          }}
        />
      )}
    </Screen>
  )
}
