import { View } from '@tarojs/components'
import { dayAfter, dayName, dayWords, weekdays, weekdayWord } from '@domain/recurring/day'
import { dayOf } from '@domain/time'
import { Choice, toggled } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Fold } from '@/components/Fold'
import { daysFromOn, halfHours, type Chosen } from './days'
import './recurring.scss'

interface Props {
  chosen: Chosen
  now: number
  onChange: (chosen: Chosen) => void
}

const named = weekdays.map(day => ({ value: String(day), label: weekdayWord(day), day }))
const lengths = [
  { value: 'open', label: '一直要', days: 0 },
  { value: 'month', label: '一个月', days: 30 },
  { value: 'season', label: '三个月', days: 91 },
] as const
const twoWeeks = 14

/** 哪几天要: days of the week first, for that is what most people mean; single days, hours and the end are one tap away. */
export function RhythmForm({ chosen, now, onChange }: Props) {
  const tomorrow = dayAfter(dayOf(now))
  const put = (some: Partial<Chosen>) => onChange({ ...chosen, ...some })
  const endOf = (days: number) => {
    const { untilOn: _before, ...open } = chosen
    onChange(days === 0 ? open : { ...open, untilOn: dayAfter(chosen.fromOn, days - 1) })
  }
  const length = lengths.find(({ days }) => days > 0 && chosen.untilOn === dayAfter(chosen.fromOn, days - 1))
  return (
    <View className="recurring">
      <Field label="每周哪几天">
        <Choice
          look="chips"
          ariaLabel="每周哪几天"
          options={named}
          chosen={chosen.weekdays.map(String)}
          onChoose={value => {
            const day = named.find(one => one.value === value)?.day
            if (day) put({ weekdays: toggled(chosen.weekdays, day) })
          }}
        />
      </Field>
      <Fold title={`几点：${chosen.from}-${chosen.until}`}>
        <Choice
          look="chips"
          ariaLabel="几点"
          options={halfHours()}
          chosen={chosen.from}
          onChoose={from =>
            put({ from, until: halfHours().find(({ value }) => value === from)?.until ?? chosen.until })
          }
        />
      </Fold>
      <Fold title={`从哪天：${dayName(chosen.fromOn)}`}>
        <Choice
          look="chips"
          ariaLabel="从哪天"
          options={daysFromOn(tomorrow, twoWeeks).map(value => ({ value, label: dayWords(value) }))}
          chosen={chosen.fromOn}
          onChoose={fromOn => put({ fromOn })}
        />
      </Fold>
      <Fold title={`到哪天：${chosen.untilOn ? dayName(chosen.untilOn) : '一直要'}`}>
        <Choice
          look="chips"
          ariaLabel="到哪天"
          options={lengths}
          chosen={chosen.untilOn ? length?.value : 'open'}
          onChoose={value => endOf(lengths.find(one => one.value === value)?.days ?? 0)}
        />
      </Fold>
      <Fold title="只要某几天" count={chosen.dates.length}>
        <Choice
          look="chips"
          ariaLabel="只要某几天"
          options={daysFromOn(tomorrow, twoWeeks).map(value => ({ value, label: dayWords(value) }))}
          chosen={chosen.dates}
          onChoose={day => put({ dates: toggled(chosen.dates, day) })}
        />
      </Fold>
    </View>
  )
}
