import { View } from '@tarojs/components'
import { errand } from '@domain/errand'
import { may } from '@domain/operation'
import { useCommunity, useMe, useQuery } from '@/client'
import { useErrandActions } from '@/client/use-errand-actions'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { ofCards, Screenful } from '@/components/Screenful'
import { Screen } from '@/components/Screen'
import { AccountCard } from './AccountCard'
import './index.scss'

/** 没算清的账, for the desk: what is missing of each, and whom to call. No sums of anybody's are added up. */
export default function ErrandAccounts() {
  const me = useMe()
  const { id: communityId, loading } = useCommunity()
  const isDesk = communityId !== undefined && may(errand.accounts, me, { communityId })
  const acting = useErrandActions()
  const { data, failure, reload } = useQuery(errand.accounts, isDesk ? { communityId } : null)
  const rows = data?.rows ?? []
  // Its card has gone: somebody else was first.
  const overtaken = data && !rows.some(({ id }) => id === acting.aboutId)
  if (!isDesk && !loading) {
    return (
      <Screen>
        <Empty icon="list" foot={<GoHome />}>
          这一页是给社区看的
        </Empty>
      </Screen>
    )
  }
  return (
    <Screen>
      <View className="accounts">
        {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
        <FailureLine failure={data && failure ? failure : overtaken ? acting.failure : undefined} />
        {data && rows.length === 0 && <Empty icon="circle-check">账都算清了</Empty>}
        <Screenful rows={rows} most={ofCards}>
          {shown => shown.map(one => <AccountCard key={one.id} errand={one} acting={acting} />)}
        </Screenful>
      </View>
    </Screen>
  )
}
