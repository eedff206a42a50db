import { household } from '@domain/household'
import { people } from '@domain/people'
import { back, useAction, useCommunity, useMe, useParams, useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { HouseholdForm, myself } from '@/components/HouseholdForm'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../../errand/CallCommunity'
import { NoCommunity } from '../NoCommunity'

/** 添一位老人, by a relative; or by the desk for who telephones. */
export default function HouseholdAdd() {
  const { byPhone, self } = useParams()
  const me = useMe()
  const { id } = useCommunity()
  const { data, failure, reload } = useQuery(people.community, id ? { id } : null)
  const add = useAction(household.add)
  return (
    <Screen bar={<CallCommunity communityId={id} />}>
      {!id && <NoCommunity />}
      {id && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && (
        <HouseholdForm
          community={data}
          forDesk={byPhone === '1'}
          asksMyName={me.name === ''}
          calls={self === '1' ? myself : ''}
          busy={add.busy}
          failure={add.failure}
          onSubmit={async home => {
            if (!(await add.run(home))) return false
            await back()
            return true
          }}
        />
      )}
    </Screen>
  )
}
