import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import type { Community } from '@domain/people'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions'
import { Field } from '@/components/Field'
import { HouseholdPlace } from '@/components/HouseholdForm'
import { placeOf, type Edited } from './changes'

const mostPhones = 4

interface Props {
  home: Household
  community: Community
  edited: Edited
  put: (some: Partial<Edited>) => void
}

/** Door and phones are put right by whoever has looked at them, and the look stands in the family's list. */
export function DoorAndPhones({ home, community, edited: { place, phones }, put }: Props) {
  const reveal = useAction(household.reveal)
  const [now, setNow] = useState<string>()
  if (!place || !phones)
    return (
      <>
        <Button
          look="quiet"
          icon="eye"
          busy={reveal.busy}
          onTap={async () => {
            const shown = await reveal.run({ id: home.id })
            if (!shown) return
            setNow(shown.place)
            put({ place: placeOf(home), phones: shown.phones })
          }}
        >
          看门牌和号码再改（家里会看到记录）
        </Button>
        <FailureLine failure={reveal.failure} />
      </>
    )
  const set = (at: number, some: Partial<(typeof phones)[number]>) =>
    put({ phones: phones.map((phone, i) => (i === at ? { ...phone, ...some } : phone)) })
  return (
    <>
      <Card>
        <View className="household__line">{`现在是 ${now ?? ''}。单元和门牌不变就空着`}</View>
      </Card>
      <HouseholdPlace community={community} answers={place} put={some => put({ place: { ...place, ...some } })} />
      {phones.map(({ number, whose }, at) => (
        // A phone has no name of its own before it is written down.
        // oxlint-disable-next-line react/no-array-index-key
        <Card key={at}>
          <Field label="电话" typed="phone" value={number} maxLength={13} onInput={text => set(at, { number: text })} />
          <Field
            label="是谁的电话"
            placeholder="女儿、楼下小卖部"
            value={whose}
            maxLength={12}
            onInput={text => set(at, { whose: text })}
          />
          {phones.length > 1 && (
            <Button look="text" icon="x" onTap={() => put({ phones: phones.filter((_, i) => i !== at) })}>
              不要这个电话
            </Button>
          )}
        </Card>
      ))}
      {phones.length < mostPhones && (
        <Button look="quiet" icon="plus" onTap={() => put({ phones: [...phones, { number: '', whose: '' }] })}>
          再留一个电话
        </Button>
      )}
    </>
  )
}
