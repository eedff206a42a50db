import { legNames } from '@domain/errand/kind/ride'
import { Choice, toggled } from '@/components/Choice'
import { Field } from '@/components/Field'
import { DayChoice } from './DayChoice'
import { daysFrom } from './days'
import type { StepProps } from './step'

const labels = { there: '去', back: '回' } as const
const ways = legNames.map(value => ({ value, label: labels[value] }))

/** 接送考生: the day, the place of the examination, there or back or both, and where the ticket lies. */
export function WhatRide({ answers, now, put }: StepProps) {
  const { place, legs, ticketAt, day } = answers
  const anew = { when: undefined, back: undefined }
  return (
    <>
      <Field label="哪一天">
        <DayChoice days={daysFrom(now, 'ride')} chosen={day} onChoose={next => put({ day: next, ...anew })} />
      </Field>
      <Field
        label="哪个考点"
        placeholder="第一中学"
        value={place}
        maxLength={30}
        onInput={next => put({ place: next })}
      />
      <Field label="去、回（可以都选）">
        <Choice
          look="chips"
          options={ways}
          chosen={legs}
          onChoose={leg => put({ legs: toggled(legs, leg), ...anew })}
        />
      </Field>
      <Field
        label="准考证放在哪儿（可不写）"
        hint="只有接单的人看得到"
        placeholder="在书包里"
        value={ticketAt}
        maxLength={40}
        onInput={next => put({ ticketAt: next })}
      />
    </>
  )
}
