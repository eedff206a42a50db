import { View } from '@tarojs/components'
import type { Visit } from '@domain/station'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { wechat } from '@/wechat'
import { whyWords } from '@/wechat/why'
import { TypeCode } from './TypeCode'
import type { Doubt } from './use-arrival'

const reasonOf = (doubt: Doubt): string =>
  doubt === 'outside' ? '位置离驿站有点远，可能是手机定得不准' : whyWords(doubt, '位置')

/** What the person can do about it himself, beside trying again. */
const advice: Partial<Record<Doubt, string>> = {
  refused: '打开“位置信息”，回来点下面再看一次',
  off: '在手机的设置里打开定位，回来再看一次',
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
  const reason = doubt && reasonOf(doubt)
  const help = doubt && advice[doubt]
  return (
    <View className="arriving">
      <Notice tone="waiting">{`${reason ? `${reason}。` : ''}先给您记着，等店里人点一下。不点也能歇脚接水。`}</Notice>
      <Card>
        <View className="arrive-title">请店里人点一下</View>
        <View className="arrive-line">{`${stationName ?? '店里'}的人手机上有“他在这儿”，点了就记好。`}</View>
        <Button icon="refresh-cw" onTap={onAskAgain}>
          店里人点过了
        </Button>
      </Card>
      {doubt !== 'undeclared' && (
        <Card>
          <View className="arrive-title">{doubt === 'outside' ? '走近一点再试' : '打开位置再试'}</View>
          {doubt === 'refused' && (
            <Button look="quiet" onTap={wechat.openSettings}>
              去设置
            </Button>
          )}
          {doubt === 'privacy' && (
            <Button look="text" onTap={wechat.openContract}>
              看隐私说明
            </Button>
          )}
          {help && <View className="arrive-line">{help}</View>}
          <Button look="quiet" icon="map-pin" onTap={onTryAgain}>
            再看一次位置
          </Button>
        </Card>
      )}
      <Card>
        <TypeCode plain onCode={onOtherCode} />
      </Card>
    </View>
  )
}
