import { hour, isCarried, minute, twoDays, type Errand, type World } from './world'

/** How many minutes before the latest time it must be on its way: what is hot is. */
const early = { meal: 10, medicine: 10, shopping: 0 }

/** By when it must be on its way; the car twenty minutes before the examination is to be reached. */
function mustLeave({ kind, urgent, from, until }: Errand): number {
  if (kind === 'ride') return from - 20 * minute
  return until - (urgent ? 20 : early[kind]) * minute
}

/** How many minutes whoever is asked has for his answer. */
function patience({ offer, urgent }: Errand): number {
  const isWide = offer?.wave === 'community'
  return urgent ? (isWide ? 5 : 3) : isWide ? 15 : 10
}

/** So many hours into the day before, epoch ms. */
function eve(world: World, { from }: Errand, at: number): number {
  const days = Math.floor((from - world.midnight()) / (24 * hour)) - 1
  return world.midnight() + (days * 24 + at) * hour
}

/** Until when it may wait for the desk: of another day until four in the afternoon before, unless it is urgent. */
function mayWait(world: World, errand: Errand): number {
  const { waitingSince, urgent } = errand
  return urgent ? waitingSince + 3 * minute : Math.max(waitingSince + 10 * minute, eve(world, errand, 16))
}

/** What is late of the thing itself. */
export function isMissing(world: World, errand: Errand, now: number): [act: string, since: number] | undefined {
  const { state, risen, urgent, until, offer } = errand
  if (isCarried(errand)) {
    const arrives = until + (urgent ? 5 : 15) * minute
    const isOpen = risen === undefined || risen === 'rideUnmanned'
    if ((isOpen || risen === 'nobodyDeparts') && arrives <= now) return ['nobodyArrives', arrives]
    const leaves = mustLeave(errand)
    return isOpen && state === 'accepted' && leaves <= now ? ['nobodyDeparts', leaves] : undefined
  }
  if (state === 'delivered') {
    const over = (errand.deliveredAt ?? now) + twoDays
    return over <= now ? ['confirm', over] : undefined
  }
  if (risen) return undefined
  const since =
    state === 'requested'
      ? mayWait(world, errand)
      : state === 'dispatched' && offer
        ? offer.at + patience(errand) * minute
        : now + 1
  return since <= now ? [state === 'requested' ? 'waitsLong' : 'nobodyAccepts', since] : undefined
}

/** What else is late of a ride. */
export function ofRide(world: World, errand: Errand, now: number): [act: string, since: number] | undefined {
  const { state, risen, from, reminded, fellOut, backup } = errand
  if (errand.kind !== 'ride') return undefined
  if (state === 'requested' && fellOut !== undefined && backup?.ready && !risen) return ['takeOver', fellOut]
  const at = eve(world, errand, 20)
  // On the day itself nobody is told of tomorrow.
  const isEve = at <= now && now < at + 4 * hour
  const reminds = ['requested', 'dispatched', 'accepted'].includes(state) && !reminded && errand.requestedAt < at
  if (reminds && isEve) return ['remind', at]
  const isUnmanned = (state === 'requested' || state === 'dispatched') && !risen && from - hour <= now
  return isUnmanned ? ['rideUnmanned', from - hour] : undefined
}
