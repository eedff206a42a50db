import { View } from '@tarojs/components'
import type { Me } from '@domain/role'
import { people } from '@domain/people'
import { may } from '@domain/operation'
import { Avatar } from '@/components/Avatar'
import { Card } from '@/components/Card'
import { FreeSwitch } from '@/components/FreeSwitch'
import { tradeWords } from './roles'

/** My name as I am called, my trade, and for a rider whether he is free. */
export function Who({ me }: { me: Me }) {
  const trade = tradeWords(me.trade)
  const isRider = me.memberships.some(({ communityId }) => may(people.free, me, { communityId }))
  return (
    <Card>
      <View className="me-who">
        <Avatar name={me.name || '街坊'} />
        <View>
          <View className="me-name">{me.name || '街坊'}</View>
          {trade && <View className="me-line">{trade}</View>}
        </View>
      </View>
      {isRider && <FreeSwitch />}
    </Card>
  )
}
