import { View } from '@tarojs/components'
import { errand } from '@domain/errand'
import { owes } from '@domain/errand/money'
import { isOpen } from '@domain/errand/record'
import { go, paths, useCommunity, useMe, useQuery } from '@/client'
import { Failed } from '@/components/Failed'
import { HomeEntry } from '@/components/HomeEntry'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Slot } from '@/components/Slot'
import { CallCommunity } from '../../errand/CallCommunity'
import { FreeOfCharge } from '../../errand/FreeOfCharge'
import { FamilyHomeFoot } from './FamilyHomeFoot'
import { FamilyHomeKin } from './FamilyHomeKin'
import { FamilyHomePanels } from './FamilyHomePanels'
import { Later } from './Later'

/** 居民, and 访客 before he has an account: what is going on, three big ways in, and the community's phone. */
export function FamilyHome() {
  const me = useMe()
  const community = useCommunity()
  const isGuest = me.memberships.length === 0
  const { data, failure, loading, reload } = useQuery(errand.mine, isGuest ? null : {})
  const rows = data?.rows ?? []
  const going = rows.filter(one => isOpen(one) || owes(one))
  const hasUsual = rows.length > going.length || me.households.some(({ usual = [] }) => usual.length > 0)
  return (
    <View className="home">
      {isGuest && <FreeOfCharge />}
      <Slot>
        {loading && <Loading />}
        {failure && !data && <Failed onRetry={reload}>{failure.sentence}</Failed>}
        {failure && data && <Notice tone="stuck">{failure.sentence}</Notice>}
        {going.length > 0 && <Later>{({ FamilyHomeGoing }) => <FamilyHomeGoing errands={going} />}</Later>}
      </Slot>
      <View className="home__entries">
        <HomeEntry
          icon="hand-helping"
          title="请人帮忙"
          line="送饭 拿药 代买 快递…"
          onOpen={() => void go(paths.errandAsk())}
        />
        {!isGuest && (
          <HomeEntry
            icon="list"
            title="我的点单"
            line={countWords(going.length)}
            onOpen={() => void go(paths.errandMine())}
          />
        )}
        <Slot>
          <CallCommunity communityId={community.id} />
        </Slot>
      </View>
      <Slot>
        {hasUsual && (
          <Later quiet>{({ FamilyHomeAgain }) => <FamilyHomeAgain errands={rows} households={me.households} />}</Later>
        )}
      </Slot>
      {!isGuest && <FamilyHomeKin households={me.households} />}
      {isGuest && community.id && <FamilyHomePanels communityId={community.id} />}
      {!isGuest && <FreeOfCharge />}
      <FamilyHomeFoot communityId={community.id} />
    </View>
  )
}

function countWords(count: number): string {
  return count === 0 ? '现在没有在办的' : `${count} 件在办`
}
