import { View } from '@tarojs/components'
import { useState } from 'react'
import { people } from '@domain/people'
import { go, paths, useCommunity, useHat, useMe, useQuery } from '@/client'
import { Icon } from '@/components/Icon'
import { TopBarHats } from './TopBarHats'
import { TopBarText } from './TopBarText'
import { useUnread } from './TopBarUnread'

/** The line above every home: which community, 消息 with its number, 字, and under it the hats of who holds several. */
export function TopBar() {
  const { id } = useCommunity()
  const { data } = useQuery(people.community, id ? { id } : null)
  const { hat, stands, wear } = useHat()
  const isGuest = useMe().memberships.length === 0
  // Who looks at a community in which he is nothing turns back by the same row.
  const isElsewhere = stands.some(({ communityId }) => communityId !== id)
  const unread = useUnread(hat, id)
  const [sizing, setSizing] = useState(false)
  const name = data?.name ?? (id ? '我的社区' : '选社区')
  return (
    <View className="top-bar">
      <View className="top-bar__line">
        <View
          className="top-bar__community"
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => void go(paths.peopleCommunity())}
        >
          <View className="top-bar__name">{isGuest && id ? `${name} · 邻里帮忙` : name}</View>
          <Icon name="chevron-down" />
        </View>
        <View className="top-bar__items">
          <View
            className="top-bar__item"
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => void go(paths.errandInbox())}
          >
            <Icon name="bell" />
            <View>消息</View>
            {unread > 0 && <View className="top-bar__count">{unread > 99 ? '99+' : unread}</View>}
          </View>
          <View
            className="top-bar__item"
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel="字的大小"
            onClick={() => setSizing(true)}
          >
            字
          </View>
        </View>
      </View>
      {(stands.length > 1 || isElsewhere) && <TopBarHats hat={hat} here={id} stands={stands} wear={wear} />}
      {sizing && <TopBarText onClose={() => setSizing(false)} />}
    </View>
  )
}
