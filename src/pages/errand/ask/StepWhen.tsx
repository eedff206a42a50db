import { View } from '@tarojs/components'
import { clockOf, slotsOn } from '@domain/time'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Notice } from '@/components/Notice'
import { DayChoice } from './DayChoice'
import { daysFrom, isPeak } from './days'
import type { StepProps } from './step'

/** 4. 什么时候要？ Half hours of a day; what has begun is not drawn. */
export function StepWhen({ answers, now, put, answer }: StepProps) {
  const days = daysFrom(now)
  const day = days.find(({ value }) => value === answers.day) ?? days[0]
  const slots = day ? slotsOn(day.value, now) : []
  const pick = (from: string) => {
    const slot = slots.find(each => String(each.from) === from)
    if (slot && day) answer({ when: slot, day: day.value })
  }
  return (
    <View className="ask__list">
      <DayChoice days={days} chosen={day?.value} onChoose={value => put({ day: value, when: undefined })} />
      {slots.some(isPeak) && <Notice tone="waiting">11-13 点师傅们最忙，早半小时更容易有人接</Notice>}
      {slots.length === 0 && <Empty icon="clock">这一天没有能选的时间了</Empty>}
      <Choice
        look="chips"
        ariaLabel="几点"
        options={slots.map(({ from, until }) => ({ value: String(from), label: `${clockOf(from)}-${clockOf(until)}` }))}
        chosen={answers.when && String(answers.when.from)}
        onChoose={pick}
      />
    </View>
  )
}
