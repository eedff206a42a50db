import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import type { StepProps } from './step'
import { Tick } from './Tick'

const readiness = [
  { value: 'yes', label: '都好了' },
  { value: 'no', label: '还没有' },
] as const

/** 拿药: prescribed and paid for first; the record of it needs its own tick (PIPL 28-30). */
export function WhatMedicine({ answers, put }: StepProps) {
  const { pickUp, code, ready, health } = answers
  return (
    <>
      <Field
        label="哪家药房"
        placeholder="人民路药房"
        value={pickUp}
        maxLength={40}
        onInput={next => put({ pickUp: next })}
      />
      <Field label="药开好、钱付了吗？">
        <Choice
          look="chips"
          options={readiness}
          chosen={ready === undefined ? undefined : ready ? 'yes' : 'no'}
          onChoose={value => put({ ready: value === 'yes' })}
        />
      </Field>
      {ready === false && <Notice tone="waiting">先打电话给药房，付好再来。您填的都在。不会弄，打电话给社区</Notice>}
      {ready && (
        <Field
          label="取药号"
          hint="只有接单的人看得到"
          value={code}
          maxLength={20}
          onInput={next => put({ code: next })}
        />
      )}
      <Tick label="同意为这次拿药记录" on={health === true} onTick={next => put({ health: next })} />
      <Button look="text" onTap={() => go(paths.peopleConsent({ what: 'health' }))}>
        看《拿药记录说明》
      </Button>
    </>
  )
}
