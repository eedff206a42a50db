import type { Community } from '@domain/people'
import { StepFor } from './StepFor'
import { StepKind } from './StepKind'
import type { StepProps } from './step'
import { Usual } from './Usual'

/** 接到电话: first whose household it is, then what they usually ask for, else what it is this time. */
export function StepCaller({ community, ...step }: StepProps & { community: Community }) {
  const { householdId } = step.answers
  if (householdId === undefined) return <StepFor {...step} community={community} byPhone answer={step.put} />
  return (
    <>
      <Usual householdId={householdId} onChoose={step.put} />
      <StepKind {...step} />
    </>
  )
}
