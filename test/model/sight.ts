import type { Who } from './people'
import {
  dayIn,
  hour,
  isCarried,
  isHeld,
  isRiderHere,
  namedIn,
  owes,
  wasCalledOff,
  type Errand,
  type World,
} from './world'

/** It was brought in the last two hours, or not yet. */
export const isFresh = (world: World, { deliveredAt }: Errand): boolean =>
  deliveredAt === undefined || deliveredAt > world.now() - 2 * hour

/** While it is carried, and two hours after. */
export const isNear = (world: World, errand: Errand): boolean =>
  isCarried(errand) || (errand.state === 'delivered' && (errand.deliveredAt ?? 0) > world.now() - 2 * hour)

/** To whom the door stands open: 李师傅 alone passes this compound. */
export const standsOpenTo = ({ door }: Errand, who: Who): boolean =>
  door === who || door === 'everybody' || (door === 'near' && who === 'li')

/** What he laid out, or may have: called off on its day, when he may have bought, and he has not said. */
export function laidOut(world: World, who: Who, errand: Errand): boolean {
  const { rider, money, from, closedAt = 0 } = errand
  if (rider !== who || !isRiderHere(world, who)) return false
  const isUnsaid = money?.isOpen === true && money.bill === undefined && dayIn(from) <= dayIn(closedAt)
  return owes(errand) || (isUnsaid && wasCalledOff(world, errand))
}

/** Whom a rider's list shows it to. */
export function isOffered(world: World, who: Who, errand: Errand): boolean {
  if (laidOut(world, who, errand)) return true
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
