import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import type { Community } from '@domain/people'
import { useAction, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { HouseholdForm, myself } from '@/components/HouseholdForm'
import { FindHousehold } from './FindHousehold'
import type { StepProps } from './step'

interface Props extends StepProps {
  community: Community
  /** The desk enters what somebody says on the telephone. */
  byPhone: boolean
}

/** 2. 给谁？ My own households, or one more; the desk finds the caller's. */
export function StepFor({ community, byPhone, answers, answer, ...rest }: Props) {
  const me = useMe()
  const add = useAction(household.add)
  const [adding, setAdding] = useState<string>()
  if (adding !== undefined) {
    return (
      <HouseholdForm
        community={community}
        forDesk={byPhone}
        asksMyName={me.name === ''}
        calls={adding}
        busy={add.busy}
        failure={add.failure}
        onCancel={() => setAdding(undefined)}
        onSubmit={async home => {
          const made = await add.run(home)
          if (!made) return
          setAdding(undefined)
          const called = home.calls ?? home.elder
          answer({ householdId: made.id, communityId: made.communityId, whom: `${called}（${home.building}）` })
        }}
      />
    )
  }
  if (byPhone)
    return (
      <FindHousehold
        {...rest}
        answers={answers}
        answer={answer}
        communityId={community.id}
        onAdd={() => setAdding('')}
      />
    )
  const known = me.households.map(({ id, calls, elder, place }) => ({
    value: id,
    label: `${calls || elder}（${place}）`,
  }))
  const hasSelf = me.households.some(({ calls }) => calls === myself)
  const choose = (id: string) => {
    if (id === myself) return setAdding(myself)
    const kin = me.households.find(one => one.id === id)
    if (kin)
      answer({ householdId: id, communityId: kin.communityId, whom: `${kin.calls || kin.elder}（${kin.place}）` })
    return undefined
  }
  const self = hasSelf ? [] : [{ value: myself, label: myself }]
  return (
    <View className="ask__list">
      <Choice ariaLabel="给谁" options={[...known, ...self]} chosen={answers.householdId} onChoose={choose} />
      <Button look="quiet" icon="plus" onTap={() => setAdding('')}>
        添一位老人
      </Button>
    </View>
  )
}
