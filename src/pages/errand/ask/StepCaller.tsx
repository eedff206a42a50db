import type { Community } from '@domain/people'
import { Choice } from '@/components/Choice'
import { StepFor } from './StepFor'
import { StepKind } from './StepKind'
import type { StepProps } from './step'
import { Usual } from './Usual'

const heard = [
  { value: 'phone', label: '接到电话' },
  { value: 'group', label: '群里看到的' },
] as const

/** 接到电话 or 群里看到的: first whose household it is, then what they usually ask for, else what it is this time. */
export function StepCaller({ community, ...step }: StepProps & { community: Community }) {
  const { householdId, inGroup = false } = step.answers
  if (householdId === undefined)
    return (
      <>
        <Choice
          look="chips"
          ariaLabel="怎么知道的"
          options={heard}
          chosen={inGroup ? 'group' : 'phone'}
          onChoose={way => step.put({ inGroup: way === 'group' })}
        />
        <StepFor {...step} community={community} byPhone answer={step.put} />
      </>
    )
  return (
    <>
      <Usual householdId={householdId} onChoose={step.put} />
      <StepKind {...step} />
    </>
  )
}
