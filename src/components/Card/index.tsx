import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

interface Props {
  children: ReactNode
  /** 卡住: a dark left edge. The words and the icon inside say it too. */
  stuck?: boolean
  /** The whole card opens something. */
  onTap?: () => void
  ariaLabel?: string
}

/** 卡片: a sheet on the notice board; what is in it stands 12 px apart. */
export function Card({ children, stuck = false, onTap, ariaLabel }: Props) {
  const className = stuck ? 'card card--stuck' : 'card'
  if (!onTap) return <View className={className}>{children}</View>
  return (
    <View className={className} onClick={onTap} hoverClass="pressed" ariaRole="button" ariaLabel={ariaLabel}>
      {children}
    </View>
  )
}
