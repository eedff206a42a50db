import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../Button'
import './index.scss'

interface Props {
  open: boolean
  /** The question, as one would ask it. */
  title: string
  /** What happens then, or a field for the reason. */
  children?: ReactNode
  /** What the button does, in its own words; never 确定. */
  confirm: string
  onConfirm: () => unknown
  cancel?: string
  onCancel: () => void
  disabled?: boolean
}

/** 问一句: before something that others will notice. */
export function Dialog(props: Props) {
  const { open, title, children, confirm, onConfirm, cancel = '先不', onCancel, disabled } = props
  if (!open) return null
  return (
    <View className="dialog" catchMove>
      <View className="dialog__paper" ariaRole="alertdialog" ariaLabel={title}>
        <View className="dialog__title">{title}</View>
        {children ? <View className="dialog__words">{children}</View> : null}
        <Button onTap={onConfirm} disabled={disabled}>
          {confirm}
        </Button>
        <Button look="quiet" onTap={onCancel}>
          {cancel}
        </Button>
      </View>
    </View>
  )
}
