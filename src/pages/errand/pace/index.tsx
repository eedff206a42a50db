import { errand } from '@domain/errand'
import { may } from '@domain/operation'
import { people } from '@domain/people'
import { useCommunity, useMe, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { Clocks } from './Clocks'
import { InHand } from './InHand'
import { Weather } from './Weather'
import './index.scss'

/** 天气和时间: stops a whole community, who is out meanwhile, and after how long the desk hears of what. */
export default function ErrandPace() {
  const { id } = useCommunity()
  const me = useMe()
  const isDesk = id !== undefined && may(errand.stop, me, { communityId: id })
  const { data, failure, reload } = useQuery(people.community, isDesk ? { id } : null)
  if (!isDesk)
    return (
      <Screen>
        <Empty icon="umbrella" foot={<GoHome />}>
          天气停派由书记台来定
        </Empty>
      </Screen>
    )
  if (!data) return <Screen>{failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />}</Screen>
  return (
    <Screen>
      <Weather communityId={id} stop={data.stop} />
      <InHand communityId={id} />
      <Clocks />
    </Screen>
  )
}
