import { recurring } from '@domain/recurring'
import { useParams, useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../../errand/CallCommunity'
import { NoRule } from '../NoRule'
import { OneRule } from './OneRule'
import '../recurring.scss'

/** 定期: one rule with its next two weeks, for the family and the desk. */
export default function RecurringOne() {
  const { id } = useParams()
  const { data, failure, reload } = useQuery(recurring.one, id ? { id } : null)
  return (
    <Screen
      bar={<CallCommunity communityId={data?.communityId} />}
      notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}
    >
      {!id && <NoRule />}
      {id && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && <OneRule rule={data} />}
    </Screen>
  )
}
