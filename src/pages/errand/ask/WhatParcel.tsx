import { parcelWayNames } from '@domain/errand/kind/parcel'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Heavy } from './Heavy'
import type { StepProps } from './step'

const labels = { fetch: '取', send: '寄' } as const
const ways = parcelWayNames.map(value => ({ value, label: labels[value] }))

/** 取寄快递: which parcel station, and the code that only the rider who has it reads. */
export function WhatParcel({ answers, put }: StepProps) {
  return (
    <>
      <Choice look="chips" ariaLabel="取还是寄" options={ways} chosen={answers.way} onChoose={way => put({ way })} />
      <Field
        label="哪个快递驿站"
        placeholder="南门快递驿站"
        value={answers.pickUp}
        maxLength={40}
        onInput={pickUp => put({ pickUp })}
      />
      {answers.way === 'fetch' && (
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
