import { View } from '@tarojs/components'
import type { Matter } from '@domain/consent'
import { texts } from '@domain/consent/text'
import { Agree } from '@/components/Agree'
import { Card } from '@/components/Card'
import '../rider.scss'

interface Props {
  asked: readonly Matter[]
  agreed: readonly Matter[]
  onAgree: (agreed: Matter[]) => void
}

/** 先说好: what both sides promise, short enough to be read standing, and the ticks. */
export function Agreeing({ asked, agreed, onAgree }: Props) {
  return (
    <View className="rider-stack">
      <Card>
        {texts.pledge.map(line => (
          <View key={line} className="rider-words">
            {line}
          </View>
        ))}
      </Card>
      <Agree asked={asked} ticked={agreed} onTick={onAgree} />
    </View>
  )
}
