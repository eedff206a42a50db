import { inHand, type Errand } from '@domain/errand/record'
import type { InputFor } from './acting'
import type { DispatchTo } from './DispatchSheet'

/** The input of `dispatch` and `reassign`: to whom, and from whom it is taken as the desk saw it. */
export function dispatching(errand: Errand, { to, lifted }: DispatchTo): InputFor<'dispatch'> {
  const { id, communityId } = errand
  const held: readonly string[] = ['dispatched', ...inHand]
  const from = held.includes(errand.state) ? (errand.riderId ?? errand.offer?.riderId) : undefined
  return { id, communityId, to, ...(lifted ? { lifted } : {}), ...(from ? { from } : {}) }
}
