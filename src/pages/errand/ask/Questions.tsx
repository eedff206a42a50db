import type { Community } from '@domain/people'
import type { Answers } from './answers'
import { StepCaller } from './StepCaller'
import { StepCheck } from './StepCheck'
import { StepFor } from './StepFor'
import { StepKind } from './StepKind'
import { StepMoney } from './StepMoney'
import { StepWhat } from './StepWhat'
import { StepWhen } from './StepWhen'
import type { Asking } from './use-asking'

const titles = ['帮什么忙？', '给谁？', '从哪儿，拿什么？', '什么时候要？', '钱怎么算？', '对不对？']
const own: Partial<Record<NonNullable<Answers['kind']>, string>> = {
  shopping: '买什么？',
  parcel: '取还是寄？',
  ride: '去哪儿？',
  other: '什么事？',
}

/** The question of this screen. */
export function titleOfStep({ step, kind, householdId }: Answers, byPhone: boolean): string {
  if (step === 3 && kind) return own[kind] ?? '从哪儿，拿什么？'
  if (byPhone && (step === 2 || (step === 1 && !householdId))) return '谁打来的，给谁？'
  return titles[step - 1] ?? ''
}

interface Props {
  asking: Asking
  community: Community
}

/** The screen of the question one stands at. */
export function Questions({ asking, community }: Props) {
  const { answers, now, put, answer, byPhone } = asking
  const step = { answers, now, put, answer }
  const screens = [
    () => (byPhone ? <StepCaller {...step} community={community} /> : <StepKind {...step} />),
    () => <StepFor {...step} community={community} byPhone={byPhone} />,
    () => <StepWhat {...step} />,
    () => <StepWhen {...step} />,
    () => <StepMoney {...step} />,
    () => <StepCheck asking={asking} />,
  ]
  return screens[answers.step - 1]?.() ?? null
}
