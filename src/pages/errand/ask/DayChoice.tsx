import { useState } from 'react'
import { weekStart, momentOf } from '@domain/time'
import { Choice } from '@/components/Choice'
import type { Day } from './days'

const others = 'others'
const nearDays = 2
/** As many are read at a glance; more are found by their week. */
const mostAtOnce = 8

interface Props {
  days: readonly Day[]
  chosen: string | undefined
  onChoose: (day: string) => void
}

/** 今天 · 明天 · 别的日子: the far days stand behind one tap, and where there are many, each behind its week. */
export function DayChoice({ days, chosen, onChoose }: Props) {
  const isFar = days.findIndex(({ value }) => value === chosen) >= nearDays
  const [open, setOpen] = useState(false)
  const isMany = days.length > mostAtOnce
  const near = days.slice(0, nearDays)
  const far = days.length > nearDays ? [{ value: others, label: '别的日子' }] : []
  const isOpen = open || isFar
  return (
    <>
      <Choice
        look="chips"
        ariaLabel="哪一天"
        options={isOpen && !isMany ? days : [...near, ...far]}
        chosen={isMany && isFar ? others : chosen}
        onChoose={value => {
          if (value === others) return setOpen(true)
          setOpen(false)
          onChoose(value)
        }}
      />
      {isOpen && isMany && <WeekChoice days={days.slice(nearDays)} chosen={chosen} onChoose={onChoose} />}
    </>
  )
}

const weekOf = (day: string): string => String(weekStart(momentOf(day, '12:00')))

/** Which week, then which day of it. */
function WeekChoice({ days, chosen, onChoose }: Props) {
  const isHere = days.some(({ value }) => value === chosen)
  const [week, setWeek] = useState(isHere && chosen ? weekOf(chosen) : undefined)
  const weeks = [...new Set(days.map(({ value }) => weekOf(value)))].map(value => {
    const within = days.filter(day => weekOf(day.value) === value)
    return { value, label: spanOf(within), within }
  })
  const within = weeks.find(({ value }) => value === week)?.within
  return (
    <>
      <Choice look="chips" label="哪一周" options={weeks} chosen={week} onChoose={setWeek} />
      {within && <Choice look="chips" label="哪一天" options={within} chosen={chosen} onChoose={onChoose} />}
    </>
  )
}

/** 3月9日 到 3月15日. */
function spanOf(days: readonly Day[]): string {
  const [first, last] = [days[0], days.at(-1)].map(day => day?.date)
  return first === last ? String(first) : `${first} 到 ${last}`
}
