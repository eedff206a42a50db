import { View } from '@tarojs/components'
import { membership } from '@domain/membership'
import { may } from '@domain/operation'
import { people } from '@domain/people'
import { go, paths, useCommunity, useMe, useNow, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Fold } from '@/components/Fold'
import { HomeEntry } from '@/components/HomeEntry'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { rolesToInvite } from '../invite/roles'
import { OfOffice } from '../OfOffice'
import { ChangeLine } from './ChangeLine'
import { ColleagueRow } from './ColleagueRow'
import { OpenInvitations } from './OpenInvitations'
import '../membership.scss'

const sections = [
  ['dispatcher', '书记台'],
  ['keeper', '驿站'],
  ['department', '部门'],
  ['subdistrict', '街道'],
] as const

/** 同事和值班: who is there, whom one may call in or take off, what invitations are open, and who came and went. */
export default function MembershipColleagues() {
  const { c } = useParams()
  const own = useCommunity()
  const me = useMe()
  const now = useNow()
  const id = c ?? own.id
  const here = { communityId: id }
  const isOffice = id !== undefined && may(membership.colleagues, me, here)
  const { data, failure, reload } = useQuery(membership.colleagues, isOffice ? { communityId: id } : null)
  if (!isOffice)
    return <Screen>{own.loading ? <Loading /> : <OfOffice>同事由社区、驿站和街道自己来管</OfOffice>}</Screen>
  const rows = data?.rows ?? []
  return (
    <Screen notice={failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}>
      <View className="membership">
        {may(people.takeDuty, me, here) && (
          <HomeEntry
            icon="clock"
            title="今天值班"
            line="换班，请人替班"
            onOpen={() => void go(paths.membershipDuty())}
          />
        )}
        {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
        {sections.map(([role, title]) => {
          const held = rows.filter(row => row.role === role)
          return held.length === 0 ? null : (
            <Section key={role} title={title}>
              <View className="membership-part">
                {held.map(row => (
                  <ColleagueRow key={`${row.personId} ${row.stationId ?? ''}`} row={row} communityId={id} />
                ))}
              </View>
            </Section>
          )
        })}
        {data && rows.length === 0 && <Empty icon="users">这里还没有同事，先请一位</Empty>}
        {rolesToInvite(me, id, undefined, now).length > 0 && (
          <Button icon="plus" onTap={() => go(paths.membershipInvite({ c: id }))}>
            请人来
          </Button>
        )}
        {may(membership.invitations, me, here) && <OpenInvitations communityId={id} />}
        {data && data.changes.length > 0 && (
          <Fold title="谁来了，谁走了" count={data.changes.length}>
            {data.changes.map(change => (
              <ChangeLine key={`${change.at} ${change.who} ${change.how}`} change={change} now={now} />
            ))}
          </Fold>
        )}
      </View>
    </Screen>
  )
}
