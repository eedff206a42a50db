import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { lacking, ticked, type Matter } from '@domain/consent'
import { failures, type Failure } from '@domain/failure'
import type { NewHousehold } from '@domain/household/record'
import { callings } from '@domain/household/words'
import type { Community } from '@domain/people'
import { useDraft, useMe } from '@/client'
import { Agree } from '../Agree'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { Notice } from '../Notice'
import { PhoneField } from '../PhoneField'
import { blankHousehold, homeIn, householdOf, type HouseholdAnswers } from './answers'
import { Consent } from './Consent'
import { HouseholdPlace } from './HouseholdPlace'
import { Knocking } from './Knocking'
import './index.scss'

export const myself = '我自己'

const company = [
  { value: 'alone', label: '一个人住' },
  { value: 'together', label: '有人同住' },
] as const
const callingOptions = callings.filter(word => word !== myself).map(word => ({ value: word, label: word }))

interface Props {
  community: Community
  /** True for the desk, which writes 王大爷 and not 爸爸. */
  forDesk: boolean
  /** True when the cloud does not know this person yet: then it asks what he is called himself. */
  asksMyName: boolean
  /** 我自己, when that is whom it is for. */
  calls?: string
  busy: boolean
  failure?: Failure
  /** Answers whether it is written down; until then everything typed stays on the phone. */
  onSubmit: (household: NewHousehold) => Promise<boolean>
  onCancel?: () => void
}

/** ＋添一位老人: the particulars of a home, asked once, each phone with whose it is, and the consent with how it was given. */
export function HouseholdForm({
  community,
  forDesk,
  asksMyName,
  calls = '',
  busy,
  failure,
  onSubmit,
  onCancel,
}: Props) {
  const isSelf = calls === myself
  const whom = forDesk ? 'caller' : isSelf ? 'self' : 'kin'
  const [draft, keep, clear] = useDraft<HouseholdAnswers>(`household.${whom}`, {
    ...blankHousehold,
    calls,
    ...(isSelf ? { alone: false, whose: '本人' } : {}),
  })
  const answers = homeIn(draft, community)
  // A number that WeChat brings comes later than the tap: what was typed meanwhile stays.
  const latest = useRef(answers)
  useEffect(() => {
    latest.current = answers
  })
  const [missing, setMissing] = useState<string>()
  const [agreed, setAgreed] = useState<Matter[]>([])
  const me = useMe()
  const asked = forDesk ? [] : lacking(me, ['privacy'])
  const put = (some: Partial<HouseholdAnswers>) => {
    setMissing(undefined)
    keep({ ...latest.current, ...some })
  }
  const submit = async () => {
    const whole = householdOf(answers, community.id)
    if (typeof whole === 'string') return setMissing(whole)
    if (asked.some(what => !agreed.includes(what))) return setMissing(failures.AGREE_FIRST())
    // What was ticked and not what is lacking: tried again once the cloud knows it, it is the same intent.
    if (await onSubmit({ ...whole, ...(agreed.length > 0 && { agreed: ticked(agreed) }) })) clear()
    return undefined
  }
  return (
    <View className="household-form">
      {!forDesk && !isSelf && (
        <Field label="您怎么叫老人">
          <Choice
            look="chips"
            options={callingOptions}
            chosen={answers.calls}
            onChoose={word => put({ calls: word })}
          />
        </Field>
      )}
      <Field
        label={isSelf ? '怎么称呼您' : '邻居怎么称呼老人'}
        placeholder={isSelf ? '王女士' : '王大爷'}
        value={answers.elder}
        maxLength={12}
        onInput={elder => put({ elder })}
      />
      {asksMyName && !isSelf && !forDesk && (
        <Field
          label="怎么称呼您"
          placeholder="王女士"
          value={answers.myName}
          maxLength={12}
          onInput={myName => put({ myName })}
        />
      )}
      <HouseholdPlace community={community} answers={answers} put={put} />
      {!isSelf && (
        <Field label="是一个人住吗">
          <Choice
            look="chips"
            options={company}
            chosen={answers.alone === undefined ? undefined : answers.alone ? 'alone' : 'together'}
            onChoose={how => put({ alone: how === 'alone' })}
          />
        </Field>
      )}
      <Knocking answers={answers} put={put} />
      {forDesk ? (
        <Field label="电话" typed="phone" value={answers.phone} maxLength={13} onInput={phone => put({ phone })} />
      ) : (
        <PhoneField
          label="电话"
          hint="来的人打得通的号码，您的或老人的都行；只有接单的人和社区看得到"
          value={answers.phone}
          onInput={phone => put({ phone })}
        />
      )}
      {!isSelf && (
        <Field
          label="是谁的电话"
          placeholder="老人、女儿"
          value={answers.whose}
          maxLength={12}
          onInput={whose => put({ whose })}
        />
      )}
      <Consent isSelf={isSelf} consent={answers.consent} onConsent={consent => put({ consent })} />
      <Agree
        asked={asked}
        ticked={agreed}
        onTick={next => {
          setMissing(undefined)
          setAgreed(next)
        }}
      />
      {missing && <Notice tone="waiting">{missing}</Notice>}
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      <Button busy={busy} onTap={submit}>
        添好了
      </Button>
      {onCancel && (
        <Button look="text" onTap={onCancel}>
          先不添
        </Button>
      )}
    </View>
  )
}
