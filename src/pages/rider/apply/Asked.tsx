import type { Matter } from '@domain/consent'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { PhoneField } from '@/components/PhoneField'
import type { Form, Question } from '../form'
import { tradeOptions } from '../question/choices'
import { screens, titles as declaredTitles } from '../question/screens'
import { Agreeing } from './Agreeing'

interface Props {
  question: Question
  form: Form
  set: (part: Partial<Form>) => void
  /** An answer that is one tap also goes on. */
  answer: (part: Partial<Form>) => void
  wrong: string | undefined
  asked: readonly Matter[]
  agreed: readonly Matter[]
  onAgree: (agreed: Matter[]) => void
}

export const titles: Record<Question, string> = {
  ...declaredTitles,
  name: '怎么称呼您？',
  trade: '跑哪一行？',
  firm: '在哪家公司或站点？',
  phone: '打哪个电话找您？',
  agreed: '先说好',
}
/** Said under the question where it may be left out. */
export const hints: Partial<Record<Question, string>> = {
  areas: '可以不选；选了，顺路的先问您',
  neighbours: '可以不选；选了，社区知道您也路过那边',
  hours: '可以不选；选了，社区知道什么时候找您合适',
  skills: '可以不选',
  certificates: '可以不选；过期了这里会说一声',
}

/** One question of the application. */
export function Asked({ question, form, set, answer, wrong, asked, agreed, onAgree }: Props) {
  if (question === 'name')
    return (
      <Field
        label="称呼"
        placeholder="张师傅"
        value={form.name}
        maxLength={20}
        error={wrong}
        onInput={name => set({ name })}
      />
    )
  if (question === 'trade')
    return (
      <Choice
        ariaLabel={titles.trade}
        options={tradeOptions}
        chosen={form.trade}
        onChoose={trade => answer({ trade })}
      />
    )
  if (question === 'firm')
    return (
      <Field
        label="公司或站点"
        placeholder="站点名也行"
        value={form.firm}
        maxLength={30}
        error={wrong}
        onInput={firm => set({ firm })}
      />
    )
  if (question === 'phone')
    return (
      <PhoneField
        label="您的电话"
        hint="您手上有哪家的单，那家人可以打这个电话找您；送到两小时后就看不到了"
        value={form.phone}
        error={wrong}
        onInput={phone => set({ phone })}
      />
    )
  if (question === 'agreed') return <Agreeing asked={asked} agreed={agreed} onAgree={onAgree} />
  const Screen = screens[question]
  const goesOn = question === 'vehicle' || question === 'advances'
  return <Screen communityId={form.communityId} said={form} put={goesOn ? answer : set} />
}
