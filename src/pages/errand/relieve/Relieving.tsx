import { View } from '@tarojs/components'
import { useState } from 'react'
import { errand as table } from '@domain/errand'
import type { Became } from '@domain/errand/arranging'
import { absenceNames, absences, type Absence } from '@domain/errand/chosen'
import type { RiderCard } from '@domain/errand/dispatching'
import { isLaidOut, mayHaveGoods, type GoodsPlace } from '@domain/errand/goods'
import type { Errand } from '@domain/errand/record'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { boughtWords, FailureLine, GoodsChoice } from '@/components/ErrandActions'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { ArrangeCard } from '../arranging/ArrangeCard'
import { ChangeSheet } from '../arranging/ChangeSheet'
import { useArranging } from '../arranging/use-arranging'
import { WhatBecame } from '../arranging/WhatBecame'

interface Props {
  communityId: string
  rider: RiderCard
  errands: readonly Errand[]
}

const options = absenceNames.map(value => ({ value, label: absences[value] }))

/** 小张今天来不了: why, and what becomes of each errand of his for today; every family hears it. */
export function Relieving({ communityId, rider, errands: newest }: Props) {
  const [errands] = useState(newest)
  const [absent, setAbsent] = useState<Absence>()
  const [became, setBecame] = useState<readonly Became[]>()
  const [changing, change] = useState<Errand>()
  const arranging = useArranging()
  const relieve = useAction(table.relieve)
  const [goods, setGoods] = useState<Readonly<Record<string, GoodsPlace>>>({})
  const asked = ({ id }: Errand) => ({ id, ...(goods[id] && { goodsAt: goods[id] }) })
  const list = errands.map(errand => {
    const plan = arranging.planOf(errand)
    return { ...asked(errand), ...(plan && { to: plan.riderId, shown: plan.shown }) }
  })
  const given = list.filter(({ to }) => to !== undefined).length
  const send = async (all: typeof list) => {
    if (!absent) return
    const answer = await relieve.run({ communityId, riderId: rider.id, absent, list: all })
    if (answer) setBecame(answer.rows)
  }
  const toDesk = errands.map(asked)
  if (became)
    return (
      <Screen>
        <WhatBecame
          rows={became}
          errands={errands}
          done={count =>
            count > 0 ? `${count} 单都交出去了，家里和${rider.name}都收到了通知` : '记下了，今天不再派给他'
          }
        />
      </Screen>
    )
  return (
    <Screen
      notice={<FailureLine failure={relieve.failure} />}
      bar={
        <>
          <Button busy={relieve.busy} disabled={absent === undefined} onTap={() => send(list)}>
            {absent === undefined ? '先点一下为什么' : given > 0 ? `照这样换 ${list.length} 单` : '记下今天来不了'}
          </Button>
          {given > 0 && absent && (
            <Button look="text" busy={relieve.busy} onTap={() => send(toDesk)}>
              都回到等派
            </Button>
          )}
        </>
      }
    >
      <View className="arrange__title">{`${rider.name}今天来不了`}</View>
      {(rider.ahead ?? []).length > 0 && <View className="arrange__line">明天以后答应的还是他的</View>}
      <Choice look="chips" label="为什么？只有社区看得到" options={options} chosen={absent} onChoose={setAbsent} />
      {errands.length === 0 && <Notice>他今天手上没有单，也没有在等他答应的。今天不再派给他</Notice>}
      <Screenful rows={errands}>
        {shown =>
          shown.map(errand => (
            <ArrangeCard
              key={errand.id}
              errand={errand}
              among={errands}
              arranging={arranging}
              leaveWords="回到等派"
              onChange={() => change(errand)}
            >
              {mayHaveGoods(errand) && (
                <>
                  <View className="arrange__line">他在路上了，打个电话问一声：东西在哪儿？</View>
                  <GoodsChoice
                    place={goods[errand.id]}
                    onChoose={place => setGoods(before => ({ ...before, [errand.id]: place }))}
                  />
                  {isLaidOut(errand, goods[errand.id]) && <Notice tone="waiting">{boughtWords}</Notice>}
                </>
              )}
            </ArrangeCard>
          ))
        }
      </Screenful>
      {changing && (
        // Why he cannot come is the reason of every change here, and is asked once above.
        <ChangeSheet errand={changing} arranging={arranging} withWhy={false} onClose={() => change(undefined)} />
      )}
    </Screen>
  )
}
