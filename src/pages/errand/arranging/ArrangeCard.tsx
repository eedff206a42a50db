import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { becauses } from '@domain/errand/chosen'
import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import { dotted, phrase } from '@domain/line'
import { useNow } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Tag } from '@/components/Tag'
import { needWords } from '../../tab/home/desk/board'
import type { Arranging } from './use-arranging'
import './arranging.scss'

interface Props {
  errand: Errand
  /** All that are arranged here together. */
  among: readonly Errand[]
  arranging: Arranging
  /** What becomes of one that is left out: 先不派, 回到等派. */
  leaveWords: string
  onChange: () => void
  /** What must be said of it beside. */
  children?: ReactNode
}

/** One errand of a proposal: what it is, whom it goes to and why, and the two ways to have it otherwise. */
export function ArrangeCard({ errand, among, arranging, leaveWords, onChange, children }: Props) {
  const now = useNow()
  const plan = arranging.planOf(errand)
  const isLeft = arranging.isLeft(errand)
  const clashing = arranging.clashOf(errand, among)
  return (
    <Card>
      <View className="arrange__head">
        <View className="arrange__title">{dotted(titleOf(errand, 'desk'), needWords(errand, now))}</View>
        <View className="arrange__line">{dotted(errand.what, phrase(errand.stairs ?? ''), errand.heavy && '重')}</View>
      </View>
      {plan && (
        <View className="arrange__head">
          <View className="arrange__who">{plan.name}</View>
          <View className="arrange__line">
            {plan.because ? becauses[plan.because] : dotted(...plan.reasons.map(phrase))}
          </View>
        </View>
      )}
      {clashing && <Tag tone="stuck">{`和“${titleOf(clashing, 'desk')}”撞了时间，换一位`}</Tag>}
      {!plan && <View className="arrange__line">{isLeft ? leaveWords : '现在没有合适的师傅'}</View>}
      {children}
      <View className="arrange__row">
        <Button look="quiet" inline onTap={onChange}>
          {plan ? '换人' : '选人'}
        </Button>
        {plan && (
          <Button look="text" inline onTap={() => arranging.leave(errand)}>
            {leaveWords}
          </Button>
        )}
        {isLeft && errand.proposed && (
          <Button look="text" inline onTap={() => arranging.take(errand)}>
            还是派
          </Button>
        )}
      </View>
    </Card>
  )
}
