import { View } from '@tarojs/components'
import { useState } from 'react'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import { dayAfter, dayWords } from '@domain/recurring/day'
import { dayOf, momentOf } from '@domain/time'
import { useAction, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Choice, toggled } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { Loading } from '@/components/Loading'

const shownDays = 14
/** So many stand there at once: somebody is ill tomorrow, not in two weeks. */
const soon = 4

interface Props {
  home: Household
  /** The days that somebody is named for already. */
  named: readonly string[]
}

/** 请谁替，哪几天: the days, then the rider, whose name is in the button. */
export function NameStandIn({ home, named }: Props) {
  const { id, communityId, regularRiderId } = home
  const now = useNow()
  const name = useAction(household.substitute)
  const { data, failure, reload } = useQuery(errand.riders, { communityId })
  const [days, setDays] = useState<readonly string[]>([])
  const [riderId, setRiderId] = useState<string>()
  const [whole, setWhole] = useState(false)
  const today = dayOf(now)
  const open = Array.from({ length: shownDays }, (_, ahead) => dayAfter(today, ahead)).filter(
    // What is left of today is too little to name somebody for.
    on => momentOf(on, '20:00') > now && !named.includes(on),
  )
  const riders = (data?.rows ?? []).filter(rider => rider.id !== regularRiderId)
  const rider = riders.find(one => one.id === riderId)
  const chosen = open.filter(on => days.includes(on))
  const send = async () => {
    if (!rider || !(await name.run({ id, riderId: rider.id, on: chosen }))) return
    setDays([])
    setRiderId(undefined)
  }
  return (
    <View className="household">
      <Field label="哪几天要人替">
        <Choice
          look="chips"
          ariaLabel="哪几天要人替"
          options={(whole ? open : open.slice(0, soon)).map(value => ({ value, label: dayWords(value) }))}
          chosen={days}
          onChoose={on => setDays(toggled(days, on))}
        />
        {!whole && open.length > soon && (
          <Button look="text" onTap={() => setWhole(true)}>
            再往后几天
          </Button>
        )}
      </Field>
      {chosen.length > 0 && !data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {chosen.length > 0 && data && riders.length === 0 && <Empty icon="bike">还没有别的师傅</Empty>}
      {chosen.length > 0 && riders.length > 0 && (
        <Field label="请谁替">
          <Choice
            ariaLabel="请谁替"
            options={riders.map(one => ({ value: one.id, label: one.name, hint: `本周 ${one.thisWeek} 单` }))}
            chosen={riderId}
            onChoose={setRiderId}
          />
        </Field>
      )}
      <FailureLine failure={name.failure} />
      <Button disabled={!rider || chosen.length === 0} busy={name.busy} onTap={send}>
        {rider ? `请${rider.name}替 ${chosen.length} 天` : '请人替'}
      </Button>
    </View>
  )
}
