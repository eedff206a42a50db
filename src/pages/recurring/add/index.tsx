import { errand } from '@domain/errand'
import { useParams, useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../../errand/CallCommunity'
import { NoRule } from '../NoRule'
import { AddRule } from './AddRule'

/** 每周都要: an errand that was asked for once asks for itself from now on. */
export default function RecurringAdd() {
  const { errand: id } = useParams()
  const { data, failure, reload } = useQuery(errand.one, id ? { id } : null)
  return (
    <Screen bar={<CallCommunity communityId={data?.communityId} />}>
      {!id && <NoRule />}
      {id && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && <AddRule errand={data} />}
    </Screen>
  )
}
