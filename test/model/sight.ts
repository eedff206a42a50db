import type { Who } from './people'
import { hour, isCarried, isHeld, isRiderHere, namedIn, owes, type Errand, type World } from './world'

/** It was brought in the last two hours, or not yet. */
export const isFresh = (world: World, { deliveredAt }: Errand): boolean =>
  deliveredAt === undefined || deliveredAt > world.now() - 2 * hour

/** While it is carried, and two hours after. */
export const isNear = (world: World, errand: Errand): boolean =>
  isCarried(errand) || (errand.state === 'delivered' && (errand.deliveredAt ?? 0) > world.now() - 2 * hour)

/** To whom the door stands open: 李师傅 alone passes this compound. */
export const standsOpenTo = ({ door }: Errand, who: Who): boolean =>
  door === who || door === 'everybody' || (door === 'near' && who === 'li')

/** Whom a rider's list shows it to. */
export function isOffered(world: World, who: Who, errand: Errand): boolean {
  if (errand.rider === who && isRiderHere(world, who) && owes(errand)) return true
  if (errand.closedAt !== undefined && errand.closedAt <= world.midnight()) return false
  // What came to nothing is the desk's to begin anew.
  const isToCome = errand.closedAt === undefined && errand.state !== 'failed'
  if (errand.backup?.who === who && isRiderHere(world, who) && isToCome) return true
  if (errand.state === 'dispatched' && isHeld(world, errand)) return false
  if (errand.door === who) return true
  const laysOut = errand.kind === 'shopping'
  // Nobody passes by yesterday.
  if (errand.until < world.midnight() && namedIn(errand) === undefined) return false
  return (
    standsOpenTo(errand, who) && isRiderHere(world, who) && !(who === 'wu' && laysOut) && namedIn(errand) === undefined
  )
}
