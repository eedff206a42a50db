import { View } from '@tarojs/components'
import { Button } from '../Button'
import { KindSquare } from '../KindSquare'
import { Tag } from '../Tag'
import type { Card, ListCardProps } from './card'
import './index.scss'

/** 列表卡片: the twin of native/index.wxml; the same nodes with the same classes. */
export function ListCard({ card, onOpen, onAct, onQuiet }: ListCardProps) {
  const { id, icon, title, place, lines = [], standing, tone, at, action, quiet, busy } = card
  return (
    <View className={tone === 'stuck' ? 'list-card list-card--stuck' : 'list-card'}>
      <View
        className="list-card__open"
        onClick={() => onOpen?.(id)}
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={`${title}，${standing}`}
      >
        <KindSquare icon={icon} />
        <View className="list-card__words">
          <View className="list-card__head">
            <View className="list-card__title">{title}</View>
            {at ? <View className="list-card__at">{at}</View> : null}
          </View>
          {place ? <View className="list-card__place">{place}</View> : null}
          {lines.map(line => (
            <View key={line} className="list-card__line">
              {line}
            </View>
          ))}
          <View className="list-card__standing">
            <Tag tone={tone}>{standing}</Tag>
          </View>
        </View>
      </View>
      {action ? (
        <Button busy={busy} onTap={() => onAct?.(id)}>
          {action}
        </Button>
      ) : null}
      {quiet ? (
        <Button look="text" onTap={() => onQuiet?.(id)}>
          {quiet}
        </Button>
      ) : null}
    </View>
  )
}

export type { Card, ListCardProps }
