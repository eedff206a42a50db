import { View } from '@tarojs/components'
import type { IconName } from '@/theme/icon-name'
import { Icon } from '../Icon'
import './index.scss'

/** 怎么样了: waiting for someone, going on, done, stuck, or none of these. */
export type Tone = 'waiting' | 'going' | 'done' | 'stuck' | 'plain'

/** The icon that goes with each tone where nothing better is known. */
export const toneIcons = {
  waiting: 'hourglass',
  going: 'clock',
  done: 'circle-check',
  stuck: 'triangle-alert',
  plain: 'circle',
} as const satisfies Record<Tone, IconName>

interface Props {
  tone: Tone
  /** The state as a word or a sentence; it wraps. */
  children: string
  icon?: IconName
}

/** 状态: a word, a colour and an icon, never a colour alone. */
export function Tag({ tone, children, icon = toneIcons[tone] }: Props) {
  return (
    <View className={`tag tag--${tone}`}>
      <Icon name={icon} />
      <View className="tag__words">{children}</View>
    </View>
  )
}
