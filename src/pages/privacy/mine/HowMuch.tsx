import { View } from '@tarojs/components'
import type { Mine } from '@domain/privacy'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Section } from '@/components/Section'

/** 记着多少: counts, and where they can be read. */
export function HowMuch({ mine }: { mine: Mine }) {
  const { errands, carried, visits, lessons, groups, reminders } = mine
  const lines = [
    errands > 0 && `点的单 ${errands} 件`,
    carried > 0 && `送过的单 ${carried} 件`,
    visits > 0 && `到过驿站 ${visits} 次`,
    lessons > 0 && `打开过 ${lessons} 课，记着看到第几页`,
    ...groups.map(({ name, on }) => `${on} 从“${name}”来过`),
    reminders > 0 && `微信提醒还剩 ${reminders} 次`,
  ].filter(line => line !== false)
  return (
    <Section title="记着多少">
      <Card>
        {lines.length === 0 && <View className="privacy-line">什么都没记</View>}
        {lines.map(line => (
          <View key={line} className="privacy-line">
            {line}
          </View>
        ))}
        {errands > 0 && (
          <Button look="quiet" icon="list" onTap={() => go(paths.errandMine())}>
            看我的点单
          </Button>
        )}
      </Card>
    </Section>
  )
}
