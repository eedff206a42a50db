import { View } from '@tarojs/components'
import type { Errand, Kind } from '@domain/errand/record'
import { moneyWords, titleOf } from '@domain/errand/standing'
import { dotted, unbroken } from '@domain/line'
import { Card } from '@/components/Card'
import { ErrandActions, kindOf, type ErrandActing } from '@/components/ErrandActions'
import { InHandPlace } from './InHandPlace'
import { latestWords } from './hands'
import './calm.scss'

interface Props {
  errand: Errand
  acting: ErrandActing
  /** This card holds the one red button of the screen. */
  loud: boolean
}

/** What is done with an errand in hand; looking is drawn beside the place. */
const carrying = ['depart', 'deliver', 'handBack', 'fail'] as const

/** What the number to be said where it is fetched is called. */
const codeNames: Partial<Record<Kind, string>> = { meal: '取餐号', medicine: '取药号', parcel: '取件码' }

/** 手上的: the place first and big, what and by when, the 口令, and the one action at thumb height. */
export function InHandCard({ errand, acting, loud }: Props) {
  const fetch = [
    errand.pickUp && `去${errand.pickUp}拿`,
    errand.code && `${codeNames[kindOf(errand)] ?? '号码'} ${errand.code}`,
  ]
  const more = [moneyWords(errand.money), errand.heavy && '有点重', errand.note && `家里说：${errand.note}`]
  // Door and phones stand at the top of the card already.
  const besides = { ...acting, revealed: () => undefined }
  return (
    <Card>
      <InHandPlace errand={errand} acting={acting} />
      <View className="rider-line">{dotted(titleOf(errand, 'rider'), errand.what)}</View>
      <View className="rider-line rider-line--strong">{latestWords(errand, acting.now)}</View>
      {errand.word && (
        <View className="rider-line rider-line--strong">{`${unbroken('口令', errand.word)}，到门口先说`}</View>
      )}
      <View className="rider-line">{dotted(...fetch)}</View>
      <View className="rider-small">{dotted(...more)}</View>
      <View className={loud ? 'rider-act' : 'rider-act home-calm'}>
        <ErrandActions errand={errand} side="rider" acting={besides} verbs={carrying} />
      </View>
    </Card>
  )
}
