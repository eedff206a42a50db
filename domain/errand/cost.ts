import { isKeyOf } from '../key'
import { skills, type Skill, type Vehicle } from '../rider/words'
import { isQuiet, type Trade } from '../person'
import {
  held,
  isAhead,
  isFree,
  isInHours,
  isRegular,
  isSubstitute,
  loadFor,
  paperOf,
  paperWord,
  passesCompound,
  passesGrid,
  wantedIn,
  type Pairing,
} from './pairing'
import type { Kind } from './record'

/** 行当对得上的先来. In the peak of 外卖 meals go to couriers and drivers (law 11). */
const suited: Readonly<Record<Kind, readonly Trade[]>> = {
  meal: ['takeaway', 'courier'],
  medicine: ['takeaway', 'courier'],
  shopping: ['courier', 'takeaway'],
  parcel: ['courier'],
  ride: ['hailing'],
  other: [],
}
const inPeak: readonly Trade[] = ['courier', 'hailing', 'truck']

function suits(pair: Pairing): boolean {
  const {
    errand: { kind },
    rider,
  } = pair
  const isPeak = isQuiet({ trade: 'takeaway' }, wantedIn(pair).hour)
  const list = kind === 'meal' && isPeak ? inPeak : isKeyOf(suited, kind) ? suited[kind] : []
  return list.some(trade => trade === rider.trade)
}

/** What he can that this errand needs. */
function usefulSkill({ errand, rider }: Pairing): Skill | undefined {
  const needed: readonly Skill[] = [
    ...(errand.heavy ? (['carry'] as const) : []),
    ...(errand.kind === 'ride' ? (['drive'] as const) : []),
    ...(errand.kind === 'medicine' ? (['firstAid'] as const) : []),
    ...(errand.kind === 'other' ? (['repair', 'devices'] as const) : []),
  ]
  return needed.find(skill => rider.skills?.includes(skill))
}

const wheels = { car: '有汽车', tricycle: '有三轮' } as const satisfies Partial<Record<Vehicle, string>>
const wheelsOf = ({ vehicle }: Pairing['rider']) => (isKeyOf(wheels, vehicle) ? wheels[vehicle] : undefined)
const loads = ({ errand, rider }: Pairing): boolean =>
  (errand.heavy === true || errand.kind === 'ride') && wheelsOf(rider) !== undefined

/** 手上 1 单, of another day 那天 1 单. */
function handsWord(pair: Pairing): string | undefined {
  const { inHand } = loadFor(pair)
  return inHand > 0 ? `${isAhead(pair) ? '那天' : '手上'} ${inHand} 单` : undefined
}

interface Term {
  /** Whole points; the less a pairing costs, the sooner he is suggested. */
  weight: number
  /** How often it counts. */
  times: (pair: Pairing) => number
  word: (pair: Pairing) => string | undefined
}

const when = (holds: (pair: Pairing) => boolean, weight: number, word: Term['word'] | string): Term => ({
  weight,
  times: pair => (holds(pair) ? 1 : 0),
  word: typeof word === 'string' ? () => word : word,
})

/**
 * 为什么是他: the whole cost of a pairing, term by term, each with the word in which the desk reads it. A pairing costs `times × weight` summed
 * over the table.
 *
 * - Who usually comes, or stands in for him that day, outweighs all else that speaks for others.
 * - The trade comes before place and time; these before what he can and has.
 * - `week` and `hands` are marginal: the k-th errand of a week costs k times the weight, so that their sum is convex, and the cheapest way to
 *   hand out many errands is also the one that spreads them. An errand of a week weighs little against a reason, a dozen weigh much.
 * - A neighbour of another community comes after everybody of this one, whatever speaks for him.
 */
export const terms = {
  substitute: when(isSubstitute, -1000, '这天替班'),
  regular: when(isRegular, -1000, '常送这户'),
  trade: when(suits, -400, '做这行'),
  compound: when(passesCompound, -120, '本小区'),
  grid: when(pair => passesGrid(pair) && !passesCompound(pair), -80, '本网格'),
  free: when(isFree, -100, '今天有空'),
  hours: when(pair => isInHours(pair) === true, -60, '这时候方便'),
  skill: when(
    pair => usefulSkill(pair) !== undefined,
    -40,
    pair => skills[usefulSkill(pair) ?? 'carry'],
  ),
  vehicle: when(loads, -40, ({ rider }) => wheelsOf(rider)),
  paper: when(
    pair => paperOf(pair) === 'valid',
    -30,
    pair => `${paperWord(pair)}有效`,
  ),
  neighbour: when(({ rider }) => rider.neighbour === true, 5000, '邻近社区'),
  hands: { weight: 40, times: held, word: handsWord },
  week: {
    weight: 20,
    times: ({ rider, before }) => rider.thisWeek + (rider.asked ?? 0) + before,
    word: ({ rider }) => `本周 ${rider.thisWeek} 单`,
  },
} as const satisfies Record<string, Term>

const all: readonly Term[] = Object.values(terms)

/** What it costs, in whole points, that he carries it. */
export const costOf = (pair: Pairing): number => all.reduce((sum, { weight, times }) => sum + weight * times(pair), 0)

/** Why he, in words: what holds of him, and always how many he has carried this week. */
export const reasonsOf = (pair: Pairing): string[] =>
  all.flatMap(term => (term.times(pair) > 0 || term === terms.week ? (term.word(pair) ?? []) : []))
