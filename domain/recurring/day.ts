import { beijing, dayMs, momentOf } from '../time'
import * as z from '../zod'

/** A day, `'2026-03-01'`, Beijing; one that the calendar has: 29 February in leap years alone. */
export const Day = z
  .string()
  .check(z.regex(/^20\d{2}-\d{2}-\d{2}$/, '日子不对'), z.refine(isDay, '没有这一天，请换一个'))

function isDay(day: string): boolean {
  const at = Date.parse(day)
  return !Number.isNaN(at) && dayAfter(day, 0) === day
}

/** So many days after a day, or before it. A day of the calendar has no hour: neither Beijing's nor the machine's clock is asked. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** 周一 is 1, 周日 is 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

const characters = ['一', '二', '三', '四', '五', '六', '日'] as const

/** The day of the week. */
export const weekdayOf = (day: string): number => new Date(Date.parse(day)).getUTCDay() || 7

/** 11月24日. */
export const dayName = (day: string): string => beijing(momentOf(day, '12:00')).format('M月D日')

/** 周三. */
export const weekdayWord = (weekday: number): string => `周${characters[weekday - 1] ?? ''}`

/** 11月24日 周二. */
export const dayWords = (day: string): string => `${dayName(day)} ${weekdayWord(weekdayOf(day))}`

/** 每天 · 周一到周五 · 每周一三五; of single dates alone 定好的日子. */
export function rhythmWords(days: readonly number[] = []): string {
  const sorted = weekdays.filter(day => days.includes(day))
  if (sorted.length === 0) return '定好的日子'
  if (sorted.length === 7) return '每天'
  if (sorted.join('') === '12345') return '周一到周五'
  return `每周${sorted.map(day => characters[day - 1]).join('')}`
}
