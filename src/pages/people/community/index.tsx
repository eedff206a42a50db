import { people } from '@domain/people'
import { back, useCommunity, useQuery } from '@/client'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'

/** 选社区: anyone may look at any; what he may do there is decided by his memberships. */
export default function PeopleCommunity() {
  const { data, failure, reload } = useQuery(people.communities, {})
  const { id, choose } = useCommunity()
  const pick = (chosen: string) => {
    choose(chosen)
    void back()
  }
  return (
    <Screen>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data?.rows.length === 0 && <Empty icon="house">这里还没有社区用上新邻</Empty>}
      {data && (
        <Choice
          ariaLabel="您在哪个社区"
          options={data.rows.map(row => ({ value: row.id, label: row.name }))}
          chosen={id}
          onChoose={pick}
        />
      )}
    </Screen>
  )
}
