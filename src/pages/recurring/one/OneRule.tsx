import { View } from '@tarojs/components'
import { dotted } from '@domain/line'
import { rhythmOf, type Recurring } from '@domain/recurring/record'
import { useMe, useNow } from '@/client'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { Tag } from '@/components/Tag'
import { standingOf, titleOfRule, whenWords } from '../words'
import { Calendar } from './Calendar'
import { RuleActions } from './RuleActions'

/** What it asks for, when, how it stands, its days, and what can be done about it. */
export function OneRule({ rule }: { rule: Recurring }) {
  const me = useMe()
  const now = useNow()
  const rhythm = rhythmOf(rule)
  const { standing, tone } = standingOf(rule, now)
  return (
    <View className="recurring">
      <View>
        <View className="recurring__title">{titleOfRule(rule, me)}</View>
        <View className="recurring__line">{dotted(rhythm && whenWords(rhythm), rule.what, rule.pickUp)}</View>
        {rule.askedBy && (
          <View className="recurring__line">{`${rule.askedBy}${rule.byPhone ? '（电话）' : ''}定的`}</View>
        )}
      </View>
      {rule.state !== 'kept' && <Tag tone={tone}>{standing}</Tag>}
      {rule.waits && rule.waits.length > 0 && <Notice tone="waiting">名字社区看过后，别人才看得到</Notice>}
      {rhythm && rule.state === 'going' && (
        <Section title="接下来两周">
          <Calendar rule={rule} rhythm={rhythm} />
        </Section>
      )}
      <RuleActions rule={rule} />
    </View>
  )
}
