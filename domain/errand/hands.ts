import { dayOf } from '../time'
import type { Errand } from './record'

/** Two in hand is the most (law 11): two of any one day. */
export const mostInHand = 2

/**
 * The day (`'2026-11-24'`) on which it fills a hand of whoever has it: its own, or that on which he took it where that was later. What is agreed
 * on for tomorrow is in nobody's hand today; what was left of an earlier day is the desk's matter and keeps nobody from a lunch of today.
 * @param now for what nobody has taken yet, epoch ms
 */
export function handDay({ when, acceptedAt }: Pick<Errand, 'when' | 'acceptedAt'>, now: number): string {
  return dayOf(Math.max(when?.from ?? 0, acceptedAt ?? now))
}

/** It is for another day that has not begun. */
export const isLater = ({ when }: Pick<Errand, 'when'>, now: number): boolean =>
  when !== undefined && dayOf(when.from) > dayOf(now)
