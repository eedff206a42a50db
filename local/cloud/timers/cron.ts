/** A schedule of seven fields, taken apart: the allowed values of each. */
export interface Cron {
  seconds: ReadonlySet<number>
  minutes: ReadonlySet<number>
  hours: ReadonlySet<number>
  days: ReadonlySet<number>
  months: ReadonlySet<number>
  weekdays: ReadonlySet<number>
  years: ReadonlySet<number>
}

const fields = [
  ['seconds', 0, 59],
  ['minutes', 0, 59],
  ['hours', 0, 23],
  ['days', 1, 31],
  ['months', 1, 12],
  ['weekdays', 0, 6],
  ['years', 1970, 2099],
] as const

/**
 * Reads a schedule of the platform: seconds, minute, hour, day, month, week (0 = Sunday), year; `*`, lists, ranges and steps.
 * @throws Error that names the field that cannot be read
 */
export function readCron(text: string): Cron {
  const parts = text.trim().split(/\s+/)
  if (parts.length !== fields.length) throw new Error(`the schedule "${text}" needs seven fields, not ${parts.length}`)
  const [seconds, minutes, hours, days, months, weekdays, years] = fields.map(([name, from, to], i) =>
    readField(parts[i] ?? '', name, from, to),
  )
  const none: ReadonlySet<number> = new Set()
  return {
    seconds: seconds ?? none,
    minutes: minutes ?? none,
    hours: hours ?? none,
    days: days ?? none,
    months: months ?? none,
    weekdays: weekdays ?? none,
    years: years ?? none,
  }
}

function readField(text: string, name: string, from: number, to: number): ReadonlySet<number> {
  const allowed = new Set<number>()
  for (const item of text.split(',')) {
    const match = /^(\*|\?|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item)
    if (!match) throw new Error(`the schedule's ${name} "${text}" cannot be read`)
    const step = match[4] === undefined ? 1 : Number(match[4])
    const first = match[2] === undefined ? from : Number(match[2])
    const last =
      match[3] !== undefined ? Number(match[3]) : match[2] === undefined || match[4] !== undefined ? to : first
    if (first < from || last > to || first > last || step < 1)
      throw new Error(`the schedule's ${name} "${text}" is out of range ${from}-${to}`)
    for (let value = first; value <= last; value += step) allowed.add(value)
  }
  return allowed
}

const beijingMs = 8 * 3600_000

/** The first moment after `afterMs` (epoch milliseconds) that a schedule names, in Beijing time; undefined when there is none. */
export function nextRing(cron: Cron, afterMs: number): number | undefined {
  // Read through UTC getters, this date shows Beijing's clock.
  const at = new Date(Math.floor(afterMs / 1000) * 1000 + 1000 + beijingMs)
  const lastYear = Math.max(...cron.years)
  while (at.getUTCFullYear() <= lastYear) {
    if (!cron.years.has(at.getUTCFullYear()) || !cron.months.has(at.getUTCMonth() + 1))
      at.setTime(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))
    else if (!cron.days.has(at.getUTCDate()) || !cron.weekdays.has(at.getUTCDay()))
      at.setTime(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1))
    else if (!cron.hours.has(at.getUTCHours())) at.setTime((Math.floor(at.getTime() / 3600_000) + 1) * 3600_000)
    else if (!cron.minutes.has(at.getUTCMinutes())) at.setTime((Math.floor(at.getTime() / 60_000) + 1) * 60_000)
    else if (!cron.seconds.has(at.getUTCSeconds())) at.setTime(at.getTime() + 1000)
    else return at.getTime() - beijingMs
  }
  return undefined
}
