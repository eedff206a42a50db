import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Visit } from '@domain/station'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { TypeCode } from './TypeCode'
import type { Doubt } from './use-arrival'

const reasons: Record<Doubt, string> = {
  outside: '位置离驿站有点远，可能是手机定得不准',
  refused: '没有打开位置，也没关系',
  off: '手机没给出位置，也没关系',
}

interface Props {
  visit: Visit
  doubt?: Doubt
  onTryAgain: () => Promise<void>
  onAskAgain: () => Promise<void>
  onOtherCode: (code: string) => void
}

/** The visit stands as waiting: 请店里人点一下, 去设置, or 再扫一次. None is compulsory; the station serves him all the same. */
export function ThreeWays({ visit, doubt, onTryAgain, onAskAgain, onOtherCode }: Props) {
  const { stationName } = visit
  const [sent, setSent] = useState(false)
  return (
    <View className="arriving">
      <Notice tone="waiting">{`${doubt ? `${reasons[doubt]}。` : ''}先给您记着，等店里人点一下。不点也能歇脚接水。`}</Notice>
      <Card>
        <View className="arrive-title">请店里人点一下</View>
        <View className="arrive-line">{`${stationName ?? '店里'}的人手机上有“他在这儿”，点了就记好。`}</View>
        <Button icon="refresh-cw" onTap={onAskAgain}>
          店里人点过了
        </Button>
      </Card>
      <Card>
        <View className="arrive-title">{doubt === 'outside' ? '走近一点再试' : '打开位置再试'}</View>
        {doubt === 'refused' && (
          <Button look="quiet" openType="openSetting" onTap={() => setSent(true)}>
            去设置
          </Button>
        )}
        {sent && <View className="arrive-line">打开“位置信息”，回来点下面再看一次</View>}
        <Button look="quiet" icon="map-pin" onTap={onTryAgain}>
          再看一次位置
        </Button>
      </Card>
      <Card>
        <TypeCode plain onCode={onOtherCode} />
      </Card>
    </View>
  )
}
