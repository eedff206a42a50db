import type { Errand } from '@domain/errand/record'
import type { Me } from '@domain/role'
import { drawn, type Action, type ActingVerb } from '@/components/ErrandActions'

/** What stands on a card of 等派: whom to ask, somebody else, everybody, or a question to the family. */
export const waitingVerbs: readonly ActingVerb[] = ['dispatch', 'return']
/** On the first of them, which is telephoned about next, also who said yes on the telephone, and the desk itself. */
export const nextVerbs: readonly ActingVerb[] = ['dispatch', 'agree', 'return']

/** What stands on the card of one who waits in a shop: the answer, and whom to telephone for it. */
export const shopVerbs: readonly ActingVerb[] = ['allowMore', 'reveal']

/** 卡住: the one button that resolves it, or nothing when there is none here. */
export function resolving(errand: Errand, me: Me, now: number): Action | undefined {
  const { main, plain } = drawn(errand, me, 'desk', now)
  return main ?? plain[0]
}
