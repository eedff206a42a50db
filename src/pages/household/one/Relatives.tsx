import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import { useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Section } from '@/components/Section'
import { Asking } from './Asking'
import { OneRelative } from './OneRelative'
import { PassCode } from './PassCode'

/** 家里人: who asks to be one, who is one, and the code for one more. */
export function Relatives({ home }: { home: Household }) {
  const { data, failure, reload } = useQuery(household.relatives, { id: home.id })
  const rows = data?.rows ?? []
  const asking = rows.filter(({ state }) => state === 'asked')
  const bound = rows.filter(({ state }) => state === 'bound')
  return (
    <Section title="家里人">
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {asking.map(row => (
        <Asking key={row.id} binding={row} home={home} />
      ))}
      {data && bound.length === 0 && <Empty icon="users">还没有家里人用小程序，有事社区打电话</Empty>}
      {bound.map(row => (
        <OneRelative key={row.id} binding={row} home={home} />
      ))}
      <PassCode home={home} />
    </Section>
  )
}
