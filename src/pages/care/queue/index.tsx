import { care } from '@domain/care'
import { may } from '@domain/operation'
import { useCommunity, useMe, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { CareCard } from './CareCard'
import '../care.scss'

/** 要照看的: what riders saw at a door; each stays until it is ticked off. */
export default function CareQueue() {
  const { id, loading } = useCommunity()
  const me = useMe()
  const isDesk = id !== undefined && may(care.queue, me, { communityId: id })
  const { data, failure, reload } = useQuery(care.queue, isDesk ? { communityId: id } : null)
  if (!isDesk && !loading)
    return (
      <Screen>
        <Empty icon="hand-helping" foot={<GoHome />}>
          师傅在门口说的事由社区来看
        </Empty>
      </Screen>
    )
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data?.rows.length === 0 && <Empty icon="hand-helping">都办了。师傅在门口说了事，会列在这里</Empty>}
      <Screenful rows={data?.rows ?? []}>
        {shown => shown.map(told => <CareCard key={told.id} told={told} />)}
      </Screenful>
    </Screen>
  )
}
