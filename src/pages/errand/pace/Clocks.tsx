import { View } from '@tarojs/components'
import { useState } from 'react'
import { kindNames, kinds, type Kind } from '@domain/errand/record'
import type { Urgency } from '@domain/errand/clocks'
import { clockWords } from '@domain/errand/due-words'
import { Card } from '@/components/Card'
import { Choice } from '@/components/Choice'
import { Section } from '@/components/Section'

const kindOptions = kindNames.map(value => ({ value, label: kinds[value].name }))
const urgencyOptions = [
  { value: 'routine', label: '平常' },
  { value: 'urgent', label: '急' },
] as const

/** 多久会催: the table of clocks, in words. */
export function Clocks() {
  const [kind, setKind] = useState<Kind>('meal')
  const [urgency, setUrgency] = useState<Urgency>('routine')
  return (
    <Section title="多久会催">
      <View className="pace">
        <Choice ariaLabel="哪种事" look="chips" options={kindOptions} chosen={kind} onChoose={setKind} />
        <Choice ariaLabel="急不急" look="chips" options={urgencyOptions} chosen={urgency} onChoose={setUrgency} />
        <Card>
          {clockWords(kind, urgency).map(line => (
            <View key={line} className="pace__line">
              {line}
            </View>
          ))}
        </Card>
      </View>
    </Section>
  )
}
