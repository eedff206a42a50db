import { View } from '@tarojs/components'
import type { Window } from '@domain/time'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Notice } from '@/components/Notice'
import { needsBack } from './answers'
import { DayChoice } from './DayChoice'
import { daysFrom, isPeak, slotsFor } from './days'
import { SlotChoice } from './SlotChoice'
import type { StepProps } from './step'

/** 4. 什么时候要？ Half hours of a day; what has begun is not drawn. Both ways of an examination have one each. */
export function StepWhen({ answers, now, put, answer }: StepProps) {
  const { when, back } = answers
  const days = daysFrom(now, answers.kind)
  const day = days.find(({ value }) => value === answers.day) ?? days[0]
  const slots = day ? slotsFor(answers.kind, day.value, now) : []
  const both = needsBack(answers)
  const pick = (slot: Window) => {
    if (!day) return
    const chosen = { when: slot, day: day.value }
    if (both) put({ ...chosen, back: undefined })
    else answer(chosen)
  }
  return (
    <View className="ask__list">
      <DayChoice
        days={days}
        chosen={day?.value}
        onChoose={value => put({ day: value, when: undefined, back: undefined })}
      />
      {answers.kind !== 'ride' && slots.some(isPeak) && (
        <Notice tone="waiting">11-13 点师傅们最忙，早半小时更容易有人接</Notice>
      )}
      {slots.length === 0 && <Empty icon="clock">这一天没有能选的时间了</Empty>}
      <SlotChoice
        {...(both && { label: '几点送去', onAnew: () => put({ when: undefined, back: undefined }) })}
        slots={slots}
        chosen={when}
        onPick={pick}
      />
      {both && when && (
        <SlotChoice
          label="几点接回来"
          slots={slots.filter(({ from }) => from >= when.until)}
          chosen={back}
          onPick={slot => put({ back: slot })}
          onAnew={() => put({ back: undefined })}
        />
      )}
      {both && when && back && <Button onTap={() => answer({})}>下一步</Button>}
    </View>
  )
}
