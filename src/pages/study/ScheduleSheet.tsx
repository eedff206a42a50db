import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Failure } from '@domain/failure'
import { useNow } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Fold } from '@/components/Fold'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { daysAhead, otherSlots, shiftSlots, type SendSlot } from './slots'
import { momentWords } from './words'

interface Props {
  open: boolean
  failure?: Failure
  onChoose: (at: number) => Promise<void>
  onClose: () => void
}

const options = (slots: readonly SendSlot[]) => slots.map(({ at, words }) => ({ value: String(at), label: words }))

/** 定时发: a day and a half hour, those before a shift first; what has passed is not drawn. */
export function ScheduleSheet({ open, failure, onChoose, onClose }: Props) {
  const now = useNow()
  const days = daysAhead(now)
  const [chosenDay, setDay] = useState<string>()
  const [at, setAt] = useState<string>()
  const day = days.find(one => one.day === chosenDay)?.day ?? days[0]?.day ?? ''
  const [before, others] = [shiftSlots(day, now), otherSlots(day, now)]
  const foot = (
    <Button disabled={!at} icon="clock" onTap={() => onChoose(Number(at))}>
      {at ? `定在${momentWords(Number(at), now)} 发` : '先选一个时间'}
    </Button>
  )
  const chooseDay = (one: string) => {
    setDay(one)
    setAt(undefined)
  }
  return (
    <Sheet open={open} title="什么时候发" onClose={onClose} foot={foot}>
      <View className="lessons">
        <Choice
          look="chips"
          options={days.map(one => ({ value: one.day, label: one.words }))}
          chosen={day}
          onChoose={chooseDay}
          ariaLabel="哪天"
        />
        {before.length > 0 && (
          <Field label="班前半小时">
            <Choice look="chips" options={options(before)} chosen={at} onChoose={setAt} ariaLabel="班前半小时" />
          </Field>
        )}
        {others.length > 0 && (
          <Fold title="别的时间" open={before.length === 0}>
            <Choice look="chips" options={options(others)} chosen={at} onChoose={setAt} ariaLabel="别的时间" />
          </Fold>
        )}
        {before.length + others.length === 0 && <Notice>今天的时间都过了，请选明天</Notice>}
        {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      </View>
    </Sheet>
  )
}
