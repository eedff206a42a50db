import { mostShown } from '@domain/errand/chosen'
import { inHand, type Errand } from '@domain/errand/record'
import type { Suggestion } from '@domain/errand/suggest'
import type { InputFor } from './acting'
import type { DispatchTo } from './DispatchSheet'

const held: readonly string[] = ['dispatched', ...inHand]

/** Who was asked or has it, as the person before this screen sees it: he is told when it changes, and nobody who came since is passed over. */
export function holderOf({ state, riderId, offer }: Errand): string | undefined {
  return held.includes(state) ? (riderId ?? offer?.riderId) : undefined
}

/** The input of `dispatch` and `reassign`: to whom, of whom the desk was shown (also nobody), and from whom it is taken as the desk saw it. */
export function dispatching(errand: Errand, { shown, ...to }: DispatchTo): InputFor<'dispatch'> {
  const { id, communityId } = errand
  const from = holderOf(errand)
  return { id, communityId, ...to, ...(shown && { shown }), ...(from ? { from } : {}) }
}

/** Whom the desk is shown, in that order: written down with whom it chooses. */
export const shownOf = (suggestions: readonly Suggestion[]): string[] =>
  suggestions.slice(0, mostShown).map(({ rider }) => rider.id)

/** The first of them, taken as he is suggested. */
export const toFirst = (suggestions: readonly Suggestion[]): DispatchTo | undefined => {
  const [first] = suggestions
  return first && { to: { riderId: first.rider.id }, shown: shownOf(suggestions) }
}
