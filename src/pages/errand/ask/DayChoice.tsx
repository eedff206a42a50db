import { useState } from 'react'
import { Choice } from '@/components/Choice'
import type { Day } from './days'

const others = 'others'
const nearDays = 2

interface Props {
  days: readonly Day[]
  chosen: string | undefined
  onChoose: (day: string) => void
}

/** 今天 · 明天 · 别的日子: the far days stand behind one tap. */
export function DayChoice({ days, chosen, onChoose }: Props) {
  const isFar = days.findIndex(({ value }) => value === chosen) >= nearDays
  const [open, setOpen] = useState(false)
  const near = days.slice(0, nearDays)
  const far = days.length > nearDays ? [{ value: others, label: '别的日子' }] : []
  const shown = open || isFar ? days : [...near, ...far]
  return (
    <Choice
      look="chips"
      ariaLabel="哪一天"
      options={shown}
      chosen={chosen}
      onChoose={value => (value === others ? setOpen(true) : onChoose(value))}
    />
  )
}
