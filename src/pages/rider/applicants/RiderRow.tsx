import { View } from '@tarojs/components'
import { dotted } from '@domain/line'
import { trades } from '@domain/person'
import type { RiderLine } from '@domain/rider/record'
import { certificateKinds, wordOf } from '@domain/rider/words'
import { go, paths } from '@/client'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { Tag } from '@/components/Tag'
import '../rider.scss'

/** One of 这里的师傅; a paper that ran out is said here. */
export function RiderRow({ row }: { row: RiderLine }) {
  const { id, name, trade, firm, expired } = row
  return (
    <Card onTap={() => void go(paths.riderOne({ id }))} ariaLabel={name}>
      <View className="rider-row">
        <View className="rider-row__words">
          <View className="rider-name">{name}</View>
          <View className="rider-line">{dotted(wordOf(trades, trade), firm)}</View>
          {expired.length > 0 && (
            <Tag tone="waiting">{`${expired.map(kind => wordOf(certificateKinds, kind)).join('、')}过期了`}</Tag>
          )}
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  )
}
