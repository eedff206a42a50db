import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** The whole product lives in Beijing time, whatever the phone or the function's clock says. */
const beijingMinutes = 480
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Later than everything: for `dueAt` and `closedAt` of what is still open, so that an index can hold it. */
export const never = 8_640_000_000_000_000

export const beijing = (at: number) => dayjs.utc(at).utcOffset(beijingMinutes)

/** The day in Beijing, `'2026-03-01'`. */
export const dayOf = (at: number): string => beijing(at).format('YYYY-MM-DD')

/** The time of day in Beijing, `'10:30'`. */
export const clockOf = (at: number): string => beijing(at).format('HH:mm')

/** Epoch ms at which the Beijing day of `at` began. */
export const dayStart = (at: number): number => beijing(at).startOf('day').valueOf()

/** Epoch ms of a Beijing day (`'2026-03-01'`) and time (`'10:30'`). */
export const momentOf = (day: string, clock: string): number =>
  dayjs.utc(`${day}T${clock}:00Z`).valueOf() - beijingMinutes * minuteMs

/** Epoch ms at which the Beijing week (Monday) of `at` began. */
export const weekStart = (at: number): number => dayStart(at) - ((beijing(at).day() + 6) % 7) * dayMs

/** Epoch ms at which the Beijing month of `at` began. */
export const monthStart = (at: number): number => beijing(at).startOf('month').valueOf()

export interface Window {
  /** Epoch ms. */
  from: number
  until: number
}

/** The day in full, whenever it was: `2026年3月1日`. */
export const dateWord = (at: number): string => beijing(at).format('YYYY年M月D日')

const dayWords = ['今天', '明天', '后天']

/** The day as people say it: 今天, 明天, 后天, else 3月1日; yesterday is 昨天. */
export function dayWord(at: number, now: number): string {
  const days = Math.round((dayStart(at) - dayStart(now)) / dayMs)
  if (days === -1) return '昨天'
  return dayWords[days] ?? beijing(at).format('M月D日')
}

/** `10:30`, and on another day than today `明天 10:30`. */
export const atWords = (at: number, now: number): string =>
  dayOf(at) === dayOf(now) ? clockOf(at) : `${dayWord(at, now)} ${clockOf(at)}`

/** `今天 10:30-11:00`. */
export function windowWords(when: Window, now: number): string {
  return `${dayWord(when.from, now)} ${clockOf(when.from)}-${clockOf(when.until)}`
}

/** How long ago, or how long something took: `12 分钟`, `3 小时`, `2 天`. */
export function spanWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs))
  if (minutes < 1) return '不到 1 分钟'
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时`
  return `${Math.floor(minutes / (24 * 60))} 天`
}

/** The half hours of a day that can still be asked for: 7:00 (or from `begins`) to 20:00, none that has begun. */
export function slotsOn(day: string, now: number, begins = '07:00'): Window[] {
  const halfMs = 30 * minuteMs
  const first = momentOf(day, begins)
  const slots = Array.from({ length: (momentOf(day, '20:00') - first) / halfMs }, (_, i) => ({
    from: first + i * halfMs,
    until: first + (i + 1) * halfMs,
  }))
  return slots.filter(slot => slot.from > now)
}
