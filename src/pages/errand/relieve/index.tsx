import { errand } from '@domain/errand'
import { may } from '@domain/operation'
import { useCommunity, useMe, useParams, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { Relieving } from './Relieving'

/** 今天来不了: what he has or is asked, and whom it might go to. */
export default function ErrandRelieve() {
  const { id: riderId } = useParams()
  const { id, loading } = useCommunity()
  const me = useMe()
  const isDesk = id !== undefined && riderId !== undefined && may(errand.propose, me, { communityId: id })
  const { data, failure, reload } = useQuery(errand.propose, isDesk ? { communityId: id, from: riderId } : null)
  const riders = useQuery(errand.riders, isDesk ? { communityId: id } : null)
  const rider = riders.data?.rows.find(one => one.id === riderId)
  const failed = failure ?? riders.failure
  if (data && rider && id) return <Relieving communityId={id} rider={rider} errands={data.rows} />
  const isNobody = (!isDesk && !loading) || (riders.data && !rider)
  return (
    <Screen>
      {isNobody && (
        <Empty icon="users" foot={<GoHome />}>
          没找到这位师傅
        </Empty>
      )}
      {!isNobody && (failed ? <Failed onRetry={reload}>{failed.sentence}</Failed> : <Loading />)}
    </Screen>
  )
}
