import { useState } from 'react'
import { errand as table } from '@domain/errand'
import type { Became } from '@domain/errand/arranging'
import type { Errand } from '@domain/errand/record'
import type { Failure } from '@domain/failure'
import { back, useAction } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { GoHome } from '@/components/GoHome'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { Screenful } from '@/components/Screenful'
import { ArrangeCard } from '../arranging/ArrangeCard'
import { ChangeSheet } from '../arranging/ChangeSheet'
import { useArranging } from '../arranging/use-arranging'
import { WhatBecame } from '../arranging/WhatBecame'
import { AllToOne } from './AllToOne'

interface Props {
  communityId: string
  errands: readonly Errand[]
  failure: Failure | undefined
  /** Works it out anew. */
  onAgain: () => void
}

const sameAs = (a: readonly Errand[], b: readonly Errand[]): boolean =>
  JSON.stringify(a.map(({ id, proposed }) => [id, proposed?.riderId])) ===
  JSON.stringify(b.map(({ id, proposed }) => [id, proposed?.riderId]))

/** A proposal as it was worked out: it does not change under the thumb; what has changed meanwhile is said. */
export function Proposal({ communityId, errands: newest, failure, onAgain }: Props) {
  const [errands] = useState(newest)
  const [became, setBecame] = useState<readonly Became[]>()
  const [changing, change] = useState<Errand>()
  const [gathering, gather] = useState(false)
  const arranging = useArranging()
  const dispatch = useAction(table.dispatchMany)
  const list = errands.flatMap(errand => {
    const plan = arranging.planOf(errand)
    if (!plan) return []
    const { riderId, shown, because } = plan
    return [{ id: errand.id, riderId, shown, ...(because && { because }) }]
  })
  const confirm = async () => {
    const answer = await dispatch.run({ communityId, list })
    if (answer) setBecame(answer.rows)
  }
  if (became)
    return <Screen>{<WhatBecame rows={became} errands={errands} done={count => `派了 ${count} 单`} />}</Screen>
  if (errands.length === 0)
    return (
      <Screen>
        <Empty icon="circle-check" foot={<GoHome />}>
          没有等派的
        </Empty>
      </Screen>
    )
  return (
    <Screen
      notice={
        sameAs(errands, newest) ? (
          <FailureLine failure={dispatch.failure ?? failure} />
        ) : (
          <Notice tone="waiting" action="再算一次" onAction={onAgain}>
            情况有变，这份是刚才的
          </Notice>
        )
      }
      bar={
        <>
          <Button busy={dispatch.busy} disabled={list.length === 0} onTap={confirm}>
            {list.length === 0 ? '一单也没选' : `照这样派 ${list.length} 单`}
          </Button>
          <Button look="text" onTap={back}>
            不用了
          </Button>
        </>
      }
    >
      {errands.length > 1 && (
        <Button look="quiet" icon="user" onTap={() => gather(true)}>
          都派给一个人
        </Button>
      )}
      <Screenful rows={errands}>
        {shown =>
          shown.map(errand => (
            <ArrangeCard
              key={errand.id}
              errand={errand}
              among={errands}
              arranging={arranging}
              leaveWords="先不派"
              onChange={() => change(errand)}
            />
          ))
        }
      </Screenful>
      {changing && <ChangeSheet errand={changing} arranging={arranging} onClose={() => change(undefined)} />}
      {gathering && (
        <AllToOne
          communityId={communityId}
          errands={errands.filter(errand => !arranging.isLeft(errand))}
          arranging={arranging}
          onClose={() => gather(false)}
        />
      )}
    </Screen>
  )
}
