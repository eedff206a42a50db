import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

/** A place that always stands, so that what comes into it when an answer is here does not send again what stands beside it. */
export function Slot({ children }: { children: ReactNode }) {
  return <View className="slot">{children}</View>
}
