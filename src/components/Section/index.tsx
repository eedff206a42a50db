import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

interface Props {
  title: string
  /** How many, or a small link, at the right of the title. */
  aside?: ReactNode
  children: ReactNode
}

/** 一栏: a title, and what belongs under it. */
export function Section({ title, aside, children }: Props) {
  return (
    <View className="section">
      <View className="section__head">
        <View className="section__title">{title}</View>
        {aside ? <View className="section__aside">{aside}</View> : null}
      </View>
      {children}
    </View>
  )
}
