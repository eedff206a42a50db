import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Section } from '@/components/Section'
import { changedAt, emptyCompound, type DraftCompound } from './draft'

interface Props {
  compounds: readonly DraftCompound[]
  onChange: (compounds: DraftCompound[]) => void
}

const lifts = [
  { value: 'yes', label: '有电梯' },
  { value: 'no', label: '没电梯' },
] as const

/** 小区 and their buildings: what stands already is renamed and added to, never taken away. */
export function CompoundFields({ compounds, onChange }: Props) {
  const change = (at: number, more: Partial<DraftCompound>) => onChange(changedAt(compounds, at, more))
  return (
    <Section title="小区">
      <View className="membership-part">
        {compounds.map(({ id, name, buildings, hasLift }, at) => (
          <Card key={id ?? at}>
            <Field label="小区名称" value={name} maxLength={20} onInput={value => change(at, { name: value })} />
            <Field
              label="有哪些楼"
              hint="空格隔开：1号楼 2号楼"
              typed="long"
              value={buildings}
              maxLength={400}
              onInput={value => change(at, { buildings: value })}
            />
            <Choice
              ariaLabel="电梯"
              look="chips"
              options={lifts}
              chosen={hasLift ? 'yes' : 'no'}
              onChoose={value => change(at, { hasLift: value === 'yes' })}
            />
          </Card>
        ))}
        <Button look="text" icon="plus" onTap={() => onChange([...compounds, emptyCompound])}>
          加一个小区
        </Button>
      </View>
    </Section>
  )
}
