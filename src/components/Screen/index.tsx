import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import './index.scss'
import { usePhoneLine } from './phone-state'
import { textSize, useTextScale, type TextScale } from './text-size'

const sizes: Record<TextScale, string> = { 1: 'screen', 1.2: 'screen screen--larger', 1.4: 'screen screen--largest' }

interface Props {
  children: ReactNode
  /** Stays at the foot of the screen: the one action, or 打电话给社区. */
  bar?: ReactNode
  /** Messages of the moment. Their slot always stands, so that one that comes or goes does not send the page again. */
  notice?: ReactNode
  /** A thin line at the top: what is shown is being asked for again. */
  refreshing?: boolean
  /** Without side gaps, for screens that lay out their own columns. */
  wide?: boolean
}

/** 一屏: every page's outermost part. Paper, the person's text size, room for the phone's edges. */
export function Screen({ children, bar, notice, refreshing = false, wide = false }: Props) {
  useDidShow(textSize.refresh)
  return (
    <View className={sizes[useTextScale()]}>
      <View className={refreshing ? 'screen__pull screen__pull--on' : 'screen__pull'} />
      <View className={wide ? 'screen__body screen__body--wide' : 'screen__body'}>
        <View className="screen__line" ariaLive="polite">
          {usePhoneLine()}
        </View>
        <View className="screen__notice">{notice}</View>
        {children}
      </View>
      {bar ? <View className="screen__bar">{bar}</View> : null}
    </View>
  )
}
