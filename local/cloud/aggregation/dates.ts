import { evalExpr } from 'mingo/core'
import {
  $dayOfMonth,
  $dayOfWeek,
  $dayOfYear,
  $hour,
  $isoDayOfWeek,
  $isoWeek,
  $isoWeekYear,
  $millisecond,
  $minute,
  $month,
  $second,
  $year,
} from 'mingo/operators/expression'
import { isRecord } from '../database/values'
import type { Computed } from '../query/comparisons'

const parts = {
  $year,
  $month,
  $dayOfMonth,
  $dayOfYear,
  $dayOfWeek,
  $hour,
  $minute,
  $second,
  $millisecond,
  $isoWeek,
  $isoWeekYear,
  $isoDayOfWeek,
}

/** A part of a date, and null of no date, which mingo takes for a mistake. */
function partOf(compute: typeof $year): Computed {
  return (document, operand, options) => {
    const date: unknown = isRecord(operand) && 'date' in operand ? operand['date'] : operand
    const value: unknown = evalExpr(document, Array.isArray(date) && date.length === 1 ? date[0] : date, options)
    if (value === undefined || value === null || !isRecord(document)) return null
    return compute(document, operand, options)
  }
}

const ofDates = Object.fromEntries(Object.entries(parts).map(([name, compute]) => [name, partOf(compute)]))

/** The parts of a date. `$week`: weeks begin on Sundays and week 1 with the year's first; mingo counts the days before it as a week. */
export const dates: Readonly<Record<string, Computed>> = {
  ...ofDates,
  $week(document, operand, options) {
    const dayOfYear = ofDates['$dayOfYear']?.(document, operand, options)
    const dayOfWeek = ofDates['$dayOfWeek']?.(document, operand, options)
    if (typeof dayOfYear !== 'number' || typeof dayOfWeek !== 'number') return null
    return Math.floor((dayOfYear + 7 - dayOfWeek) / 7)
  },
}
