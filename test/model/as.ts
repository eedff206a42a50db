import type { Who } from './people'
import { isDesk, isFamily, isRiderHere, type Errand, type World } from './world'

/** As what somebody may do a thing: one of the family, of the desk, its rider (or the desk's own person who carries it), who stands by for him, or any rider here. */
export type As = 'family' | 'desk' | 'holder' | 'its rider' | 'rider' | 'backup'

const residents: readonly Who[] = ['daughter', 'son', 'cousin']
const desks: readonly Who[] = ['secretary', 'colleague', 'desk-b']

function bears(world: World, who: Who, as: As): boolean {
  const isRider = isRiderHere(world, who) || who === 'chen'
  if (as === 'family') return residents.includes(who)
  if (as === 'desk') return desks.includes(who)
  return as === 'rider' || as === 'its rider' || as === 'backup' ? isRider : isRider || desks.includes(who)
}

function isAs(world: World, who: Who, errand: Errand, as: As): boolean {
  if (as === 'family') return isFamily(who)
  if (as === 'desk') return isDesk(who)
  if (as === 'rider') return isRiderHere(world, who)
  if (as === 'backup') return errand.backup?.who === who && isRiderHere(world, who)
  if (as === 'its rider') return errand.rider === who && isRiderHere(world, who)
  return errand.rider === who && (isDesk(who) || isRiderHere(world, who))
}

/**
 * Nothing when he may do it as one of these. Else why not: it is no business of his, or (he took part in it once) it has gone on without
 * him.
 */
export function sentAway(world: World, who: Who, errand: Errand, ...as: As[]): string | undefined {
  if (!as.some(one => bears(world, who, one))) return 'FORBIDDEN'
  if (as.some(one => isAs(world, who, errand, one))) return undefined
  return errand.story.some(line => line.who === who) ? 'WRONG_STATE' : 'FORBIDDEN'
}
