import { may } from '@domain/operation'
import { safety } from '@domain/safety'
import { useCommunity, useMe, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { DoubtRow } from './DoubtRow'
import './queue.scss'

/** 要看一眼的: words and pictures that others do not see before the desk has. */
export default function SafetyQueue() {
  const { id, loading } = useCommunity()
  const me = useMe()
  const isDesk = id !== undefined && may(safety.queue, me, { communityId: id })
  const { data, failure, reload } = useQuery(safety.queue, isDesk ? { communityId: id } : null)
  if (!isDesk && !loading)
    return (
      <Screen>
        <Empty icon="eye" foot={<GoHome />}>
          拿不准的话和照片由社区来看
        </Empty>
      </Screen>
    )
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data?.rows.length === 0 && <Empty icon="eye">都看过了。有拿不准的，会列在这里</Empty>}
      <Screenful rows={data?.rows ?? []}>
        {shown => shown.map(doubt => <DoubtRow key={doubt.id} doubt={doubt} />)}
      </Screenful>
    </Screen>
  )
}
