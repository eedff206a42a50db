import { View } from '@tarojs/components'
import type { Ask } from '@domain/errand/ask'
import { moneyWords } from '@domain/errand/money'
import { Choice } from '@/components/Choice'
import { Notice } from '@/components/Notice'
import { caps } from './answers'
import type { StepProps } from './step'

type Money = Ask['money']

const paid: Money = { how: 'paid' }
const none: Money = { how: 'none' }
const atDoor: Money[] = caps.map(capYuan => ({ how: 'atDoor', capYuan }))
const nameOf = ({ how, capYuan }: Money) => `${how}${capYuan ?? ''}`

/** 5. 钱怎么算？ Medicine is paid for before anybody fetches it. */
export function StepMoney({ answers, answer }: StepProps) {
  const ways = answers.kind === 'medicine' ? [paid, none] : [paid, ...atDoor, none]
  const pick = (name: string) => {
    const money = ways.find(way => nameOf(way) === name)
    if (money) answer({ money })
  }
  return (
    <View className="ask__list">
      <Choice
        ariaLabel="钱怎么算"
        options={ways.map(way => ({ value: nameOf(way), label: moneyWords(way) }))}
        chosen={answers.money && nameOf(answers.money)}
        onChoose={pick}
      />
      <Notice>钱不经过这里，到了当面给清</Notice>
    </View>
  )
}
