import { Field } from '@/components/Field'
import type { StepProps } from './step'

/** 别的事: one sentence. */
export function WhatOther({ answers, put }: StepProps) {
  return (
    <Field
      label="什么事，写一句"
      placeholder="帮忙换个灯泡"
      typed="long"
      value={answers.what}
      maxLength={60}
      onInput={what => put({ what })}
    />
  )
}
