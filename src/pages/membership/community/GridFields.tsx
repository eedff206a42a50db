import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choice, toggled } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Section } from '@/components/Section'
import { changedAt, emptyGrid, type DraftGrid } from './draft'

interface Props {
  grids: readonly DraftGrid[]
  /** 金星小区 3号楼, all of them. */
  buildings: readonly string[]
  onChange: (grids: DraftGrid[]) => void
}

/** 网格: a name, and which buildings are in it. */
export function GridFields({ grids, buildings, onChange }: Props) {
  const change = (at: number, more: Partial<DraftGrid>) => onChange(changedAt(grids, at, more))
  return (
    <Section title="网格">
      <View className="membership-part">
        {grids.map(({ id, name, buildings: held }, at) => (
          <Card key={id ?? at}>
            <Field label="网格名称" value={name} maxLength={20} onInput={value => change(at, { name: value })} />
            <Choice
              ariaLabel={`${name}有哪些楼`}
              look="chips"
              options={buildings.map(value => ({ value, label: value }))}
              chosen={held}
              onChoose={value => change(at, { buildings: toggled(held, value) })}
            />
            <Button look="text" onTap={() => onChange(grids.filter((_, other) => other !== at))}>
              去掉这个网格
            </Button>
          </Card>
        ))}
        <Button look="text" icon="plus" onTap={() => onChange([...grids, emptyGrid])}>
          加一个网格
        </Button>
      </View>
    </Section>
  )
}
