import { asksMore, settledAccount } from './errand/money'
import { isOpen, type Errand } from './errand/record'
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

type Told = Partial<Pick<Errand, 'state' | 'more' | 'bill' | 'paidAt' | 'account'>> & { outbox: Outbox }

/** What asks them something: whether they have answered it, in the app or on the telephone. */
const answered: Partial<Record<Saying, (errand: Told) => boolean>> = {
  returned: ({ state }) => state !== 'returned',
  delivered: ({ state }) => state !== 'delivered',
  moreAsked: errand => !asksMore(errand),
  billed: ({ paidAt, account }) => paidAt !== undefined || account === settledAccount,
}

/** 要打的电话: these are still to be made. */
export const toBeCalled: readonly Reach[] = ['call', 'noAnswer']

const isNewer = (newer: Notice, told: Notice): boolean => newer.to === told.to && newer.at > told.at

const overtakes = (newer: Notice, told: Notice): boolean =>
  isNewer(newer, told) &&
  ([...whoComes, ...lastWords].includes(newer.say) || (howItGoes.includes(newer.say) && howItGoes.includes(told.say)))

/**
 * Whether it is no news any more. What says where an errand stood: the same people were told something newer, or it is over. What asks them
 * something: they have answered, or are asked it anew. Nobody is telephoned to hear it. What must be said whatever came after it is never
 * overtaken.
 */
export function isOvertaken(told: Notice, errand: Told): boolean {
  const isAnswered = answered[told.say]
  const others = Object.values(errand.outbox)
  if (isAnswered) return isAnswered(errand) || others.some(newer => newer.say === told.say && isNewer(newer, told))
  if (!standing.includes(told.say)) return false
  const isOver = errand.state !== undefined && !isOpen({ state: errand.state })
  return isOver || others.some(newer => overtakes(newer, told))
}
