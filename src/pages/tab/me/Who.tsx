import { View } from '@tarojs/components'
import type { Me } from '@domain/role'
import { people } from '@domain/people'
import { may } from '@domain/operation'
import { go, paths, useQuery } from '@/client'
import { Avatar } from '@/components/Avatar'
import { Card } from '@/components/Card'
import { FreeSwitch } from '@/components/FreeSwitch'
import { Icon } from '@/components/Icon'
import { tradeWords } from './roles'

/** My name as I am called, my trade, and for a rider whether he is free. */
export function Who({ me }: { me: Me }) {
  const trade = tradeWords(me.trade)
  const isRider = me.memberships.some(({ communityId }) => may(people.free, me, { communityId }))
  const { data } = useQuery(people.face, me.face === undefined ? null : {})
  return (
    <Card>
      <View className="me-who" hoverClass="pressed" ariaRole="button" onClick={() => void go(paths.peopleMyself())}>
        <Avatar name={me.name || '街坊'} face={data?.url} />
        <View className="me-who__words">
          <View className="me-name">{me.name || '街坊'}</View>
          {trade && <View className="me-line">{trade}</View>}
          <View className="me-line">称呼和头像</View>
        </View>
        <Icon name="chevron-right" />
      </View>
      {isRider && <FreeSwitch />}
    </Card>
  )
}
