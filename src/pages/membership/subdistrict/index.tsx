import { View } from '@tarojs/components'
import { membership, type Place } from '@domain/membership'
import { holds } from '@domain/role'
import { go, paths, useMe, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Icon } from '@/components/Icon'
import { Card } from '@/components/Card'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { OfOffice } from '../OfOffice'
import '../membership.scss'

/** 街道: its communities in name order, with who is at each desk; none is before another for what it does. */
export default function MembershipSubdistrict() {
  const me = useMe()
  const now = useNow()
  const isOffice = membership.communities.by.some(role => holds(me, role, now))
  const { data, failure, reload } = useQuery(membership.communities, isOffice ? {} : null)
  if (!isOffice)
    return (
      <Screen>
        <OfOffice>各社区由街道来管</OfOffice>
      </Screen>
    )
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && (
        <View className="membership">
          <View className="membership-title">{data.subdistrict || '街道'}</View>
          <Button icon="plus" onTap={() => go(paths.membershipCommunity())}>
            新开一个社区
          </Button>
          {data.rows.length === 0 && <Empty icon="house">这里还没有社区</Empty>}
          <Screenful rows={data.rows}>
            {shown => (
              <View className="membership-part">
                {shown.map(row => (
                  <PlaceCard key={row.id} place={row} />
                ))}
              </View>
            )}
          </Screenful>
        </View>
      )}
    </Screen>
  )
}

function PlaceCard({ place }: { place: Place }) {
  const { id, name, desk, onDuty, helps } = place
  return (
    <Card onTap={() => void go(paths.membershipCommunity({ c: id }))} ariaLabel={name}>
      <View className="membership-row">
        <View className="membership-words">
          <View className="membership-name">{name}</View>
          <View className="membership-line">{desk.length > 0 ? desk.join('、') : '书记台还没有人'}</View>
          {onDuty && <View className="membership-line">{`今天值班：${onDuty}`}</View>}
          {!helps && <View className="membership-line">不和邻近社区互助</View>}
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  )
}
