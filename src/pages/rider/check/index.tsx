import { View } from '@tarojs/components'
import { rider } from '@domain/rider'
import { badgeCodeIn, type Checked } from '@domain/rider/badge'
import { trades } from '@domain/person'
import { wordOf } from '@domain/rider/words'
import { clockOf } from '@domain/time'
import { useCommunity, useNow, useParams, useQuery } from '@/client'
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

/** 核对工牌: for anybody who holds his phone to one; said fresh by the cloud. */
export default function RiderCheck() {
  const { scene = '' } = useParams()
  const { id } = useCommunity()
  const code = badgeCodeIn(scene)
  const { data, failure, reload } = useQuery(rider.check, code ? { code } : null)
  return (
    <Screen bar={<CallCommunity communityId={id} />}>
      {!code && <Empty foot={<GoHome />}>没认出这张工牌，请对着码再扫一次</Empty>}
      {code && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && <Said said={data} />}
    </Screen>
  )
}

function Said({ said: { state, name = '师傅', trade, face, communities = [], printed } }: { said: Checked }) {
  const now = useNow()
  if (state === 'expired') return <Notice tone="waiting">这张码过期了。请他在手机上重新亮一次工牌</Notice>
  if (state === 'not') return <Notice tone="stuck">不是：社区没有确认这个人，或码已作废。不要开门，打电话给社区</Notice>
  return (
    <>
      <Card>
        <View className="rider-badge">
          <Avatar name={name} {...(face ? { face } : {})} />
          <View className="rider-name">{name}</View>
          {trade && <View className="rider-line">{wordOf(trades, trade)}</View>}
          <Tag tone="done">{`${communities.join('、')}确认的志愿者`}</Tag>
          <View className="rider-line">{`${clockOf(now)} 刚问过社区，现在有效`}</View>
        </View>
      </Card>
      {printed && <Notice tone="waiting">这是印出来的牌子，别人也拿得到：请对一对照片</Notice>}
      <Notice>来送东西的人还会先说口令，对得上再开门</Notice>
    </>
  )
}
