import { View } from '@tarojs/components'
import { useState } from 'react'
import { dotted } from '@domain/line'
import { recurring } from '@domain/recurring'
import { kinds } from '@domain/errand/record'
import { go, paths, useMe, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { HomeEntry } from '@/components/HomeEntry'
import { ListCard } from '@/components/ListCard'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screenful } from '@/components/Screenful'
import { Section } from '@/components/Section'
import { ruleCard, titleOfRule } from '../words'

interface Props {
  householdId: string
  after?: string
}

/** 定期的 with their days first, then 常用; made from an errand that was asked once. */
export function RulesPage({ householdId, after }: Props) {
  const me = useMe()
  const now = useNow()
  const { data, failure, reload } = useQuery(recurring.list, after ? { householdId, after } : { householdId })
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const kept = data.rows.filter(({ state }) => state === 'kept')
  const rules = data.rows.filter(({ state }) => state !== 'kept')
  const open = (id: string) => void go(paths.recurringOne({ id }))
  return (
    <View className="recurring">
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      {data.rows.length === 0 && !after && (
        <Empty
          icon="calendar"
          foot={
            <Button look="quiet" onTap={() => go(paths.householdErrands({ id: householdId }))}>
              从点过的单里挑一个
            </Button>
          }
        >
          还没有定期的。点过一次的单，可以每周都要
        </Empty>
      )}
      {rules.length > 0 && (
        <Section title="定期的">
          <Screenful rows={rules}>
            {shown => shown.map(rule => <ListCard key={rule.id} card={ruleCard(rule, me, now)} onOpen={open} />)}
          </Screenful>
        </Section>
      )}
      {kept.length > 0 && (
        <Section title="常用">
          {kept.map(rule => (
            <HomeEntry
              key={rule.id}
              icon={kinds[rule.kind ?? 'other'].icon}
              title={titleOfRule(rule, me)}
              line={dotted(rule.what, rule.pickUp)}
              onOpen={() => open(rule.id)}
            />
          ))}
        </Section>
      )}
      {data.next && !more && (
        <Button look="text" onTap={() => setMore(true)}>
          再看早一些的
        </Button>
      )}
      {data.next && more && <RulesPage householdId={householdId} after={data.next} />}
    </View>
  )
}
