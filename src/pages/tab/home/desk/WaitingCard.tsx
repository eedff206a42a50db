import { View } from '@tarojs/components'
import type { RiderCard } from '@domain/errand/dispatching'
import { dueWords } from '@domain/errand/due-words'
import type { Errand } from '@domain/errand/record'
import { suggest } from '@domain/errand/suggest'
import { dotted, phrase } from '@domain/line'
import { Card } from '@/components/Card'
import { ErrandActions, type ErrandActing } from '@/components/ErrandActions'
import { waitedWords } from './board'
import { nextVerbs, waitingVerbs } from './choices'
import { DeskHead } from './DeskHead'
import { VerifyHousehold } from './VerifyHousehold'
import '../rider/calm.scss'

interface Props {
  errand: Errand
  acting: ErrandActing
  riders: readonly RiderCard[] | undefined
  onOpen: () => void
  loud?: boolean
}

/** 等派: what, for whom, by when, how long it has waited; whom one might ask, and why him. */
export function WaitingCard({ errand, acting, riders, onOpen, loud = false }: Props) {
  const { now } = acting
  const best = suggest(errand, riders ?? [], now)[0]
  return (
    <Card>
      <DeskHead errand={errand} now={now} onOpen={onOpen} />
      <View className="desk-waited">{dotted(waitedWords(errand, now), dueWords(errand, now))}</View>
      {errand.newcomer ? (
        <VerifyHousehold errand={errand} acting={acting} loud={loud} />
      ) : (
        <>
          {best && <View className="desk-why">{`${best.rider.name}：${dotted(...best.reasons.map(phrase))}`}</View>}
          {riders && !best && <View className="desk-why">现在没有合适的师傅，可以请大家看看</View>}
          <View className={loud ? 'desk-act' : 'desk-act home-calm'}>
            <ErrandActions
              errand={errand}
              side="desk"
              acting={acting}
              riders={riders}
              verbs={loud ? nextVerbs : waitingVerbs}
              compact
            />
          </View>
        </>
      )}
    </Card>
  )
}
