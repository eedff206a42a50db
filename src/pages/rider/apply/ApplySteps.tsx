import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { lacking, type Matter } from '@domain/consent'
import { failures } from '@domain/failure'
import { rider } from '@domain/rider'
import { applyNeeds } from '@domain/rider/record'
import { useAction, useMe, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Steps } from '@/components/Steps'
import { applicationOf, questions, wrongWith, type Form } from '../form'
import { Asked, hints, titles } from './Asked'
import '../rider.scss'

interface Props {
  form: Form
  onForm: (form: Form) => void
  /** It has been handed in. */
  onDone: () => void
  /** What stands above the questions: why it came back. */
  notice: ReactNode
  foot: ReactNode
}

/** 报名: one question a screen; back keeps the answers, and what was filled in stays on the phone until it is sent. */
export function ApplySteps({ form, onForm, onDone, notice, foot }: Props) {
  const me = useMe()
  const apply = useAction(rider.apply)
  const near = useQuery(rider.neighbours, { communityId: form.communityId })
  const [wrong, setWrong] = useState<string>()
  const [agreed, setAgreed] = useState<Matter[]>([])
  const asked = lacking(me, applyNeeds)
  const shown = questions.filter(name => name !== 'neighbours' || (near.data?.rows.length ?? 0) > 0)
  const at = Math.max(0, shown.indexOf(form.at))
  const question = shown[at] ?? 'name'
  const isLast = at === shown.length - 1

  const set = (part: Partial<Form>) => {
    setWrong(undefined)
    onForm({ ...form, ...part })
  }
  const onward = (part: Partial<Form> = {}) => {
    const next = { ...form, ...part }
    const why = wrongWith(next, question)
    if (why !== undefined) return setWrong(why)
    return set({ ...part, at: shown[at + 1] ?? question })
  }
  const submit = async () => {
    if (asked.some(what => !agreed.includes(what))) return setWrong(failures.AGREE_FIRST())
    // What was ticked and not what is lacking: tried again once the cloud knows it, it is the same intent.
    const read = applicationOf(form, agreed)
    if (typeof read === 'string') {
      onForm({ ...form, at: read })
      return setWrong(wrongWith(form, read))
    }
    if (await apply.run(read)) onDone()
    return undefined
  }
  const isSaid = question === 'name' || question === 'firm' || question === 'phone'
  return (
    <Screen
      bar={
        <>
          {apply.failure && <Notice tone="stuck">{apply.failure.sentence}</Notice>}
          {wrong && !isSaid && <Notice tone="waiting">{wrong}</Notice>}
          <Button busy={apply.busy} onTap={isLast ? submit : () => onward()}>
            {isLast ? '报名' : '下一步'}
          </Button>
        </>
      }
    >
      {notice}
      <Steps
        step={at + 1}
        of={shown.length}
        onBack={at > 0 ? () => set({ at: shown[at - 1] ?? question }) : undefined}
      />
      {at === 0 && <View className="rider-words">顺路帮邻居带一带。社区组织的无偿志愿服务，去不去每次您自己定。</View>}
      <View className="rider-title">{titles[question]}</View>
      {hints[question] && <View className="rider-line">{hints[question]}</View>}
      <Asked
        key={question}
        question={question}
        form={form}
        set={set}
        answer={onward}
        wrong={wrong}
        asked={asked}
        agreed={agreed}
        onAgree={next => {
          setWrong(undefined)
          setAgreed(next)
        }}
      />
      {at === 0 && foot}
    </Screen>
  )
}
