import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import { suggest } from '@domain/errand/suggest'
import { Button } from '@/components/Button'
import { dispatching, FailureLine, toFirst, type Action, type ErrandActing } from '@/components/ErrandActions'
import { ErrandSheet } from '@/components/ErrandActions/ErrandSheet'

interface Props {
  errand: Errand
  acting: ErrandActing
  action: Action
  riders: readonly RiderCard[] | undefined
  loud: boolean
}

/** 卡住 has one button: the way out that the table gives, with everything else on the errand's own page. */
export function ResolveButton({ errand, acting, action, riders, loud }: Props) {
  const [asking, setAsking] = useState<Action>()
  const mine = acting.aboutId === errand.id
  const about = { ...acting, busy: mine && acting.busy, failure: mine ? acting.failure : undefined }
  const suggestions = action.asks === 'best' ? suggest(errand, riders ?? [], acting.now) : []
  const best = suggestions[0]?.rider
  const first = toFirst(suggestions)

  const doing = async (write: Promise<unknown>) => {
    if ((await write) !== undefined) setAsking(undefined)
  }
  const tap = () => {
    acting.clear()
    if (first) return doing(acting.perform('dispatch', dispatching(errand, first)))
    if (action.verb === 'reopen') return doing(acting.perform('reopen', { id: errand.id }))
    return setAsking(action.asks === 'best' ? { ...action, asks: 'rider' } : action)
  }
  const close = () => {
    setAsking(undefined)
    acting.clear()
  }
  return (
    <View className="desk-actions">
      <Button look={loud ? 'primary' : 'quiet'} busy={about.busy} onTap={tap}>
        {best ? `派给${best.name}` : action.asks === 'best' ? '派给谁' : action.label}
      </Button>
      {asking ? (
        <ErrandSheet action={asking} errand={errand} acting={about} riders={riders} doing={doing} onClose={close} />
      ) : (
        <FailureLine failure={about.failure} />
      )}
    </View>
  )
}
