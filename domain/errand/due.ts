import { dayMs, dayOf, momentOf, never } from '../time'
import { clocksOf, type Clocks, type FromWindow } from './clocks'
import { stoppable, type Errand } from './record'
import { earlier, remindDue, rideDue, type RideAct } from './ride-due'
import { waveNames } from './wave'

export const risings = [
  'waitsLong',
  'nobodyAccepts',
  'nobodyAnswers',
  'nobodyDeparts',
  'nobodyArrives',
  'rideUnmanned',
] as const
export type Rising = (typeof risings)[number]
/** What the clock does by itself; `widen`: the next wave is asked, and where there is none it rises. `resume`: the bad weather is over. */
export type Act = Rising | RideAct | 'widen' | 'confirm' | 'resume'
export interface Due {
  at: number
  act?: Act
}

/** What the clock must do about this errand, and when: a pure reading of the record. `never` when nothing will fall due. Of what is past at `now`, the last. */
export function nextDue(errand: Errand, now = 0): Due {
  if (errand.stop && stoppable.some(state => state === errand.state))
    return earlier({ at: errand.stop.until, act: 'resume' }, remindDue(errand, now))
  const [first = { at: never }, ...later] = duesOf(errand)
  return earlier(later.reverse().find(({ at }) => at <= now) ?? first, rideDue(errand, clocksOf(errand).notManned, now))
}

/** What will fall due in this state, the earliest first; what has risen is the desk's. */
function duesOf(errand: Errand): Due[] {
  const is = clocksOf(errand)
  const risen = errand.escalated?.why
  const at = ({ of, ms }: FromWindow): number => (errand.when?.[of] ?? never) + ms
  // Also where nobody ever went the family hears that it is late, and the desk once more; what was begun after that is begun with open eyes.
  const late = (since = 0): Due[] =>
    risen === 'nobodyArrives' || since >= at(is.notDelivered) ? [] : [{ at: at(is.notDelivered), act: 'nobodyArrives' }]
  switch (errand.state) {
    case 'requested':
      return [
        ...(risen ? [] : [{ at: waitsUntil(errand, is), act: 'waitsLong' } as const]),
        ...late(errand.waitingSince),
      ]
    case 'returned':
      return risen ? [] : [{ at: (errand.waitingSince ?? never) + is.notAnswered, act: 'nobodyAnswers' }]
    case 'dispatched':
      return [...(risen || !errand.offer ? [] : [offerDue(errand, errand.offer, is)]), ...late(errand.offer?.at)]
    case 'accepted':
    case 'underway': {
      // Who says yes when it is late already is given time, and watched all the same.
      const takenAt = errand.acceptedAt ?? 0
      const leaves: Due[] =
        errand.state === 'accepted' && (!risen || risen === 'rideUnmanned') && takenAt < at(is.notDeparted)
          ? [{ at: at(is.notDeparted), act: 'nobodyDeparts' }]
          : []
      const isLate = risen !== undefined && risen !== 'nobodyDeparts' && risen !== 'rideUnmanned'
      const arrives = takenAt < (errand.when?.until ?? never) ? at(is.notDelivered) : takenAt + is.notDeliveredSince
      return isLate ? [] : [...leaves, { at: arrives, act: 'nobodyArrives' }]
    }
    case 'delivered':
      return [{ at: (errand.deliveredAt ?? never) + is.notConfirmed, act: 'confirm' }]
    default:
      return []
  }
}

/** What somebody has said no to, or fell out of somebody's hands, is looked for anew at once, whatever day it is for. */
function waitsUntil({ when, waitingSince, requestedAt, saidNo = [], fellOutAt }: Errand, is: Clocks): number {
  const since = waitingSince ?? requestedAt ?? 0
  if (saidNo.length > 0 || fellOutAt !== undefined) return since + is.notDispatchedAgain
  const soon = since + is.notDispatched
  if (!when || is.notDispatchedAhead === undefined) return soon
  const ahead = Math.max(soon, momentOf(dayOf(when.from - dayMs), is.notDispatchedAhead))
  return afterNight(ahead, when.from, is.notDispatchedByNight)
}

/** The morning after, where this moment is of the night and what begins `from` then is in no hurry. */
function afterNight(at: number, from: number, night: Clocks['notDispatchedByNight']): number {
  if (!night) return at
  const [ends, begins] = [momentOf(dayOf(at), night.until), momentOf(dayOf(at), night.from)]
  const morning = at < ends ? ends : at < begins ? at : ends + dayMs
  return from >= morning + night.before ? morning : at
}

/** Told from when it was made, so that one that becomes urgent stands no longer than an urgent one. What must be named is never asked of others. */
function offerDue({ namedOnly }: Errand, offer: NonNullable<Errand['offer']>, is: Clocks): Due {
  const wave = waveNames.find(name => name === offer.wave)
  const lasts = is.notAccepted[wave ?? (offer.to === 'rider' ? 'named' : 'community')]
  const goesOn = offer.to === 'pool' || wave === 'regular'
  return { at: offer.at + lasts, act: goesOn && !namedOnly ? 'widen' : 'nobodyAccepts' }
}
