import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership } from '@domain/membership'
import { phrase } from '@domain/line'
import { may } from '@domain/operation'
import { people, type Community } from '@domain/people'
import { clockOf, dayWord } from '@domain/time'
import { go, paths, useAction, useCommunity, useMe, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { OfOffice } from '../OfOffice'
import '../membership.scss'

type OnDuty = NonNullable<Community['onDuty']>

const lengths = ['2', '4', '8', '12'] as const
type Length = (typeof lengths)[number]
const nobody = 'nobody'

/** 今天值班: who answers for the desk, for how long, and who stands in; handed over in one tap. */
export default function MembershipDuty() {
  const { id } = useCommunity()
  const me = useMe()
  const now = useNow()
  const isDesk = id !== undefined && may(people.takeDuty, me, { communityId: id })
  const community = useQuery(people.community, isDesk ? { id } : null)
  const { data, failure, reload } = useQuery(membership.colleagues, isDesk ? { communityId: id } : null)
  const take = useAction(people.takeDuty)
  const [length, setLength] = useState<Length>('8')
  const [standIn, setStandIn] = useState<string>()
  if (!isDesk)
    return (
      <Screen>
        <OfOffice>值班由书记台来排</OfOffice>
      </Screen>
    )

  const told = community.data?.onDuty
  const onDuty = told && told.until > now ? told : undefined
  const desk = (data?.rows ?? []).filter(row => people.takeDuty.by.some(role => role === row.role))
  const others = desk.filter(({ personId }) => personId !== me.id)
  const chosen = standIn ?? onDuty?.standInId ?? nobody
  const hand = (personId: string) => {
    const standInId = chosen === nobody || chosen === personId ? undefined : chosen
    return take.run({ communityId: id, hours: Number(length), personId, ...(standInId && { standInId }) })
  }
  return (
    <Screen notice={take.failure && <Notice tone="stuck">{take.failure.sentence}</Notice>}>
      <View className="membership">
        {community.data && <Notice icon="clock">{onDuty ? dutyWords(onDuty, now) : '现在没有人值班'}</Notice>}
        {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
        {data && (
          <Choice
            label="值多久？"
            look="chips"
            options={lengths.map(value => ({ value, label: `${value} 小时` }))}
            chosen={length}
            onChoose={setLength}
          />
        )}
        {data && others.length > 0 && (
          <Choice
            label="谁替班？"
            look="chips"
            options={[
              { value: nobody, label: '没有' },
              ...desk.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
            chosen={chosen}
            onChoose={setStandIn}
          />
        )}
        {data && (
          <Button busy={take.busy} onTap={() => hand(me.id)}>
            我来值班
          </Button>
        )}
        {others.map(({ personId, name }) => (
          <Button key={personId} look="quiet" busy={take.busy} onTap={() => hand(personId)}>
            {`交给${name}`}
          </Button>
        ))}
        {data && others.length === 0 && (
          <Empty
            icon="users"
            foot={
              <Button look="quiet" onTap={() => go(paths.membershipInvite())}>
                请人来
              </Button>
            }
          >
            书记台只有您一位，先请一位同事，才能交班
          </Empty>
        )}
      </View>
    </Screen>
  )
}

/** 今天值班：李书记，到今天 20:00，替班 小王. */
function dutyWords({ name, until, standIn }: OnDuty, now: number): string {
  return `今天值班：${name}，${phrase(`到${dayWord(until, now)} ${clockOf(until)}`)}${standIn ? `，${phrase(`替班 ${standIn}`)}` : ''}`
}
