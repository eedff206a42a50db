import type { Community } from '@domain/people'
import { Choice } from '../Choice'
import { Field } from '../Field'
import type { PlaceAnswers } from './answers'

const lift = [
  { value: 'lift', label: '有电梯' },
  { value: 'stairs', label: '没电梯' },
] as const

interface Props {
  community: Community
  answers: PlaceAnswers
  put: (some: Partial<PlaceAnswers>) => void
}

/** Where the home is: compound and building chosen from what the community has, the rest short enough to type. */
export function HouseholdPlace({ community, answers, put }: Props) {
  const compound = community.compounds.find(({ id }) => id === answers.compoundId)
  const choose = (compoundId: string) => {
    const chosen = community.compounds.find(({ id }) => id === compoundId)
    put({ compoundId, building: '', ...(chosen?.hasLift ? { hasLift: true } : {}) })
  }
  return (
    <>
      <Field label="哪个小区">
        <Choice
          look="chips"
          options={community.compounds.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={answers.compoundId}
          onChoose={choose}
        />
      </Field>
      {compound && (
        <Field label="哪栋楼">
          <Choice
            look="chips"
            options={compound.buildings.map(value => ({ value, label: value }))}
            chosen={answers.building}
            onChoose={building => put({ building })}
          />
        </Field>
      )}
      <Field label="几单元" placeholder="2" value={answers.unit} maxLength={10} onInput={unit => put({ unit })} />
      <Field label="门牌" placeholder="602" value={answers.door} maxLength={10} onInput={door => put({ door })} />
      <Field
        label="几楼"
        typed="number"
        placeholder="6"
        value={answers.floor}
        maxLength={3}
        onInput={floor => put({ floor })}
      />
      <Field label="有没有电梯">
        <Choice
          look="chips"
          options={lift}
          chosen={answers.hasLift === undefined ? undefined : answers.hasLift ? 'lift' : 'stairs'}
          onChoose={way => put({ hasLift: way === 'lift' })}
        />
      </Field>
    </>
  )
}
