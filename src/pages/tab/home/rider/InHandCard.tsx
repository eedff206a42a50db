import { View } from '@tarojs/components'
import { carriedWords, fetchWords, loadOf } from '@domain/errand/kind/words'
import type { Errand, Kind } from '@domain/errand/record'
import { moneyWords } from '@domain/errand/money'
import { standing } from '@domain/errand/standing'
import { titleOf } from '@domain/errand/title'
import { dotted, spelled, unbroken } from '@domain/line'
import { Card } from '@/components/Card'
import { DoorAndPhones, ErrandActions, kindOf, placeWords, type ErrandActing } from '@/components/ErrandActions'
import { Tag } from '@/components/Tag'
import { TellDesk } from '../../../errand/TellDesk'
import { latestWords } from './hands'
import './calm.scss'

interface Props {
  errand: Errand
  acting: ErrandActing
  /** This card holds the one red button of the screen. */
  loud: boolean
}

/** What is done with an errand in hand. */
const carrying = ['depart', 'deliver', 'late', 'handBack', 'fail'] as const

/** What the number to be said where it is fetched is called. */
const codeNames: Partial<Record<Kind, string>> = { meal: '取餐号', medicine: '取药号', parcel: '取件码' }

/**
 * 手上的: the place first and big, or the door and the phones once they were looked at; by when, the 口令 and what; and the one action, in sight
 * on a small phone too.
 */
export function InHandCard({ errand, acting, loud }: Props) {
  const fetch = [
    (errand.pickUp ?? errand.goodsAt) && fetchWords(errand),
    errand.code && `${codeNames[kindOf(errand)] ?? '号码'}\u00a0${spelled(errand.code)}`,
  ]
  const more = [
    moneyWords(errand.money),
    errand.heavy && '有点重',
    ...carriedWords(errand),
    errand.note && `家里说：${errand.note}`,
    errand.answer && `家里补了：${errand.answer}`,
  ]
  const word = errand.word && `${unbroken(`口令 ${errand.word}`)}，到门口先说`
  const isStopped = errand.stop !== undefined && errand.stop.until > acting.now
  // What he said himself is answered where he said it.
  const isTold = isStopped || errand.late !== undefined
  const { words, tone } = standing(errand, 'rider', acting.now)
  const door = acting.revealed(errand)
  // Door and phones stand at the top of the card already.
  const besides = { ...acting, revealed: () => undefined }
  return (
    <Card>
      {isTold && <Tag tone={tone}>{words}</Tag>}
      {door ? (
        <DoorAndPhones revealed={door} onCall={acting.dial} />
      ) : (
        <View className="rider-place">{placeWords(errand)}</View>
      )}
      <View className="rider-line rider-line--strong">{dotted(latestWords(errand, acting.now), word)}</View>
      <View className="rider-line">{dotted(titleOf(errand, 'rider'), loadOf(errand), ...fetch)}</View>
      <View className="rider-small">{dotted(...more)}</View>
      <View className={loud ? 'rider-act' : 'rider-act home-calm'}>
        <ErrandActions
          errand={errand}
          side="rider"
          acting={besides}
          verbs={door ? carrying : [...carrying, 'reveal']}
        />
        <TellDesk errand={errand} />
      </View>
    </Card>
  )
}
