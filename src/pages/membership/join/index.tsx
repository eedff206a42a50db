import { useState } from 'react'
import type { Invited } from '@domain/membership'
import { membership } from '@domain/membership'
import { useParams, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { ByCode } from './ByCode'
import { Joining } from './Joining'
import '../membership.scss'

/** 加入: what the card in one's hand is for; without a card its code is asked for. */
export default function MembershipJoin() {
  const { id } = useParams()
  const [said, setSaid] = useState<string>()
  const known = id ?? said
  const { data, failure, reload } = useQuery(membership.invited, known ? { id: known } : null)
  const found = (invited: Invited | undefined) => setSaid(invited?.id)
  const isNone = failure?.code === 'NO_SUCH_INVITE'
  return (
    <Screen>
      {known && !data && !failure && <Loading />}
      {known && !data && failure && !isNone && <Failed onRetry={reload}>{failure.sentence}</Failed>}
      {known && !data && isNone && (
        <Empty icon="users" foot={<GoHome />}>
          没有这份邀请，请社区再发一次
        </Empty>
      )}
      {data && <Joining invited={data} />}
      {(!known || isNone) && <ByCode onFound={found} />}
    </Screen>
  )
}
