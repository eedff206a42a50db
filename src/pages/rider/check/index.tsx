import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { Failure } from '@domain/failure'
import { rider } from '@domain/rider'
import { badgeCodeIn, type Checked } from '@domain/rider/badge'
import { trades } from '@domain/person'
import { wordOf } from '@domain/rider/words'
import { clockOf } from '@domain/time'
import { call, now, useCommunity, useParams } from '@/client'
import { Avatar } from '@/components/Avatar'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Tag } from '@/components/Tag'
import { CallCommunity } from '../../errand/CallCommunity'
import '../rider.scss'

interface Told {
  said?: Checked
  /** By when the cloud had said so, epoch ms. */
  at: number
  failure?: Failure
}

/** What the cloud says now: an answer of before is no answer at a door, so that none is kept, and none shown while it is asked again. */
function useChecked(code: string | undefined): { told: Told | undefined; ask: () => Promise<void> } {
  const [told, setTold] = useState<Told>()
  const ask = async () => {
    if (!code) return
    setTold(undefined)
    try {
      setTold({ said: await call(rider.check, { code }), at: now() })
    } catch (fault) {
      setTold({ failure: fault instanceof Failure ? fault : new Failure('BROKEN'), at: now() })
    }
  }
  useDidShow(() => void ask())
  usePullDownRefresh(() => void ask())
  return { told, ask }
}

/** 核对工牌: for anybody who holds his phone to one; said fresh by the cloud each time the page is shown. */
export default function RiderCheck() {
  const { scene = '' } = useParams()
  const { id } = useCommunity()
  const code = badgeCodeIn(scene)
  const { told, ask } = useChecked(code)
  return (
    <Screen bar={<CallCommunity communityId={id} />}>
      {!code && <Empty foot={<GoHome />}>没认出这张工牌，请对着码再扫一次</Empty>}
      {code && !told && <Loading />}
      {told?.failure && <Failed onRetry={ask}>{told.failure.sentence}</Failed>}
      {told?.said && <Said said={told.said} at={told.at} />}
    </Screen>
  )
}

function Said({ said, at }: { said: Checked; at: number }) {
  const { state, name = '师傅', trade, face, communities = [], printed } = said
  if (state === 'expired') return <Notice tone="waiting">这张码过期了。请他在手机上重新亮一次工牌</Notice>
  if (state === 'not') return <Notice tone="stuck">不是：社区没有确认这个人，或码已作废。不要开门，打电话给社区</Notice>
  return (
    <>
      <Card>
        <View className="rider-badge">
          <Avatar name={name} {...(face ? { face } : {})} />
          <View className="rider-name">{name}</View>
          {trade && <View className="rider-line">{wordOf(trades, trade)}</View>}
          <Tag tone="done">{`是：${communities.join('、')}确认的志愿者`}</Tag>
          <View className="rider-line">{`${clockOf(at)} 问的社区`}</View>
        </View>
      </Card>
      {printed && <Notice tone="waiting">这是印出来的牌子，别人也拿得到：请对一对照片</Notice>}
      <Notice>来送东西的人还会先说口令，对得上再开门</Notice>
    </>
  )
}
