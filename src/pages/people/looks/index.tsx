import { View } from '@tarojs/components'
import { errand } from '@domain/errand'
import { clockOf, dayWord } from '@domain/time'
import { useMe, useNow, useParams, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { Timeline } from '@/components/Timeline'

const roleWords: Readonly<Record<string, string>> = {
  rider: '师傅',
  dispatcher: '社区',
  desk: '社区',
  resident: '家里人',
  family: '家里人',
}

/** 谁看过我家地址: everyone who was shown the door and the phones, for which errand and when. */
export default function PeopleLooks() {
  const { id = '' } = useParams()
  const home = useMe().households.find(household => household.id === id)
  const now = useNow()
  const { data, failure, reload } = useQuery(errand.looks, id ? { householdId: id } : null)
  const moments = (data?.rows ?? []).map(({ errandId, what, who, as, at }) => ({
    id: `${errandId} ${at}`,
    who: [who, roleWords[as]].filter(Boolean).join('，'),
    what: `看过，为了${what}`,
    when: `${dayWord(at, now)} ${clockOf(at)}`,
  }))
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {home && (
        <Notice icon="shield-check">{`${home.calls || home.elder}，${home.place}。门牌和电话只给接单的人看，每次都记在这里。`}</Notice>
      )}
      {!id && (
        <Empty icon="house" foot={<GoHome />}>
          没找到这一家
        </Empty>
      )}
      {id && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && moments.length === 0 && <Empty icon="eye">还没有人看过</Empty>}
      <View>
        <Screenful rows={moments}>{shown => <Timeline moments={shown} />}</Screenful>
      </View>
    </Screen>
  )
}
