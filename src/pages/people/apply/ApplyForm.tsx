import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { people } from '@domain/people'
import { tradeNames, trades } from '@domain/person'
import { useAction, useDraft } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { PhoneField } from '@/components/PhoneField'
import { Screen } from '@/components/Screen'
import { Agreement } from './Agreement'
import { Areas } from './Areas'
import { emptyForm, readForm, tradeOf, type Asked, type Form } from './form'
import './apply.scss'

interface Props {
  communityId: string
  /** He applied before and the community sent it back. */
  refused: boolean
  foot: ReactNode
}

const money = [
  { value: 'no', label: '不垫钱' },
  { value: 'yes', label: '可以先垫一点', hint: '当面还您，不超过单子上写的数' },
] as const

/** The questions of an application; what was filled in stays on the phone until it is sent. */
export function ApplyForm({ communityId, refused, foot }: Props) {
  const [form, setForm, clearForm] = useDraft('apply', emptyForm)
  const [wrong, setWrong] = useState<Partial<Record<Asked, string>>>({})
  const apply = useAction(people.apply)
  const set = (part: Partial<Form>) => {
    setForm({ ...form, ...part })
    setWrong({})
  }
  const submit = async () => {
    const read = readForm(form, communityId)
    if ('wrong' in read) return setWrong(read.wrong)
    if (await apply.run(read.input)) clearForm()
    return undefined
  }
  const missed = Object.values(wrong).length > 0
  return (
    <Screen
      bar={
        <>
          {apply.failure && <Notice tone="stuck">{apply.failure.sentence}</Notice>}
          {missed && <Notice tone="waiting">还有没填好的，往上看一看</Notice>}
          <Button busy={apply.busy} onTap={submit}>
            报名
          </Button>
        </>
      }
    >
      {refused && <Notice tone="waiting">上次报名社区退回了。改一改再报，或者打电话问一问</Notice>}
      <View className="apply-lead">顺路帮邻居带一带。社区组织的无偿志愿服务，去不去每次您自己定。</View>
      <Field
        label="怎么称呼您"
        placeholder="张师傅"
        value={form.name}
        maxLength={20}
        error={wrong.name}
        onInput={name => set({ name })}
      />
      <Field label="跑哪一行" error={wrong.trade}>
        <Choice
          look="chips"
          ariaLabel="跑哪一行"
          options={tradeNames.map(value => ({ value, label: trades[value] }))}
          chosen={tradeOf(form.trade)}
          onChoose={trade => set({ trade })}
        />
      </Field>
      <Field
        label="哪家公司或站点"
        placeholder="站点名也行"
        value={form.firm}
        maxLength={30}
        error={wrong.firm}
        onInput={firm => set({ firm })}
      />
      <PhoneField
        label="您的电话"
        hint="您手上有哪家的单，那家人可以打这个电话找您；送到两小时后就看不到了"
        value={form.phone}
        error={wrong.phone}
        onInput={phone => set({ phone })}
      />
      <Areas communityId={communityId} chosen={form.areas} onChange={areas => set({ areas })} />
      <Field label="愿意垫钱吗" error={wrong.advances}>
        <Choice
          ariaLabel="愿意垫钱吗"
          options={money}
          chosen={money.find(({ value }) => value === form.advances)?.value}
          onChoose={advances => set({ advances })}
        />
      </Field>
      <Agreement agreed={form.agreed} error={wrong.agreed} onChange={agreed => set({ agreed })} />
      {foot}
    </Screen>
  )
}
