import { inHand, type Errand } from '@domain/errand/record'
import type { InputFor } from './acting'
import type { DispatchTo } from './DispatchSheet'

const held: readonly string[] = ['dispatched', ...inHand]

/** Who was asked or has it, as the person before this screen sees it: he is told when it changes, and nobody who came since is passed over. */
export function holderOf({ state, riderId, offer }: Errand): string | undefined {
  return held.includes(state) ? (riderId ?? offer?.riderId) : undefined
}

/** The input of `dispatch` and `reassign`: to whom, and from whom it is taken as the desk saw it. */
export function dispatching(errand: Errand, { to, lifted }: DispatchTo): InputFor<'dispatch'> {
  const { id, communityId } = errand
  const from = holderOf(errand)
  return { id, communityId, to, ...(lifted ? { lifted } : {}), ...(from ? { from } : {}) }
}
