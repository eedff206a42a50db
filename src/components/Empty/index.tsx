import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IconName } from '@/theme/icon-name'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  /** What is not there, and that nothing is wrong. */
  children: string
  icon?: IconName
  /** What a person may do instead. */
  foot?: ReactNode
}

/** 空: nothing to show, said calmly. */
export function Empty({ children, icon, foot }: Props) {
  return (
    <View className="empty">
      {icon ? (
        <View className="empty__icon">
          <Icon name={icon} />
        </View>
      ) : null}
      <View className="empty__words">{children}</View>
      {foot}
    </View>
  )
}
