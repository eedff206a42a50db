import { View } from '@tarojs/components'
import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import { may } from '@domain/operation'
import { dayWords } from '@domain/recurring/day'
import { useAction, useMe, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { NameStandIn } from './NameStandIn'

/** Whoever is named, day by day, and the way to name somebody. */
export function StandIns({ home }: { home: Household }) {
  const { id, elder = '老人家', regularRider } = home
  const me = useMe()
  const { data, failure, reload } = useQuery(household.substitutes, { id })
  const back = useAction(household.unsubstitute)
  const rows = data?.rows ?? []
  const isDesk = may(household.regular, me, home)
  return (
    <View className="household">
      <View>
        <View className="household__name">{elder}</View>
        <View className="household__place">{regularRider ? `平时是${regularRider}` : '还没有常来的师傅'}</View>
      </View>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && rows.length === 0 && <Empty icon="calendar">还没有请人替的日子</Empty>}
      {rows.map(({ id: rowId, on, riderName, keptBy }) => (
        <Card key={rowId}>
          <View className="household__row">
            <View className="household__who">{`${dayWords(on)}，${riderName}来`}</View>
            <View className="household__line">{regularRider ? `第二天照常${regularRider}` : '只这一天'}</View>
            {keptBy && <View className="household__line">{`那天有一单${keptBy}先答应了，还是他去`}</View>}
          </View>
          {isDesk && (
            <Button look="quiet" ariaLabel={`${dayWords(on)}，不用替了`} onTap={() => back.run({ id, on })}>
              不用替了
            </Button>
          )}
        </Card>
      ))}
      <FailureLine failure={back.failure} />
      {isDesk && data && <NameStandIn home={home} named={rows.map(({ on }) => on)} />}
    </View>
  )
}
