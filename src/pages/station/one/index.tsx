import { station } from '@domain/station'
import { useNow, useParams, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { StationFacts } from './StationFacts'
import { StationHelp } from './StationHelp'

/** 驿站: one station with its facts, and what one can do about it. */
export default function StationOne() {
  const { id } = useParams()
  const { data, failure, reload } = useQuery(station.one, id ? { id } : null)
  const now = useNow()
  return (
    <Screen>
      {!id && (
        <Empty icon="store" foot={<GoHome />}>
          没找到这个驿站
        </Empty>
      )}
      {data && <StationFacts station={data} now={now} />}
      {data && <StationHelp station={data} />}
      {id && !data && failure && <Failed onRetry={reload}>{failure.sentence}</Failed>}
      {id && !data && !failure && <Loading />}
    </Screen>
  )
}
