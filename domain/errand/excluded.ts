import { capOf } from '../rider/duty'
import { mostInHand } from './hands'
import {
  clashOf,
  held,
  isAbsent,
  isAhead,
  isAway,
  isFree,
  isInHours,
  isRegular,
  isResting,
  isSubstitute,
  loadFor,
  paperOf,
  paperWord,
  type Pairing,
} from './pairing'
import { mayAdvance } from './money'
import type { Kind } from './record'

interface Bar {
  holds: (pair: Pairing) => boolean
  /** As the desk reads it beside his name. */
  word: (pair: Pairing) => string
  /** The cloud refuses it as well; of the others the desk may still ask him, after a call. */
  firm?: true
}

const always = (word: string) => () => word
const arranged = (pair: Pairing): boolean => isRegular(pair) || isSubstitute(pair)

/** 为什么不推荐: what keeps somebody off the list of an errand, the first that holds. No place where anybody is, and no ranking, is known here. */
export const bars: Readonly<Record<string, Bar>> = {
  handsFull: {
    holds: pair => loadFor(pair).inHand + pair.before >= mostInHand,
    word: pair => (isAhead(pair) ? '那天已有两单' : '手上两单'),
    firm: true,
  },
  noAdvance: {
    holds: ({ rider, errand }) => !mayAdvance(rider, errand),
    word: always('不垫钱'),
    firm: true,
  },
  absent: { holds: isAbsent, word: always('今天来不了') },
  saidNo: {
    holds: ({ rider, errand }) => errand.saidNo?.includes(rider.id) === true,
    word: always('这一单他说过不行'),
  },
  away: { holds: isAway, word: always('这天有人替他') },
  driving: {
    holds: pair => clashOf(pair) !== undefined,
    word: pair => (clashOf(pair) === 'drives' ? '这时候在接送' : '这时候手上有单'),
  },
  asked: { holds: pair => held(pair) >= mostInHand, word: always('已经问了他别的单') },
  capped: {
    holds: ({ rider, before }) => rider.thisWeek + (rider.asked ?? 0) + before >= capOf(rider),
    word: always('本周到上限了'),
  },
  paperOver: { holds: pair => paperOf(pair) === 'over', word: pair => `${paperWord(pair)}过期` },
  noLicence: {
    holds: pair => pair.errand.kind === ('ride' satisfies Kind) && paperOf(pair) === 'untold',
    word: pair => `没登记${paperWord(pair)}`,
  },
  noCar: {
    holds: ({ errand, rider }) => errand.kind === ('ride' satisfies Kind) && rider.vehicle !== 'car',
    word: always('没有汽车'),
  },
  resting: { holds: isResting, word: always('这时候休息') },
  offDuty: {
    holds: pair => isInHours(pair) === false && !isFree(pair) && !arranged(pair),
    word: always('不在他方便的时候'),
  },
}

/** What keeps this one off, or nothing. */
export function barOf(pair: Pairing): { word: string; firm: boolean } | undefined {
  const bar = Object.values(bars).find(({ holds }) => holds(pair))
  return bar && { word: bar.word(pair), firm: bar.firm === true }
}
