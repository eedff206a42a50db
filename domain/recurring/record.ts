import { Agreed } from '../consent'
import { Ask } from '../errand/ask'
import type { FailureCode } from '../failure'
import { Id, text } from '../operation'
import type { Held } from '../safety/held'
import { dayOf } from '../time'
import * as z from '../zod'
import { comingOn, type Rhythm } from './calendar'
import { Day, dayAfter, weekdays } from './day'

/** kept: 常用, asked again by a tap · going · paused: by the family, the desk, or the clock with a reason · ended. */
export const recurringStates = ['kept', 'going', 'paused', 'ended'] as const
export type RecurringState = (typeof recurringStates)[number]

/** What is asked anew each time, or goes without saying: a number from last time fetches nothing today. */
const askedAnew = {
  communityId: true,
  householdId: true,
  when: true,
  code: true,
  health: true,
  agreed: true,
  byPhone: true,
  inGroup: true,
  ride: true,
} as const

/** The answers that stay: whatever the six questions ask of a kind comes along by itself. */
export const Answers = z.partial(z.omit(Ask, askedAnew))
export type Answers = z.infer<typeof Answers>

/** The same of an errand as stored. */
export const answersOf = (errand: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(Answers.shape).flatMap(name => (errand[name] === undefined ? [] : [[name, errand[name]]])),
  )

const Clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[03]0$/, '时间不对'))

/** 每周几, or which days; between which hours; from when until when. */
const rhythm = {
  weekdays: z.array(z.literal(weekdays)).check(z.maxLength(7)),
  dates: z.array(Day).check(z.maxLength(60, '最多挑 60 天')),
  from: Clock,
  until: Clock,
  fromOn: Day,
  untilOn: z.optional(Day),
}

/** 每周都要: made from an errand, whose answers it keeps. */
export const NewRecurring = z.strictObject({ errandId: Id, ...rhythm, agreed: z.optional(Agreed) })
/** 改日子: other days and hours; for another thing another rule is made. */
export const ChangeRecurring = z.strictObject({ id: Id, rev: z.string(), ...rhythm })
/** 存成常用, under a name. */
export const KeepErrand = z.strictObject({ errandId: Id, name: text(12) })

/** Not what one needs every week: an exam ride has its day, a parcel its number. */
const onceOnly: readonly string[] = ['ride', 'parcel']

/** True for a kind that can be asked for again and again by itself. */
export const mayRecur = (kind: string | undefined): boolean => kind !== undefined && !onceOnly.includes(kind)

/** So many a household may have at once, of either sort. */
export const mostAtOnce = 20

/** The first rule that these days break at this moment, or nothing. The same rules speak on the phone and in the cloud. */
export function refusalOfRhythm(asked: Omit<Rhythm, 'skips'>, now: number): FailureCode | undefined {
  const { from, until, fromOn, untilOn, weekdays: days, dates } = asked
  if (until <= from || (days.length === 0 && dates.length === 0)) return 'BAD_INPUT'
  const whole = { ...asked, skips: [] }
  if (untilOn !== undefined && untilOn < fromOn) return 'BAD_INPUT'
  // A rule that begins in years is a slip of the finger.
  if (fromOn > lastDay(now)) return 'BAD_INPUT'
  return comingOn(whole, undefined, now) === undefined ? 'PAST_SLOT' : undefined
}

const lastDay = (now: number): string => dayAfter(dayOf(now), 366)

/** Why the clock stopped a rule, as the desk says it on the telephone and the family reads it. */
export const stops = {
  askerLeft: '点单的人不再是家里人了',
  noConsent: '点单的人收回了同意',
  refused: '这样的单现在要一次一次点',
} as const
export type Stop = keyof typeof stops

/** 定期 and 常用, as the family and the desk read it: the answers, and on which days. */
export const Recurring = z.object({
  ...Answers.shape,
  id: z.string(),
  state: z.string(),
  communityId: z.string(),
  my: z.array(z.string()),
  rev: z.optional(z.string()),
  householdId: z.optional(z.string()),
  /** What it is called, of one that is kept: 爸爸的午饭. */
  name: z.optional(z.string()),
  weekdays: z.optional(z.array(z.number())),
  dates: z.optional(z.array(z.string())),
  from: z.optional(z.string()),
  until: z.optional(z.string()),
  fromOn: z.optional(z.string()),
  untilOn: z.optional(z.string()),
  skips: z.optional(z.array(z.string())),
  /** The last day whose errand has been made. */
  madeOn: z.optional(z.string()),
  askedBy: z.optional(z.string()),
  byPhone: z.optional(z.boolean()),
  /** Why the clock stopped it. */
  stopped: z.optional(z.string()),
  waits: z.optional(z.array(z.string())),
})
export type Recurring = z.infer<typeof Recurring>

/** Its days, where it has any. */
export function rhythmOf(rule: Omit<Recurring, 'id' | 'my' | 'state' | 'communityId'>): Rhythm | undefined {
  const { weekdays: days, dates = [], from, until, fromOn, untilOn, skips = [] } = rule
  if (days === undefined || from === undefined || until === undefined || fromOn === undefined) return undefined
  return { weekdays: days, dates, from, until, fromOn, untilOn, skips }
}

/** The fields of the stored record that nobody is given. */
export interface RecurringKept {
  compoundId?: string | undefined
  askedById: string
  /** When the clock must look at it next, epoch ms. */
  dueAt: number
  /** Since when it is over; `never` while it is not. */
  endedAt: number
  inboxOf: string[]
  /** The desk has to tell the household by telephone that it was stopped. */
  callsOpen: number
  unbound?: string[]
  held?: Readonly<Record<string, Held>>
}
export type RecurringRecord = Omit<Recurring, 'id' | 'my' | 'state' | 'rev' | 'waits'> & RecurringKept
