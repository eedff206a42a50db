import { kindNames, kinds } from '@domain/errand/record'
import { Choice } from '@/components/Choice'
import { blank } from './answers'
import type { StepProps } from './step'

const options = kindNames.map(kind => ({ value: kind, label: kinds[kind].name, icon: kinds[kind].icon }))

/** Another kind begins the third and the fifth question anew; what one kind needs says nothing of another. */
const { what, pickUp, code, note, tastes, items, place, legs, ticketAt } = blank
const anew = {
  what,
  pickUp,
  code,
  note,
  tastes,
  items,
  place,
  legs,
  ticketAt,
  ifNone: undefined,
  way: undefined,
  back: undefined,
  heavy: undefined,
  health: undefined,
  ready: undefined,
  source: undefined,
  money: undefined,
}

/** 1. 帮什么忙？ */
export function StepKind({ answers, answer }: StepProps) {
  return (
    <Choice
      ariaLabel="帮什么忙"
      options={options}
      chosen={answers.kind}
      onChoose={kind => answer({ kind, ...(kind === answers.kind ? {} : anew) })}
    />
  )
}
