import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Section } from '@/components/Section'
import { changedAt, emptyGroup, type DraftGroup } from './draft'

interface Props {
  groups: readonly DraftGroup[]
  onChange: (groups: DraftGroup[]) => void
}

const audiences = [
  { value: 'residents', label: '居民群' },
  { value: 'riders', label: '师傅群' },
  { value: 'all', label: '都在' },
] as const

/** 社区的微信群: by name and whom it gathers; which it is in WeChat is shown by the desk (认群). */
export function GroupFields({ groups, onChange }: Props) {
  const change = (at: number, more: Partial<DraftGroup>) => onChange(changedAt(groups, at, more))
  return (
    <Section title="微信群">
      <View className="membership-part">
        {groups.map(({ id, name, audience }, at) => (
          <Card key={id ?? at}>
            <Field label="群名" value={name} maxLength={20} onInput={value => change(at, { name: value })} />
            <Choice
              ariaLabel="群里是谁"
              look="chips"
              options={audiences}
              chosen={audience}
              onChoose={value => change(at, { audience: value })}
            />
          </Card>
        ))}
        <Button look="text" icon="plus" onTap={() => onChange([...groups, emptyGroup])}>
          加一个群
        </Button>
      </View>
    </Section>
  )
}
