import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { may } from '@domain/operation'
import { rider } from '@domain/rider'
import { clockOf } from '@domain/time'
import { useAction, useCommunity, useMe, useNow, type Answer } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { GoHome } from '@/components/GoHome'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import '../rider.scss'

/** 工牌: shown by a tap, for ten minutes; or to be printed. Whoever scans it reads from the community who he is. */
export default function RiderBadge() {
  const me = useMe()
  const now = useNow()
  const { id: communityId } = useCommunity()
  const badge = useAction(rider.badge)
  const [shown, setShown] = useState<Answer<typeof rider.badge>>()
  const show = async (printed?: true) => {
    const answer = await badge.run(printed ? { printed } : {})
    if (answer) setShown(answer)
  }
  if (!may(rider.badge, me, { communityId }))
    return (
      <Screen>
        <Empty icon="users" foot={<GoHome />}>
          社区确认您是师傅以后，就有工牌
        </Empty>
      </Screen>
    )
  const isOver = shown?.until !== undefined && shown.until <= now
  return (
    <Screen>
      {shown && !isOver && (
        <View className="rider-badge">
          <Image
            className="rider-badge__code"
            src={shown.png.startsWith('data:') ? shown.png : `data:image/png;base64,${shown.png}`}
            mode="widthFix"
            showMenuByLongpress={shown.until === undefined}
            ariaLabel="工牌的码"
          />
          <View className="rider-name">{me.name}</View>
          <View className="rider-line">
            {shown.until === undefined
              ? '长按存图，打印出来。印出来的能被人拿走，所以扫它的人会看到要对照片'
              : `请对方用微信扫。${clockOf(shown.until)} 前有效，截图过期就没用`}
          </View>
        </View>
      )}
      {isOver && <Notice>过期了，再亮一次</Notice>}
      <Button icon="scan-line" busy={badge.busy} onTap={() => show()}>
        {shown ? '重新亮一次' : '亮工牌'}
      </Button>
      <Button look="quiet" busy={badge.busy} onTap={() => show(true)}>
        要一张能打印的
      </Button>
      <FailureLine failure={badge.failure} />
      <View className="rider-line">扫的人看到您的称呼、行当和头像，看不到电话和公司。</View>
    </Screen>
  )
}
