import { View } from '@tarojs/components'
import { useState } from 'react'
import { errand } from '@domain/errand'
import type { Stop } from '@domain/errand/record'
import { clockOf, dayWord, hourMs } from '@domain/time'
import { useAction, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'

interface Props {
  communityId: string
  stop: Stop | undefined
}

/** The stop stands with the community itself. */
const ofCommunity = ['people'] as const
const reasons = ['暴雨', '大风', '冰雪', '高温', '台风'] as const
const lengths = ['1', '2', '4', '8'] as const
const optionsOf = <T extends string>(values: readonly T[], unit = '') =>
  values.map(value => ({ value, label: `${value}${unit}` }))

/** 天气停派: one tap stops, another goes on; reason and length stand ready. */
export function Weather({ communityId, stop }: Props) {
  const now = useNow()
  const stopping = useAction(errand.stop, ofCommunity)
  const going = useAction(errand.goOn, ofCommunity)
  const [why, setWhy] = useState<(typeof reasons)[number]>('暴雨')
  const [hours, setHours] = useState<(typeof lengths)[number]>('2')
  if (stop && stop.until > now) {
    return (
      <Section title="天气停派">
        <View className="pace">
          <Notice tone="waiting" icon="umbrella">
            {`${stop.why}，停到${dayWord(stop.until, now)} ${clockOf(stop.until)}。不派、不接，家里和师傅都知道了。`}
          </Notice>
          <Button busy={going.busy} onTap={() => going.run({ communityId })}>
            恢复派单
          </Button>
          <FailureLine failure={going.failure} />
        </View>
      </Section>
    )
  }
  return (
    <Section title="天气停派">
      <View className="pace">
        <Choice label="什么天气？" look="chips" options={optionsOf(reasons)} chosen={why} onChoose={setWhy} />
        <Choice
          label="停多久？"
          look="chips"
          options={optionsOf(lengths, ' 小时')}
          chosen={hours}
          onChoose={setHours}
        />
        <Button
          icon="umbrella"
          busy={stopping.busy}
          onTap={() => stopping.run({ communityId, why, until: now + Number(hours) * hourMs })}
        >
          全社区停一停
        </Button>
        <Notice>
          停了以后不派、不接；手上有单的师傅会收到“停稳、安全第一”，家里也会知道。新的点单照收，到时候再安排。
        </Notice>
        <FailureLine failure={stopping.failure} />
      </View>
    </Section>
  )
}
