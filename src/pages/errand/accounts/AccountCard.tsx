import { View } from '@tarojs/components'
import { moneyStanding } from '@domain/errand/money'
import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import { dotted } from '@domain/line'
import { clockOf, dayWord } from '@domain/time'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ErrandActions, type ErrandActing } from '@/components/ErrandActions'
import { Tag } from '@/components/Tag'

/** Who may be telephoned, and what may be written down after it. */
const settling = ['pay', 'receive', 'bill', 'reveal'] as const

interface Props {
  errand: Errand
  acting: ErrandActing
}

/** One open sum: whose errand, who laid it out, what is missing. */
export function AccountCard({ errand, acting }: Props) {
  const { id, deliveredAt = acting.now, riderName } = errand
  return (
    <Card>
      <View className="accounts__title">{titleOf(errand, 'desk')}</View>
      <View>{dotted(riderName, `${dayWord(deliveredAt, acting.now)} ${clockOf(deliveredAt)} 送到`, errand.what)}</View>
      <Tag tone="waiting">{moneyStanding(errand, 'desk') ?? ''}</Tag>
      <ErrandActions errand={errand} side="desk" acting={acting} verbs={settling} compact />
      <Button look="text" onTap={() => go(paths.errandOne({ id }))}>
        看这一单
      </Button>
    </Card>
  )
}
