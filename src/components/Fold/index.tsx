import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  title: string
  /** How many are inside: it stands there also when folded. */
  count?: number
  open?: boolean
  children: ReactNode
}

/** 折起来: what is there but not now. Its inside is not drawn until it is opened. */
export function Fold({ title, count, open: openAtFirst = false, children }: Props) {
  const [open, setOpen] = useState(openAtFirst)
  const name = count === undefined ? title : `${title} ${count}`
  return (
    <View className="fold">
      <View
        className="fold__head"
        onClick={() => setOpen(!open)}
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={`${name}，${open ? '收起' : '展开'}`}
      >
        <View className="fold__title">{name}</View>
        <View className="fold__word">{open ? '收起' : '展开'}</View>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
      </View>
      <View className="fold__inside">{open ? children : null}</View>
    </View>
  )
}
