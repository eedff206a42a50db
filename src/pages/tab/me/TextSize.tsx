import { useTextSize } from '@/client'
import { Choice } from '@/components/Choice'
import { Section } from '@/components/Section'
import { textScales } from '@/components/Screen/text-size'

/** 字: 标准 · 大 · 特大, seen at once. */
export function TextSize() {
  const { scale, choose } = useTextSize()
  const chosen = textScales.find(one => one.scale === scale)?.name
  const pick = (name: string) => {
    const picked = textScales.find(one => one.name === name)
    if (picked) choose(picked.scale)
  }
  return (
    <Section title="字的大小">
      <Choice
        look="chips"
        ariaLabel="字的大小"
        options={textScales.map(({ name }) => ({ value: name, label: name }))}
        chosen={chosen}
        onChoose={pick}
      />
    </Section>
  )
}
