import { View } from '@tarojs/components'
import { station } from '@domain/station'
import { go, paths, useNow, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListCard } from '@/components/ListCard'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screenful } from '@/components/Screenful'
import { openFirst } from '../../station/words'
import { cardOf } from './card'

/** The community's stations, open ones first; each says why it is open or not. */
export function StationList({ communityId }: { communityId: string }) {
  const { data, failure, reload } = useQuery(station.list, { communityId })
  const now = useNow()
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const { rows, unreadable = 0 } = data
  return (
    <View className="station-list">
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      {rows.length === 0 && unreadable === 0 && <Empty icon="store">这个社区还没有驿站</Empty>}
      <Screenful rows={openFirst(rows, now)}>
        {shown =>
          shown.map(one => (
            <ListCard key={one.id} card={cardOf(one, now)} onOpen={id => void go(paths.stationOne({ id }))} />
          ))
        }
      </Screenful>
      {unreadable > 0 && <Notice>{`有 ${unreadable} 个驿站要更新小程序才看得到`}</Notice>}
    </View>
  )
}
