import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../Button'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  /** The failure's sentence: what happened, what to do now. */
  children: string
  /** Without it there is nothing to try again. */
  onRetry?: () => unknown
  /** 打电话给社区, and whatever else helps. */
  foot?: ReactNode
}

/** 没打开: what could not be shown, with 再试一次. */
export function Failed({ children, onRetry, foot }: Props) {
  return (
    <View className="failed" ariaRole="alert">
      <View className="failed__words">
        <Icon name="cloud-off" />
        <View className="failed__sentence">{children}</View>
      </View>
      {onRetry ? (
        <Button look="quiet" icon="refresh-cw" onTap={onRetry}>
          再试一次
        </Button>
      ) : null}
      {foot}
    </View>
  )
}
