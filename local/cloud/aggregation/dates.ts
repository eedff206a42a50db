import * as expression from 'mingo/operators/expression'
import { isRecord } from '../database/values'
import type { Computed } from '../query/comparisons'

/** `$week`: weeks begin on Sundays and week 1 with the year's first; mingo counts the days before it as a week of their own. */
export const dates: Readonly<Record<string, Computed>> = {
  $week(document, operand, options) {
    if (!isRecord(document)) return null
    const dayOfYear: unknown = expression.$dayOfYear(document, operand, options)
    const dayOfWeek: unknown = expression.$dayOfWeek(document, operand, options)
    if (typeof dayOfYear !== 'number' || typeof dayOfWeek !== 'number') return null
    return Math.floor((dayOfYear + 7 - dayOfWeek) / 7)
  },
}
