import { View } from '@tarojs/components'
import { useState } from 'react'
import { beijing, momentOf } from '@domain/time'
import { Choice } from '@/components/Choice'
import '../rider.scss'

interface Props {
  /** The first day that can be chosen, `'2026-03-01'`. */
  from: string
  onChoose: (day: string) => void
}

const years = 11
const two = (n: number): string => String(n).padStart(2, '0')

/** A day to come, by year, month and day; what is past is not drawn. */
export function DayChoice({ from, onChoose }: Props) {
  const [year, setYear] = useState<string>()
  const [month, setMonth] = useState<string>()
  const first = Number(from.slice(0, 4))
  const yearOptions = Array.from({ length: years }, (_, i) => String(first + i))
  const months = Array.from({ length: 12 }, (_, i) => two(i + 1)).filter(m => `${year}-${m}-31` >= from)
  const count = year && month ? beijing(momentOf(`${year}-${month}-01`, '00:00')).daysInMonth() : 0
  const days = Array.from({ length: count }, (_, i) => two(i + 1)).filter(d => `${year}-${month}-${d}` >= from)
  const named = (list: readonly string[], unit: string) =>
    list.map(value => ({ value, label: `${Number(value)}${unit}` }))
  return (
    <View className="rider-stack">
      <Choice
        look="chips"
        ariaLabel="哪年"
        options={named(yearOptions, '年')}
        chosen={year}
        onChoose={next => {
          setYear(next)
          setMonth(undefined)
        }}
      />
      {year && (
        <Choice look="chips" ariaLabel="几月" options={named(months, '月')} chosen={month} onChoose={setMonth} />
      )}
      {year && month && (
        <Choice
          look="chips"
          ariaLabel="几日"
          options={named(days, '日')}
          chosen={undefined}
          onChoose={day => onChoose(`${year}-${month}-${day}`)}
        />
      )}
    </View>
  )
}
