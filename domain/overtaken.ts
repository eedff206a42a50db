import { isOpen } from './errand/record'
import type { Notice, Outbox, Reach, Saying } from './notice'

/** Who comes, or is asked to: the next of them says all that is true of it. */
const whoComes: readonly Saying[] = [
  ...(['requested', 'asked', 'askedRegular', 'askedNear', 'askedCommunity', 'askedNeighbours'] as const),
  ...(['accepted', 'underway', 'runsLate', 'tookOver', 'handedBack', 'released'] as const),
  ...(['offered', 'agreedForYou', 'recalled', 'reassigned', 'backupAsked', 'backupChanged', 'yourTurn'] as const),
]
/** How it goes with whoever comes; he comes all the same, and his 口令 is still to be said. */
const howItGoes: readonly Saying[] = ['stopped', 'resumed', 'stayPut', 'late', 'carNotOff']
/** True until somebody comes, or somebody else. */
const ofHim: readonly Saying[] = ['readyAgain', 'backupReady', 'tomorrow', 'tomorrowYours', 'tomorrowBackup']
/** What became of it: said itself in any case, and nothing from before it is news any more. */
const lastWords: readonly Saying[] = [
  'delivered',
  'failed',
  'cancelled',
  'cancelledByDesk',
  'confirmedByItself',
  'settled',
]

const standing: readonly Saying[] = [...whoComes, ...howItGoes, ...ofHim]

/** 要打的电话: these are still to be made. */
export const toBeCalled: readonly Reach[] = ['call', 'noAnswer']

const overtakes = (newer: Notice, told: Notice): boolean =>
  newer.to === told.to &&
  newer.at > told.at &&
  ([...whoComes, ...lastWords].includes(newer.say) || (howItGoes.includes(newer.say) && howItGoes.includes(told.say)))

/**
 * Whether it says where an errand stood, and it stands there no more: the same people were told something newer, or it is over. Nobody is
 * telephoned to hear it. What asks them something, or must be said whatever came after it, is never overtaken.
 */
export function isOvertaken(told: Notice, errand: { state?: string | undefined; outbox: Outbox }): boolean {
  if (!standing.includes(told.say)) return false
  const isOver = errand.state !== undefined && !isOpen({ state: errand.state })
  return isOver || Object.values(errand.outbox).some(newer => overtakes(newer, told))
}
