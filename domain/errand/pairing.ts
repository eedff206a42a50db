import { isKeyOf } from '../key'
import { isQuiet } from '../person'
import { validOn } from '../rider/record'
import { certificateKinds, type CertificateKind } from '../rider/words'
import { beijing, clockOf, dayOf, dayStart, hourMs } from '../time'
import { busyFor, clash } from './clash'
import type { RiderCard } from './dispatching'
import type { Errand, Kind } from './record'

/** An errand and one who might carry it, at this moment. */
export interface Pairing {
  errand: Errand
  rider: RiderCard
  /** Epoch ms. */
  now: number
  /** How many he would be given before this one in the same proposal. */
  before: number
  wanted?: Wanted
}

/** When it is asked for, as calendars and clocks of Beijing say it. */
export interface Wanted {
  /** Epoch ms. */
  from: number
  until: number
  /** `'2026-11-23'`, and when that day began. */
  day: string
  dawn: number
  isToday: boolean
  /** 1 Monday … 7 Sunday. */
  weekday: number
  hour: number
  /** `'10:30'` to `'11:00'`, at most to the end of the day. */
  clock: { from: string; until: string }
}

/** Worked out once for an errand, however many might carry it; what names no time is wanted now. */
export function wantedOf({ when }: Errand, now: number): Wanted {
  const { from, until } = when ?? { from: now, until: now }
  const at = beijing(from)
  const day = dayOf(from)
  const clock = { from: clockOf(from), until: dayOf(until) === day ? clockOf(until) : '24:00' }
  return {
    from,
    until,
    day,
    dawn: dayStart(from),
    isToday: day === dayOf(now),
    weekday: at.day() || 7,
    hour: at.hour(),
    clock,
  }
}

export const wantedIn = ({ wanted, errand, now }: Pairing): Wanted => wanted ?? wantedOf(errand, now)

/** 常送这户. Whom somebody stands in for on that day is not there. */
export const isRegular = ({ errand, rider }: Pairing): boolean => errand.regularRiderId === rider.id
export const isSubstitute = ({ errand, rider }: Pairing): boolean => errand.substituteId === rider.id
export const isAway = (pair: Pairing): boolean =>
  isRegular(pair) && pair.errand.substituteId !== undefined && !isSubstitute(pair)

/** 我有空, said until the end of the day: of no other day. */
export const isFree = (pair: Pairing): boolean => pair.rider.free && wantedIn(pair).isToday

/** 今天来不了: of no other day, and not once he says 我有空. */
export const isAbsent = (pair: Pairing): boolean => pair.rider.away === true && !isFree(pair) && wantedIn(pair).isToday

/** 方便的时候 cover the whole window on that weekday; nothing for who has not said when. */
export function isInHours(pair: Pairing): boolean | undefined {
  const { hours = [] } = pair.rider
  if (hours.length === 0) return undefined
  const { weekday, clock } = wantedIn(pair)
  return hours.some(one => one.days.includes(weekday) && one.from <= clock.from && one.until >= clock.until)
}

/** 休息: the hours of his trade or his own touch the window, and he has not said that he is free (law 11). */
export function isResting(pair: Pairing): boolean {
  const { rider } = pair
  if (isFree(pair)) return false
  const { from, until, hour, dawn } = wantedIn(pair)
  if (!rider.quiet) return isQuiet({ trade: rider.trade }, hour)
  return rider.quiet.some(
    ([start, end]) => from < dawn + end * hourMs && Math.max(until, from + 1) > dawn + start * hourMs,
  )
}

/** The paper that a kind asks for: food is handled with a 健康证, people are driven with a 驾驶证. */
const paperFor = { meal: 'health', ride: 'driving' } as const satisfies Partial<Record<Kind, CertificateKind>>

const paperNeeded = ({ errand: { kind } }: Pairing): CertificateKind | undefined =>
  isKeyOf(paperFor, kind) ? paperFor[kind] : undefined

/** 健康证, 驾驶证: the paper this errand asks for. */
export function paperWord(pair: Pairing): string {
  const kind = paperNeeded(pair)
  return kind ? certificateKinds[kind] : ''
}

/** His paper for this errand on its day: valid, over, or never told. */
export function paperOf(pair: Pairing): 'valid' | 'over' | 'untold' | 'unneeded' {
  const kind = paperNeeded(pair)
  if (!kind) return 'unneeded'
  const paper = pair.rider.certificates?.find(one => one.kind === kind)
  if (!paper) return 'untold'
  return validOn(paper, wantedIn(pair).day) ? 'valid' : 'over'
}

/** 本小区, or 本网格: a compound he passes anyway lies in the grid of the errand. */
export const passesCompound = ({ errand, rider }: Pairing): boolean => rider.areas.includes(errand.compoundId ?? '')
export const passesGrid = ({ errand, rider }: Pairing): boolean =>
  errand.gridId !== undefined && (rider.grids ?? []).includes(errand.gridId)

/** What he has at the same time and cannot do beside it. */
export function clashOf(pair: Pairing): 'drives' | 'carries' | undefined {
  const wanted = busyFor(pair.errand)
  const beside = wanted && pair.rider.booked?.find(one => clash(one, wanted))
  return beside && (beside.drives ? 'drives' : 'carries')
}

/** It is for another day than today. */
export const isAhead = (pair: Pairing): boolean => wantedIn(pair).dawn > pair.now

/** What he has in hand, and is asked for and has not answered, on the errand's day. */
export function loadFor(pair: Pairing): { inHand: number; asked: number } {
  const { ahead = [], inHand, asked = 0 } = pair.rider
  if (!isAhead(pair)) return { inHand, asked: ahead.reduce((left, one) => left - one.asked, asked) }
  return ahead.find(({ on }) => on === wantedIn(pair).day) ?? { inHand: 0, asked: 0 }
}

/** The same together, with what he would be given before. */
export function held(pair: Pairing): number {
  const { inHand, asked } = loadFor(pair)
  return inHand + asked + pair.before
}
