import { useState } from 'react'
import type { Because, Proposed } from '@domain/errand/chosen'
import { busyFor, clash } from '@domain/errand/clash'
import type { Errand } from '@domain/errand/record'
import type { DispatchTo } from '@/components/ErrandActions'

/** Whom an errand shall go to: as it was proposed, or as the desk has changed it. */
export interface Plan extends Proposed {
  because?: Because
}

export interface Arranging {
  /** Nothing: it stays, or goes back, with the desk. */
  planOf: (errand: Errand) => Plan | undefined
  isLeft: (errand: Errand) => boolean
  /** Another of these that the same rider cannot do beside it: 一起派 weighs each for itself. */
  clashOf: (errand: Errand, among: readonly Errand[]) => Errand | undefined
  change: (errand: Errand, to: DispatchTo, name: string) => void
  leave: (errand: Errand) => void
  take: (errand: Errand) => void
}

/** What the desk has changed of a proposal, held here until it is confirmed. */
export function useArranging(): Arranging {
  const [changed, setChanged] = useState<Readonly<Record<string, Plan>>>({})
  const [left, setLeft] = useState<readonly string[]>([])
  const isLeft = ({ id }: Errand) => left.includes(id)
  const take = ({ id }: Errand) => setLeft(before => before.filter(other => other !== id))
  const planOf = (errand: Errand) => (isLeft(errand) ? undefined : (changed[errand.id] ?? errand.proposed))
  return {
    isLeft,
    take,
    planOf,
    clashOf: (errand, among) => {
      const [wanted, plan] = [busyFor(errand), planOf(errand)]
      return among.find(other => {
        const beside = busyFor(other)
        const isHis = other.id !== errand.id && plan !== undefined && planOf(other)?.riderId === plan.riderId
        return isHis && wanted !== undefined && beside !== undefined && clash(wanted, beside)
      })
    },
    leave: ({ id }) => setLeft(before => [...before, id]),
    change: (errand, { to, shown = [], because }, name) => {
      if (to === 'pool') return
      const plan = { riderId: to.riderId, name, reasons: [], shown: [...shown], ...(because && { because }) }
      setChanged(before => ({ ...before, [errand.id]: plan }))
      take(errand)
    },
  }
}
