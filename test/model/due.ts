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

/** Seven in the morning, for a moment between nine in the evening and then. */
function endOfNight(world: World, at: number): number | undefined {
  const sinceMidnight = (((at - world.midnight()) % (24 * hour)) + 24 * hour) % (24 * hour)
  if (sinceMidnight >= 21 * hour) return at - sinceMidnight + 31 * hour
  return sinceMidnight < 7 * hour ? at - sinceMidnight + 7 * hour : undefined
}

/** Until when it may wait for the desk: of another day until four in the afternoon before; what is urgent, or somebody gave back, hardly. */
function mayWait(world: World, errand: Errand): number {
  const { waitingSince, urgent, saidNo, fellOut } = errand
  if (urgent || saidNo || fellOut !== undefined) return waitingSince + 3 * minute
  const at = Math.max(waitingSince + 10 * minute, eve(world, errand, 16))
  const morning = endOfNight(world, at)
  return morning !== undefined && errand.from >= morning + 2 * hour ? morning : at
}

type Missing = [act: string, since: number]

/** Nobody has gone, and the time is over by a quarter of an hour; not where it was begun when it was over already. */
function isPast({ urgent, until, risen }: Errand, since: number): Missing[] {
  const over = until + (urgent ? 5 : 15) * minute
  return risen === 'nobodyArrives' || since >= over ? [] : [['nobodyArrives', over]]
}

function ofWaiting(world: World, errand: Errand): Missing[] {
  const { state, risen, urgent, offer, waitingSince } = errand
  if (state === 'returned') return risen ? [] : [['nobodyAnswers', waitingSince + (urgent ? 10 : 30) * minute]]
  if (state === 'requested')
    return [...(risen ? [] : [['waitsLong', mayWait(world, errand)] as Missing]), ...isPast(errand, waitingSince)]
  if (state !== 'dispatched' || !offer) return []
  const asked: Missing = ['nobodyAccepts', offer.at + patience(errand) * minute]
  return [...(risen ? [] : [asked]), ...isPast(errand, offer.at)]
}

/** What is late of the thing itself: of two things the later. */
export function isMissing(world: World, errand: Errand, now: number): Missing | undefined {
  const { state, risen, urgent, until, takenAt = 0 } = errand
  if (isCarried(errand)) {
    // Taken when its time was over, it has some time of its own.
    const arrives = takenAt < until ? until + (urgent ? 5 : 15) * minute : takenAt + (urgent ? 20 : 45) * minute
    const isOpen = risen === undefined || risen === 'rideUnmanned'
    if ((isOpen || risen === 'nobodyDeparts') && arrives <= now) return ['nobodyArrives', arrives]
    const leaves = mustLeave(errand)
    return isOpen && state === 'accepted' && takenAt < leaves && leaves <= now ? ['nobodyDeparts', leaves] : undefined
  }
  if (state === 'delivered') {
    const over = (errand.deliveredAt ?? now) + twoDays
    return over <= now ? ['confirm', over] : undefined
  }
  return ofWaiting(world, errand)
    .reverse()
    .find(([, since]) => since <= now)
}

/** When everybody is to be told of tomorrow's ride, once that is due; on the day itself nobody is. */
export function tomorrow(world: World, errand: Errand, now: number): number | undefined {
  const { kind, state, reminded, requestedAt } = errand
  const at = eve(world, errand, 20)
  const isEve = at <= now && now < at + 4 * hour
  const isToCome = kind === 'ride' && ['requested', 'dispatched', 'accepted'].includes(state)
  return isToCome && isEve && reminded === undefined && requestedAt < at ? at : undefined
}

/** What else is late of a ride. */
export function ofRide(world: World, errand: Errand, now: number): [act: string, since: number] | undefined {
  const { state, risen, from, reminded, fellOut, backup } = errand
  if (errand.kind !== 'ride') return undefined
  if (state === 'requested' && fellOut !== undefined && backup?.ready && !risen) return ['takeOver', fellOut]
  const at = tomorrow(world, errand, now)
  if (at !== undefined) return ['remind', at]
  // Whole the evening before and no more, it does not wait.
  const since = state === 'accepted' && reminded !== undefined ? reminded : from - hour
  const lacks = ['requested', 'dispatched'].includes(state) || (state === 'accepted' && !backup?.ready)
  return lacks && !risen && since <= now ? ['rideUnmanned', since] : undefined
}
