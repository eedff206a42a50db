import { household } from '@domain/household'
import { people } from '@domain/people'
import { back, go, paths, useAction, useCommunity, useMe, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { HouseholdForm } from '@/components/HouseholdForm'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { CallCommunity } from '../../errand/CallCommunity'

/** 添一位老人, by a relative; or by the desk for who telephones. */
export default function PeopleHousehold() {
  const { byPhone } = useParams()
  const me = useMe()
  const { id } = useCommunity()
  const { data, failure, reload } = useQuery(people.community, id ? { id } : null)
  const add = useAction(household.add)
  return (
    <Screen bar={<CallCommunity communityId={id} />}>
      {!id && (
        <Empty icon="house" foot={<Button onTap={() => go(paths.peopleCommunity())}>选社区</Button>}>
          先选老人住的社区
        </Empty>
      )}
      {id && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && (
        <HouseholdForm
          community={data}
          forDesk={byPhone === '1'}
          asksMyName={me.name === ''}
          busy={add.busy}
          failure={add.failure}
          onSubmit={async home => {
            if (await add.run(home)) await back()
          }}
        />
      )}
    </Screen>
  )
}
