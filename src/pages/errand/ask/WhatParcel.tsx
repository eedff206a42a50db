import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Heavy } from './Heavy'
import type { StepProps } from './step'

const fetching = '取快递'
const ways = [
  { value: fetching, label: '取' },
  { value: '寄快递', label: '寄' },
]

/** 取寄快递: which parcel station, and the code that only the rider who has it reads. */
export function WhatParcel({ answers, put }: StepProps) {
  return (
    <>
      <Choice look="chips" ariaLabel="取还是寄" options={ways} chosen={answers.what} onChoose={what => put({ what })} />
      <Field
        label="哪个快递驿站"
        placeholder="南门快递驿站"
        value={answers.pickUp}
        maxLength={40}
        onInput={pickUp => put({ pickUp })}
      />
      {answers.what === fetching && (
        <Field
          label="取件码"
          hint="只有接单的人看得到"
          value={answers.code}
          maxLength={20}
          onInput={code => put({ code })}
        />
      )}
      <Heavy answers={answers} put={put} />
    </>
  )
}
