import type { Window } from '../time'
import type { Errand, Kind } from './record'

/** A stretch of somebody's time, epoch ms. */
export interface Busy extends Window {
  /** He drives somebody then. */
  drives: boolean
}

/** When an errand is wanted; nothing for what names no time. */
export const busyFor = ({ when, kind }: Pick<Errand, 'when' | 'kind'>): Busy | undefined =>
  when && { ...when, drives: kind === ('ride' satisfies Kind) }

/** Whether one cannot do both: nothing goes beside driving somebody, and everything else does (law 11 says how much). */
export const clash = (one: Busy, other: Busy): boolean =>
  (one.drives || other.drives) && one.from < other.until && one.until > other.from
