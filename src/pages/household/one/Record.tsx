import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import type { Revealed } from '@domain/household/revealed'
import { consentWays, knockNames, knockWords } from '@domain/household/words'
import { isKeyOf } from '@domain/key'
import { dateWord } from '@domain/time'
import { go, paths, useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { DoorAndPhones, FailureLine } from '@/components/ErrandActions'
import { wechat } from '@/wechat'

function consentWords({ consent }: Household): string | undefined {
  if (!consent) return undefined
  const way = isKeyOf(consentWays, consent.how) ? consentWays[consent.how] : ''
  return `${consent.by ?? '老人'}${way}跟${consent.toldTo}说同意，${dateWord(consent.at)}`
}

/** What is known of the home; door and phones only after a tap that the family can read of. */
export function Record({ home }: { home: Household }) {
  const reveal = useAction(household.reveal)
  const [shown, setShown] = useState<Revealed>()
  const phones = (home.masked ?? []).map(({ number, whose }) => `${whose} ${number}`)
  const chosen = knockNames.filter(name => home.knocks?.includes(name))
  const facts: [string, string | undefined][] = [
    ['住', home.alone === undefined ? undefined : home.alone ? '一个人住' : '有人同住'],
    ['怎么敲门', knockWords(chosen)],
    ['来的人要知道', home.note],
    ['常来的师傅', home.regularRider],
    ['电话', phones.join('，') || undefined],
    ['老人同意', consentWords(home)],
  ]
  return (
    <Card>
      {facts.map(([name, words]) =>
        words ? (
          <View key={name} className="household__fact">
            <View className="household__fact-name">{name}</View>
            <View className="household__fact-words">{words}</View>
          </View>
        ) : null,
      )}
      {shown ? (
        <DoorAndPhones revealed={shown} onCall={number => void wechat.phoneCall(number)} />
      ) : (
        <Button
          look="quiet"
          icon="eye"
          busy={reveal.busy}
          onTap={async () => setShown(await reveal.run({ id: home.id }))}
        >
          看门牌和号码（家里会看到记录）
        </Button>
      )}
      <FailureLine failure={reveal.failure} />
      <Button look="text" icon="pencil" onTap={() => go(paths.householdEdit({ id: home.id }))}>
        改一改
      </Button>
    </Card>
  )
}
