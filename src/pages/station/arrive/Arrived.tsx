import { View } from '@tarojs/components'
import type { Visit } from '@domain/station'
import { people } from '@domain/people'
import { may } from '@domain/operation'
import { go, paths, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FreeSwitch } from '@/components/FreeSwitch'
import { Icon } from '@/components/Icon'
import { TodaysLesson } from './TodaysLesson'

/** 到了，记好了: and what one may like to do now, a lesson of three minutes or, for a rider, to say that he is free. */
export function Arrived({ visit }: { visit: Visit }) {
  const me = useMe()
  const { communityId, stationId, stationName } = visit
  return (
    <View className="arriving">
      <Card>
        <View className="arrive-title">
          <Icon name="circle-check" />
          <View>到了，记好了</View>
        </View>
        <View className="arrive-line">{stationName ? `${stationName}，歇一会儿吧` : '歇一会儿吧'}</View>
        {stationId && (
          <Button look="text" onTap={() => go(paths.stationOne({ id: stationId }))}>
            这里有什么
          </Button>
        )}
      </Card>
      {may(people.free, me, { communityId }) && (
        <Card>
          <FreeSwitch />
        </Card>
      )}
      <TodaysLesson communityId={communityId} />
    </View>
  )
}
