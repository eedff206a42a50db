import { View } from '@tarojs/components'
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
export function StepFor({ community, byPhone, answers, answer, put, ...rest }: Props) {
  const me = useMe()
  const add = useAction(household.add)
  const { adding } = answers
  const write = (calls: string | undefined) => put({ adding: calls })
  if (adding !== undefined) {
    return (
      <HouseholdForm
        community={community}
        forDesk={byPhone}
        asksMyName={me.name === ''}
        calls={adding}
        busy={add.busy}
        failure={add.failure}
        onCancel={() => write(undefined)}
        onSubmit={async home => {
          const made = await add.run(home)
          if (!made) return false
          const called = home.calls ?? home.elder
          const whom = `${called}（${home.building}）`
          answer({ householdId: made.id, communityId: made.communityId, whom, adding: undefined })
          return true
        }}
      />
    )
  }
  if (byPhone)
    return (
      <FindHousehold
        {...rest}
        put={put}
        answers={answers}
        answer={answer}
        communityId={community.id}
        onAdd={() => write('')}
      />
    )
  const known = me.households.map(({ id, calls, elder, place }) => ({
    value: id,
    label: `${calls || elder}（${place}）`,
  }))
  const isNew = known.length === 0
  const hasSelf = me.households.some(({ calls }) => calls === myself)
  const choose = (id: string) => {
    if (id === myself || id === '') return write(id)
    const kin = me.households.find(one => one.id === id)
    if (kin)
      answer({ householdId: id, communityId: kin.communityId, whom: `${kin.calls || kin.elder}（${kin.place}）` })
    return undefined
  }
  const first = [
    { value: '', label: '我家老人住这里', hint: '替老人点，您住哪儿都行' },
    { value: myself, label: '我住这里', hint: '给我自己' },
  ]
  const self = hasSelf ? [] : [{ value: myself, label: myself }]
  return (
    <View className="ask__list">
      <Choice
        ariaLabel="给谁"
        options={isNew ? first : [...known, ...self]}
        chosen={answers.householdId}
        onChoose={choose}
      />
      {!isNew && (
        <Button look="quiet" icon="plus" onTap={() => write('')}>
          添一位老人
        </Button>
      )}
    </View>
  )
}
