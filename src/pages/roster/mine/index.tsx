import { View } from '@tarojs/components'
import { useState } from 'react'
import { Failure } from '@domain/failure'
import { roster } from '@domain/roster'
import { useAction, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import type { Got } from '@/wechat'
import { phoneButton } from '@/wechat/phone-button'
import { notGiven } from '@/wechat/why'
import { InCommunity } from '../../tab/station/InCommunity'
import { MyLine } from './MyLine'
import '../roster.scss'

/** 我的登记: what others have entered of me, by my own number; and whether it is right. */
export default function RosterMine() {
  return (
    <Screen>
      <InCommunity>{communityId => <Mine key={communityId} communityId={communityId} />}</InCommunity>
    </Screen>
  )
}

function Mine({ communityId }: { communityId: string }) {
  const { data, failure, reload } = useQuery(roster.mine, { communityId })
  const meet = useAction(roster.meet)
  const [asked, setAsked] = useState(false)
  const [lost, setLost] = useState<Failure>()
  const heard = async (got: Got<string>) => {
    setLost(undefined)
    if (got.ok) setAsked((await meet.run({ communityId, code: got.value })) !== undefined)
    else if (got.why !== 'left') setLost(new Failure('NOT_GIVEN', notGiven(got.why, '手机号').detail))
  }
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  return (
    <View className="roster">
      {data.rows.map(line => (
        <MyLine key={line.id} communityId={communityId} line={line} />
      ))}
      {data.rows.length === 0 && (
        <Empty
          icon="user"
          foot={
            <Button look="quiet" icon="phone" busy={meet.busy} {...phoneButton(got => void heard(got))}>
              用微信手机号查
            </Button>
          }
        >
          {asked ? '名单上没有这个手机号' : '看看社区的名单上有没有您。不查也不影响用'}
        </Empty>
      )}
      <FailureLine failure={lost ?? meet.failure} />
    </View>
  )
}
