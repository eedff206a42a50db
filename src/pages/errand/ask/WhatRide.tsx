import { useState } from 'react'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { DayChoice } from './DayChoice'
import { daysFrom } from './days'
import type { StepProps } from './step'

const ways = [
  { value: 'there', label: '去考点' },
  { value: 'back', label: '从考点回家' },
]

/** 接送考生: the day, the place of the examination, there or back. */
export function WhatRide({ answers, now, put }: StepProps) {
  const way = answers.source ?? (answers.what === '' ? undefined : answers.pickUp ? 'back' : 'there')
  const [place, setPlace] = useState(way === 'back' ? answers.pickUp : answers.what.replace(/^送考生去/, ''))
  const say = (source: string | undefined, where: string) => {
    const named = where.trim()
    setPlace(where)
    put({ source, pickUp: source === 'back' ? named : '', what: rideWords(source, named) })
  }
  return (
    <>
      <Field label="哪一天">
        <DayChoice days={daysFrom(now)} chosen={answers.day} onChoose={day => put({ day, when: undefined })} />
      </Field>
      <Field label="去还是回">
        <Choice look="chips" options={ways} chosen={way} onChoose={next => say(next, place)} />
      </Field>
      <Field label="哪个考点" value={place} maxLength={30} onInput={where => say(way, where)} />
    </>
  )
}

function rideWords(way: string | undefined, place: string): string {
  if (!way || !place) return ''
  return way === 'back' ? '接考生回家' : `送考生去${place}`
}
