import type { Errand, Notice } from './world'

const coming =
  'asked askedRegular askedNear askedCommunity accepted underway runsLate tookOver handedBack released offered agreedForYou recalled reassigned backupAsked backupChanged yourTurn'
const going = 'stopped resumed stayPut late carNotOff'
const waitingFor = 'backupReady tomorrow tomorrowYours tomorrowBackup'
const ends = 'delivered failed cancelled cancelledByDesk confirmedByItself settled'
const isOne = (of: string, { say }: Notice): boolean => of.split(' ').includes(say)

/** Whether they have said what they were asked; nothing for what asks nothing. */
function isAnswered({ state, money }: Errand, { say }: Notice): boolean | undefined {
  if (say === 'returned' || say === 'delivered') return state !== say
  if (say === 'moreAsked') return money?.more?.yes !== false || money.bill !== undefined
  return say === 'billed' ? money?.paid === true || money?.isOpen === false : undefined
}

/** Nobody is telephoned to hear how it stood before: the same people know something newer, or have answered, or it is over. */
function isOld(errand: Errand, old: Notice): boolean {
  const { state, told } = errand
  const answer = isAnswered(errand, old)
  const anew = [...told.values()].some(({ to, say, at }) => to === old.to && say === old.say && at > old.at)
  if (answer !== undefined) return answer || anew
  if (!isOne(`${coming} ${going} ${waitingFor}`, old)) return false
  const later = [...told.values()].filter(({ to, at }) => to === old.to && at > old.at)
  const isOver = state === 'confirmed' || state === 'cancelled'
  return isOver || later.some(one => isOne(`${coming} ${ends}`, one) || (isOne(going, one) && isOne(going, old)))
}

const isWaiting = ({ reach }: Notice): boolean => reach === 'call' || reach === 'noAnswer'

/** 要打的电话 of one errand, by the ids of its notices. */
export const callsOf = (errand: Errand): string[] =>
  [...errand.told].flatMap(([id, notice]) => (isWaiting(notice) && !isOld(errand, notice) ? [id] : []))

/** When the clock has rung, nothing old is counted as a call. */
export function hangUp(errand: Errand): void {
  for (const notice of errand.told.values()) if (isWaiting(notice) && isOld(errand, notice)) notice.reach = 'read'
}
