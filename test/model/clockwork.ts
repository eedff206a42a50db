import { isMissing, ofRide, tomorrow } from './due'
import { freed, stepsIn } from './moves'
import type { Who } from './people'
import { isCarried, isDesk, isRiderHere, namedIn, stillToDo, type Errand, type Party, type World } from './world'

/** What the clock does about an errand that nobody touches. */
export interface Chime {
  errand: Errand
  verb: string
  told: [to: Party, say: string][]
}

/** Who has it, or was asked by name, and is none of ours any more. */
function strayed(world: World, errand: Errand): Who | undefined {
  const holder = isCarried(errand) ? errand.rider : errand.state === 'dispatched' ? namedIn(errand) : undefined
  return holder === undefined || isDesk(holder) || isRiderHere(world, holder) ? undefined : holder
}

function rise(errand: Errand, why: string, family: string[] = []): Chime {
  errand.risen = why
  return { errand, verb: 'rise', told: [['desk', why], ...family.map((say): [Party, string] => ['family', say])] }
}

/** The community lets it go on by itself, for a household that it has brought something before; else the desk must look. */
function goesByItself(world: World, { home, kind, newcomer, byHand, urgent }: Errand): boolean {
  const before = world.errands.some(other => other.home === home && other.state === 'confirmed')
  return before && !newcomer && !byHand && !urgent && kind !== 'medicine' && kind !== 'ride'
}

/** Those who pass near, then everybody; beside the community nobody helps. */
function asksOn(errand: Errand, wave: 'near' | 'community', at: number): Chime {
  const isNear = wave === 'near'
  delete errand.risen
  Object.assign(errand, {
    state: 'dispatched',
    offer: { to: 'everybody', wave, at, seen: false },
    door: isNear ? 'near' : 'everybody',
  })
  return {
    errand,
    verb: 'widen',
    told: [
      ['pool', 'whoPasses'],
      ['family', isNear ? 'askedNear' : 'askedCommunity'],
    ],
  }
}

function remind(errand: Errand, now: number): Chime {
  const { rider, backup, risen, state } = errand
  const isManned = state === 'accepted' && backup?.ready === true
  errand.reminded = now
  if (!isManned && !risen) errand.risen = 'rideUnmanned'
  const told: [Party, string][] = [['family', 'tomorrow']]
  if (rider) told.push([rider, 'tomorrowYours'])
  if (backup) told.push([backup.who, 'tomorrowBackup'])
  if (!isManned) told.push(['desk', 'rideUnmanned'])
  return { errand, verb: 'remind', told }
}

function done(world: World, errand: Errand, act: string, now: number): Chime {
  if (act === 'confirm') {
    Object.assign(errand, { state: 'confirmed', closedAt: now })
    delete errand.risen
    return { errand, verb: act, told: [['family', 'confirmedByItself']] }
  }
  if (act === 'takeOver') {
    const told = stepsIn(world, errand)
    return told ? { errand, verb: act, told } : rise(errand, 'rideUnmanned')
  }
  if (act === 'remind') return remind(errand, now)
  if (act === 'waitsLong' && now < errand.until && goesByItself(world, errand)) return asksOn(errand, 'near', now)
  if (act === 'nobodyAccepts' && errand.offer?.wave === 'near') return asksOn(errand, 'community', now)
  if (act === 'nobodyDeparts') return rise(errand, act, errand.kind === 'ride' ? ['carNotOff'] : [])
  return rise(errand, act, act === 'nobodyArrives' ? ['late'] : [])
}

function resumed(errand: Errand, now: number): Chime {
  delete errand.stop
  errand.waitingSince = now
  if (errand.offer) errand.offer.at = now
  return { errand, verb: 'resume', told: [['family', 'resumed']] }
}

/** What was at its end when the weather came or went, and is to be done again. */
function heeds(world: World, errand: Errand, now: number): Chime | undefined {
  const { stop, rider } = errand
  if (!stillToDo(errand)) return undefined
  const until = world.stopped !== undefined && world.stopped > now ? world.stopped : undefined
  if (until === undefined) return stop !== undefined && stop > now ? resumed(errand, now) : undefined
  if (stop === until) return undefined
  errand.stop = until
  const carrier: [Party, string][] = isCarried(errand) && rider ? [[rider, 'stayPut']] : []
  return { errand, verb: 'stop', told: [...carrier, ['family', 'stopped']] }
}

/** The next thing that is due of it, and that is done. */
function chime(world: World, errand: Errand): Chime | undefined {
  const now = world.now()
  const heeded = heeds(world, errand, now)
  if (heeded) return heeded
  if (strayed(world, errand)) {
    freed(errand)
    Object.assign(errand, { state: 'requested', waitingSince: now, fellOut: now })
    return { errand, verb: 'release', told: [['desk', 'released'], ['family', 'released']] } // prettier-ignore
  }
  if (errand.stop !== undefined && stillToDo(errand)) {
    // Of tomorrow everybody hears in any weather; what fell due first is done first.
    const at = tomorrow(world, errand, now)
    if (at !== undefined && at < errand.stop) return remind(errand, now)
    return errand.stop <= now ? resumed(errand, now) : undefined
  }
  const due = [isMissing(world, errand, now), ofRide(world, errand, now)].flatMap(one => (one ? [one] : []))
  const [next] = due.sort(([, one], [, other]) => one - other)
  return next && done(world, errand, next[0], now)
}

/**
 * One ring: what is due is done, one thing of each in turn, then everybody is told; whom no phone reaches is telephoned, and the desk reads
 * its board.
 * @param inTurn the errands as the clock comes by them
 */
export function chimes(world: World, inTurn: readonly Errand[]): Chime[] {
  const all: Chime[] = []
  let round: Chime[]
  do {
    round = inTurn.flatMap(errand => chime(world, errand) ?? [])
    all.push(...round)
  } while (round.length > 0)
  for (const errand of world.errands)
    for (const notice of errand.told.values())
      if (notice.reach === 'waiting') notice.reach = afterRing(errand, notice.to, notice.say)
  return all
}

/** None of these riders ever said that he is on duty: what he need do nothing about waits until he looks himself. */
function waitsForHim({ rider, state }: Errand, to: Party, say: string): boolean {
  if (to === 'family' || to === 'desk' || to === 'pool') return false
  const carries = rider === to && (state === 'accepted' || state === 'underway')
  return ['thanked', 'paid', 'recalled', 'backupChanged'].includes(say) || (say === 'moreAllowed' && !carries)
}

/** How far a notice has come when the ring is over. */
export const afterRing = (errand: Errand, to: Party, say: string): 'read' | 'call' =>
  to === 'desk' || to === 'pool' || waitsForHim(errand, to, say) ? 'read' : 'call'
