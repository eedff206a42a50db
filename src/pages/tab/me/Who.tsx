import { View } from '@tarojs/components'
import type { Me } from '@domain/role'
import { people } from '@domain/people'
import { may } from '@domain/operation'
import { go, paths, useQuery } from '@/client'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FreeSwitch } from '@/components/FreeSwitch'
import { tradeWords } from './roles'

/** My name as I am called, my trade, and for a rider whether he is free. */
export function Who({ me }: { me: Me }) {
  const trade = tradeWords(me.trade)
  const isRider = me.memberships.some(({ communityId }) => may(people.free, me, { communityId }))
  const { data } = useQuery(people.face, me.face === undefined ? null : {})
  return (
    <Card>
      <View className="me-who">
        <Avatar name={me.name || '街坊'} face={data?.url} />
        <View>
          <View className="me-name">{me.name || '街坊'}</View>
          {trade && <View className="me-line">{trade}</View>}
        </View>
      </View>
      <Button look="text" onTap={() => go(paths.peopleMyself())}>
        称呼和头像
      </Button>
      {isRider && <FreeSwitch />}
    </Card>
  )
}
