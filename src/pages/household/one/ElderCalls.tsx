import { View } from '@tarojs/components'
import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import { useAction, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions'
import { Section } from '@/components/Section'
import { Tag } from '@/components/Tag'

/** 要打的电话 of this household: what the elder must hear, because nobody of theirs has a phone for it. */
export function ElderCalls({ home }: { home: Household }) {
  const { data } = useQuery(household.untold, { communityId: home.communityId })
  const called = useAction(household.called)
  const rows = (data?.rows ?? []).filter(({ householdId }) => householdId === home.id)
  if (rows.length === 0) return null
  return (
    <Section title={`要打的电话 ${rows.length}`}>
      {rows.map(({ id, sentence, noAnswer }) => (
        <Card key={id}>
          <View className="household__who">{sentence}</View>
          {noAnswer && <Tag tone="waiting">打过，没人接</Tag>}
          <View className="household__pair">
            <Button look="quiet" inline busy={called.busy} onTap={() => called.run({ id, how: 'done' })}>
              打了
            </Button>
            <Button look="quiet" inline busy={called.busy} onTap={() => called.run({ id, how: 'noAnswer' })}>
              没人接
            </Button>
          </View>
          <FailureLine failure={called.failure} />
        </Card>
      ))}
    </Section>
  )
}
