import { View } from '@tarojs/components'
import { Icon } from '../Icon'
import './index.scss'

/** 正在打开: shown only after a third of a second, so that what is quick does not flicker. */
export function Loading({ children = '正在打开…' }: { children?: string }) {
  return (
    <View className="loading" ariaRole="status" ariaLive="polite">
      <Icon name="loader" turning />
      <View className="loading__words">{children}</View>
    </View>
  )
}
