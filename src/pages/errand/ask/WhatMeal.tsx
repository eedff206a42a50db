import { mealSourceNames, mealSources, tasteNames, tastes, type MealSource } from '@domain/errand/kind/meal'
import { Choice, toggled } from '@/components/Choice'
import { Field } from '@/components/Field'
import type { StepProps } from './step'

const sources = mealSourceNames.map(value => ({ value, label: mealSources[value] }))
const portions = ['一份饭', '两份饭'].map(value => ({ value, label: value }))
const diets = tasteNames.map(value => ({ value, label: tastes[value] }))

/** 送饭: from the canteen, a shop where it is ordered, or the family's own kitchen. */
export function WhatMeal({ answers, put }: StepProps) {
  const { source } = answers
  const choose = (value: MealSource) => {
    const pickUp = value === 'canteen' ? mealSources.canteen : ''
    put({ source: value, pickUp, code: '', what: answers.what || '一份饭' })
  }
  return (
    <>
      <Choice ariaLabel="从哪儿拿" options={sources} chosen={source} onChoose={choose} />
      {source === 'shop' && (
        <Field label="店名" value={answers.pickUp} maxLength={40} onInput={pickUp => put({ pickUp })} />
      )}
      {source === 'shop' && (
        <Field
          label="取餐号"
          hint="只有接单的人看得到"
          value={answers.code}
          maxLength={20}
          onInput={code => put({ code })}
        />
      )}
      {source === 'home' && (
        <Field
          label="上哪儿拿"
          placeholder="女儿家，5号楼门口"
          value={answers.pickUp}
          maxLength={40}
          onInput={pickUp => put({ pickUp })}
        />
      )}
      {source && (
        <Field label="几份">
          <Choice look="chips" options={portions} chosen={answers.what} onChoose={what => put({ what })} />
        </Field>
      )}
      {source && (
        <Field label="口味（可不选）">
          <Choice
            look="chips"
            options={diets}
            chosen={answers.tastes}
            onChoose={taste => put({ tastes: toggled(answers.tastes, taste) })}
          />
        </Field>
      )}
    </>
  )
}
