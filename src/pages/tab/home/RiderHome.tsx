import { View } from '@tarojs/components'
import { holds, riderRole } from '@domain/role'
import { go, paths, useCommunity, useMe, useNow } from '@/client'
import { FreeSwitch } from '@/components/FreeSwitch'
import { HomeEntry } from '@/components/HomeEntry'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Slot } from '@/components/Slot'
import { CallCommunity } from '../../errand/CallCommunity'
import { restWords } from './rider/hands'
import { RiderErrands } from './rider/RiderErrands'
import './rider-home.scss'

/** 接单: the first screen of a rider. Who has applied and is not confirmed yet reads that, and sees no errand. */
export function RiderHome() {
  const me = useMe()
  const now = useNow()
  const { id } = useCommunity()
  if (id === undefined) return <Loading />
  const confirmed = holds(me, riderRole, now)
  return (
    <View className="rider">
      {confirmed ? <FreeSwitch hint={restWords(me)} /> : <Notice tone="waiting">已报名，等社区确认</Notice>}
      <Slot>{confirmed && <RiderErrands communityId={id} />}</Slot>
      {confirmed && (
        <HomeEntry
          icon="users"
          title="工牌"
          line="让人扫一扫，知道您是社区确认的"
          onOpen={() => void go(paths.riderBadge())}
        />
      )}
      <Slot>
        <CallCommunity communityId={id} />
      </Slot>
      <View className="rider-small">停稳再看手机</View>
    </View>
  )
}
