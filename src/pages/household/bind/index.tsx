import { useState } from 'react'
import { lacking, ticked, type Matter } from '@domain/consent'
import { household } from '@domain/household'
import { callings } from '@domain/household/words'
import { clockOf, dayWord } from '@domain/time'
import { goTab, paths, useAction, useCommunity, useMe, useNow } from '@/client'
import { Agree } from '@/components/Agree'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { FailureLine } from '@/components/ErrandActions'
import { Field } from '@/components/Field'
import { myself } from '@/components/HouseholdForm'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Tick } from '@/components/Tick'
import { CallCommunity } from '../../errand/CallCommunity'
import { NoCommunity } from '../NoCommunity'
import '../household.scss'

const options = callings.filter(word => word !== myself).map(value => ({ value, label: value }))

/** 我有绑定码: typing it only asks; the family, the elder or the desk says yes. */
export default function HouseholdBind() {
  const me = useMe()
  const now = useNow()
  const { id: communityId } = useCommunity()
  const ask = useAction(household.ask)
  const [code, setCode] = useState('')
  const [calls, setCalls] = useState('')
  const [myName, setMyName] = useState('')
  const [consents, setConsents] = useState(false)
  const [agreed, setAgreed] = useState<Matter[]>([])
  const asked = lacking(me, ['privacy'])
  const [until, setUntil] = useState<number>()
  const digits = code.replace(/\s/g, '')
  const isWhole =
    /^\d{6}$/.test(digits) &&
    calls !== '' &&
    (me.name !== '' || myName.trim() !== '') &&
    consents &&
    asked.every(what => agreed.includes(what))
  if (!communityId)
    return (
      <Screen>
        <NoCommunity />
      </Screen>
    )
  const bar = <CallCommunity communityId={communityId} />
  if (until !== undefined)
    return (
      <Screen bar={bar}>
        <Notice tone="done">{`问过家里了。答应了您就看得到，最迟等到${dayWord(until, now)} ${clockOf(until)}`}</Notice>
        <Button look="quiet" onTap={() => goTab(paths.tabHome())}>
          回首页
        </Button>
      </Screen>
    )
  return (
    <Screen bar={bar}>
      <Field
        label="绑定码"
        hint="六位数字，家里人或者社区给您的"
        typed="phone"
        placeholder="123 456"
        value={code}
        maxLength={7}
        onInput={setCode}
      />
      <Field label="您怎么叫老人">
        <Choice
          look="chips"
          options={options}
          chosen={options.find(({ value }) => value === calls)?.value}
          onChoose={setCalls}
        />
      </Field>
      {me.name === '' && (
        <Field label="怎么称呼您" placeholder="王先生" value={myName} maxLength={12} onInput={setMyName} />
      )}
      <Tick label="老人知道，也同意我替他点单" on={consents} onTick={setConsents} />
      <Agree asked={asked} ticked={agreed} onTick={setAgreed} />
      <FailureLine failure={ask.failure} />
      <Button
        disabled={!isWhole}
        busy={ask.busy}
        onTap={async () => {
          const name = myName.trim()
          const said = {
            communityId,
            code: digits,
            calls,
            consent: true as const,
            ...(me.name === '' && { myName: name }),
            ...(agreed.length > 0 && { agreed: ticked(agreed) }),
          }
          setUntil((await ask.run(said))?.until)
        }}
      >
        问一声家里
      </Button>
    </Screen>
  )
}
