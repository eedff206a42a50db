import { knockNames, knocks } from '@domain/household/words'
import { Choice, toggled } from '../Choice'
import { Field } from '../Field'
import type { HouseholdAnswers } from './answers'

const options = knockNames.map(value => ({ value, label: knocks[value] }))

interface Props {
  answers: Pick<HouseholdAnswers, 'knocks' | 'note'>
  put: (some: Partial<Pick<HouseholdAnswers, 'knocks' | 'note'>>) => void
}

/** 怎么敲门, as many as are true, and one line for whoever comes. */
export function Knocking({ answers: { knocks: chosen, note }, put }: Props) {
  return (
    <>
      <Field label="怎么敲门（可不选，可多选）">
        <Choice
          look="chips"
          options={options}
          chosen={chosen}
          onChoose={knock => put({ knocks: toggled(chosen, knock) })}
        />
      </Field>
      <Field
        label="还要告诉来的人什么（可不写）"
        placeholder="饭放门口凳子上"
        value={note}
        maxLength={60}
        onInput={words => put({ note: words })}
      />
    </>
  )
}
