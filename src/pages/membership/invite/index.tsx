import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership, whatWords, type NewInvitation } from '@domain/membership'
import { people } from '@domain/people'
import { useCommunity, useAction, useMe, useNow, useParams, useQuery, type Answer } from '@/client'
import { plainCard } from '@/client/plain-card'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { useShare } from '@/wechat/use-share'
import { OfOffice } from '../OfOffice'
import { HandOn } from './HandOn'
import { InviteCard } from './InviteCard'
import { rolesToInvite } from './roles'
import { WhoForm } from './WhoForm'
import '../membership.scss'

/** 请人来, and 交给同事 for a clerk's own shop: names what somebody is to become, makes the card, and then there is something to send and to read out. */
export default function MembershipInvite() {
  const { c, station } = useParams()
  const own = useCommunity()
  const me = useMe()
  const now = useNow()
  const id = c ?? own.id
  const roles = id ? rolesToInvite(me, id, station, now) : []
  const isMine = me.stations.some(one => one.id === station)
  const { data, failure, reload } = useQuery(people.community, id && roles.length > 0 ? { id } : null)
  const invite = useAction(membership.invite)
  const [heir, setHeir] = useState<string>()
  const [made, setMade] = useState<{ card: Answer<typeof membership.invite>; what: string }>()
  // WeChat's own 转发 needs a card before an invitation has offered its own.
  useShare(plainCard)

  if (heir)
    return (
      <Screen>
        <Empty icon="check" foot={<GoHome />}>{`交给${heir}了，谢谢您这些日子`}</Empty>
      </Screen>
    )
  if (roles.length === 0)
    return <Screen>{own.loading ? <Loading /> : <OfOffice>请人来，由书记台和店里来办</OfOffice>}</Screen>
  const make = async (input: NewInvitation, place?: string) => {
    const card = await invite.run(input)
    if (card) setMade({ card, what: whatWords({ ...input, place }) })
  }
  return (
    <Screen>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && (
        <View className="membership">
          <View className="membership-title">{data.name}</View>
          {!made && station && isMine && <HandOn communityId={data.id} stationId={station} onDone={setHeir} />}
          {!made && (
            <WhoForm
              community={data}
              roles={roles}
              station={station}
              stations={me.stations}
              busy={invite.busy}
              onMake={make}
            />
          )}
          {made && <InviteCard {...made.card} what={made.what} community={data.name} now={now} />}
          {made && (
            <Button look="text" onTap={() => setMade(undefined)}>
              再请一位
            </Button>
          )}
          {invite.failure && <Notice tone="stuck">{invite.failure.sentence}</Notice>}
        </View>
      )}
    </Screen>
  )
}
