import { mayBeTaken } from './moves'
import { laysOutNothing, type Who } from './people'
import { isDesk, isHeld, owes, isRiderHere, seenAt, type Errand, type World } from './world'

/** Whom somebody may name: everybody, everybody though it is one that is named, or one. */
export type Asked = Who | 'everybody' | 'lifted'

/** Why the desk cannot offer it so, or `ok`; `from` is who had it or was asked as the desk saw it, `goodsAt` what he said. */
export function refusedOffer(
  world: World,
  who: Who,
  errand: Errand,
  to: Asked,
  from: Who | undefined,
  states: readonly string[],
  goodsAt?: string,
): string {
  if (!isDesk(who)) return 'FORBIDDEN'
  const rider = to === 'everybody' || to === 'lifted' ? undefined : to
  if (rider && !isRiderHere(world, rider)) return 'RIDER_GONE'
  if (!states.includes(errand.state)) return 'WRONG_STATE'
  if (errand.newcomer) return 'CALL_FIRST'
  if (isHeld(world, errand)) return 'STOPPED'
  if (to === 'everybody' && ['medicine', 'ride'].includes(errand.kind)) return 'NAME_ONE'
  if (rider && laysOutNothing.includes(rider) && errand.kind === 'shopping') return 'NO_ADVANCE'
  if (owes(errand)) return 'SETTLE_FIRST'
  // Nobody loses an errand unheard: whoever has it or was asked is the one the desk saw.
  if (from !== seenAt(errand)) return 'WRONG_STATE'
  return mayBeTaken(errand, goodsAt)
}
