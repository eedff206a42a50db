import { View } from '@tarojs/components'
import type { IconName } from '@/theme/icon-name'
import { Icon } from '../Icon'
import './index.scss'

/** 送饭 拿药 代买…: the tinted square before an errand, or before anything in a list. The word stands beside it. */
export function KindSquare({ icon }: { icon: IconName }) {
  return (
    <View className={`kind-square kind-square--${icon}`}>
      <Icon name={icon} />
    </View>
  )
}
