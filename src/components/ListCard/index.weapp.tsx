import '../Button/index.scss'
import '../KindSquare/index.scss'
import '../Tag/index.scss'
import { useSteady, type Card, type ListCardProps } from './card'
import './index.scss'

type Told = (event: { detail: { id: string } }) => void

declare module 'react' {
  // The native component, as its page config declares it (`declared.ts`).
  namespace JSX {
    interface IntrinsicElements {
      'list-card': { card: Card; onOpen: Told; onAct: Told; onQuiet: Told }
    }
  }
}

/** 列表卡片: a native component in WeChat, where it is sent as one small object instead of a dozen nodes. */
export function ListCard({ card, onOpen, onAct, onQuiet }: ListCardProps) {
  return (
    <list-card
      card={useSteady(card)}
      onOpen={event => onOpen?.(event.detail.id)}
      onAct={event => onAct?.(event.detail.id)}
      onQuiet={event => onQuiet?.(event.detail.id)}
    />
  )
}

export type { Card, ListCardProps }
