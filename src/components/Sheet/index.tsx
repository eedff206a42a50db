import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** The action, below what scrolls. */
  foot?: ReactNode
}

/** 底部弹层: what is chosen or read without leaving the screen. The page behind does not move. */
export function Sheet({ open, title, onClose, children, foot }: Props) {
  if (!open) return null
  return (
    <View className="sheet" catchMove>
      <View className="sheet__shade" onClick={onClose} />
      <View className="sheet__paper" ariaRole="dialog" ariaLabel={title}>
        <View className="sheet__head">
          <View className="sheet__title">{title}</View>
          <View className="sheet__close" onClick={onClose} hoverClass="pressed" ariaRole="button" ariaLabel="关闭">
            <Icon name="x" />
          </View>
        </View>
        <ScrollView className="sheet__body" scrollY>
          <View className="sheet__inside">{children}</View>
        </ScrollView>
        {foot ? <View className="sheet__foot">{foot}</View> : null}
      </View>
    </View>
  )
}
