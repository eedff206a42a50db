import { View } from '@tarojs/components'
import { membership, type Colleague } from '@domain/membership'
import { clerkRole } from '@domain/role'
import { useAction, useMe, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'

interface Props {
  communityId: string
  stationId: string
  /** It is handed on: to whom, by name. */
  onDone: (name: string) => void
}

/** 交给同事: the other clerks of the shop, each a tap away from having it alone. Who keeps it by himself calls somebody in first. */
export function HandOn({ communityId, stationId, onDone }: Props) {
  const me = useMe()
  const { data, failure, reload } = useQuery(membership.colleagues, { communityId })
  const end = useAction(membership.end)
  const others = data?.rows.filter(row => row.stationId === stationId && row.personId !== me.id) ?? []
  const give = async ({ personId: to, name }: Colleague) => {
    const done = await end.run({ communityId, personId: me.id, role: clerkRole, stationId, to })
    if (done) onDone(name)
  }
  return (
    <Section title="交给同事">
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      <View className="membership-line">
        {data && others.length === 0
          ? '店里就您一位。先请一位同事来，他来了再交给他'
          : '交了您就不管这个驿站了。要回来，请他再请您'}
      </View>
      <View className="membership-part">
        {others.map(other => (
          <Button key={other.personId} icon="users" busy={end.busy} onTap={() => give(other)}>
            {`交给${other.name}`}
          </Button>
        ))}
      </View>
      {end.failure && <Notice tone="stuck">{end.failure.sentence}</Notice>}
    </Section>
  )
}
