import { View } from '@tarojs/components'
import { moneyStanding } from '@domain/errand/money'
import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import { dotted, spelled } from '@domain/line'
import { windowWords } from '@domain/time'
import { Card } from '@/components/Card'
import { ErrandActions, placeWords, type ErrandActing } from '@/components/ErrandActions'
import './calm.scss'

interface Props {
  errand: Errand
  acting: ErrandActing
  loud: boolean
}

const settling = ['bill', 'receive'] as const

/** 没算清的账, for whoever laid it out: what was brought when, how the money stands, and the one word that is his. */
export function OwedCard({ errand, acting, loud }: Props) {
  return (
    <Card>
      <View className="rider-title">
        {dotted(titleOf(errand, 'rider'), errand.when && spelled(windowWords(errand.when, acting.now)))}
      </View>
      <View className="rider-small">{placeWords(errand)}</View>
      <View className="rider-line rider-line--strong">{moneyStanding(errand, 'rider') ?? ''}</View>
      <View className={loud ? 'rider-act' : 'rider-act home-calm'}>
        <ErrandActions errand={errand} side="rider" acting={acting} verbs={settling} />
      </View>
    </Card>
  )
}
