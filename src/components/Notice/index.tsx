import { View } from '@tarojs/components'
import type { IconName } from '@/theme/icon-name'
import { Icon } from '../Icon'
import { toneIcons, type Tone } from '../Tag'
import './index.scss'

interface Props {
  tone?: Tone
  children: string
  icon?: IconName
  /** What can be done about it, in a word or two. */
  action?: string
  onAction?: () => void
}

/** 提示: one message in its place on the screen, with what to do now. It does not fly away. */
export function Notice({ tone = 'plain', children, icon, action, onAction }: Props) {
  return (
    <View className={`notice notice--${tone}`} ariaRole={tone === 'stuck' ? 'alert' : 'status'} ariaLive="polite">
      <Icon name={icon ?? (tone === 'plain' ? 'bell' : toneIcons[tone])} />
      <View className="notice__words">{children}</View>
      {action ? (
        <View className="notice__action" onClick={onAction} hoverClass="pressed" ariaRole="button">
          {action}
        </View>
      ) : null}
    </View>
  )
}
