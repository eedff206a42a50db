import { View } from '@tarojs/components'
import type { IconName } from '@/theme/icon-name'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  icon: IconName
  title: string
  /** What is behind it now: 送饭 拿药 代买…, 2 件在办. */
  line?: string
  onOpen: () => void
  /** The one that most people came for: the red one. */
  main?: boolean
}

/** 三个大入口: one of the big ways in on the home page. */
export function HomeEntry({ icon, title, line, onOpen, main = false }: Props) {
  return (
    <View
      className={main ? 'home-entry home-entry--main' : 'home-entry'}
      onClick={onOpen}
      hoverClass="pressed"
      ariaRole="button"
      ariaLabel={line ? `${title}，${line}` : title}
    >
      <View className="home-entry__square">
        <Icon name={icon} />
      </View>
      <View className="home-entry__words">
        <View className="home-entry__title">{title}</View>
        {line ? <View className="home-entry__line">{line}</View> : null}
      </View>
      <Icon name="chevron-right" />
    </View>
  )
}
