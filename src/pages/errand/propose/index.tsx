import { useState } from 'react'
import { errand } from '@domain/errand'
import { may } from '@domain/operation'
import { useCommunity, useMe, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { Proposal } from './Proposal'

/** 一起派: whom everything that waits might go to, to be confirmed, changed or put away. */
export default function ErrandPropose() {
  const { id, loading } = useCommunity()
  const me = useMe()
  const isDesk = id !== undefined && may(errand.propose, me, { communityId: id })
  const { data, failure, reload } = useQuery(errand.propose, isDesk ? { communityId: id } : null)
  const [round, setRound] = useState(0)
  if (id && isDesk && data)
    return (
      <Proposal
        key={round}
        communityId={id}
        errands={data.rows}
        failure={failure}
        onAgain={() => void reload().then(() => setRound(round + 1))}
      />
    )
  return (
    <Screen>
      {!isDesk && !loading && (
        <Empty icon="users" foot={<GoHome />}>
          派单由社区来办
        </Empty>
      )}
      {(isDesk || loading) && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
    </Screen>
  )
}
