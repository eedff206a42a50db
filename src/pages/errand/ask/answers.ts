import { ticked, type Matter } from '@domain/consent'
import { Ask, refusalOf } from '@domain/errand/ask'
import { isTooFar } from '@domain/errand/reach'
import type { Errand, Kind } from '@domain/errand/record'
import { kindNames } from '@domain/errand/record'
import type { FailureCode } from '@domain/failure'
import * as z from '@domain/zod'
import type { MealSource, Taste } from '@domain/errand/kind/meal'
import type { ParcelWay } from '@domain/errand/kind/parcel'
import { legNames, type Leg } from '@domain/errand/kind/ride'
import type { IfNone } from '@domain/errand/kind/shopping'
import { ofKindIn, ofKindOf, whatIn } from './of-kind'

/** One thing to buy and how much of it. */
export interface Item {
  name: string
  amount: string
}

/** What the six questions have been answered with so far; kept as a draft, so every field may still be missing. */
export interface Answers {
  step: number
  /** 群里看到的, where the desk enters it; else somebody telephoned. */
  inGroup?: boolean
  /** True when a part of the last screen was tapped: the next answer leads back to it. */
  checking: boolean
  kind?: Kind
  householdId?: string
  /** An elder who is being written down in the second question: what he is called, '' when that is not known yet. */
  adding?: string
  communityId?: string
  /** 爸爸（3号楼）, as it is read back in the last question. */
  whom?: string
  what: string
  pickUp: string
  code: string
  note: string
  heavy?: boolean
  health?: boolean
  /** What the third question of each kind was answered with; sent as the kind's own answers (of-kind.ts). */
  source?: MealSource
  tastes: Taste[]
  items: Item[]
  ifNone?: IfNone
  way?: ParcelWay
  place: string
  legs: Leg[]
  ticketAt: string
  /** 药开好、钱付了. */
  ready?: boolean
  /** `'2026-03-01'`, Beijing. */
  day?: string
  when?: { from: number; until: number }
  /** When the examinee is fetched again, where both ways were asked for. */
  back?: { from: number; until: number }
  money?: Ask['money']
  tell: boolean
}

export const steps = 6

export const blank: Answers = {
  step: 1,
  checking: false,
  what: '',
  pickUp: '',
  code: '',
  note: '',
  tastes: [],
  items: [{ name: '', amount: '' }],
  place: '',
  legs: [],
  ticketAt: '',
  tell: false,
}

/** 再来一次: everything as it was but the time, which is asked for, and before it the new number where there was one. */
export function againOf(errand: Errand): Answers {
  const { kind, householdId, communityId, what = '', pickUp = '', code, note = '', heavy, money, building } = errand
  const known = kindNames.find(name => name === kind)
  const called = errand.calls ?? errand.elder ?? '家里'
  const ofKind = ofKindIn(errand)
  // The desk reads no number of last time, and a kept one has none: what comes by a number is asked for it all the same.
  const comesByNumber = Boolean(code) || ofKind.way === 'fetch' || ofKind.source === 'shop'
  return {
    ...blank,
    ...ofKind,
    step: comesByNumber ? 3 : 4,
    checking: true,
    ...(known ? { kind: known } : {}),
    ...(householdId ? { householdId } : {}),
    communityId,
    what,
    pickUp,
    note,
    whom: building ? `${called}（${building}）` : called,
    // A number from last time fetches nothing today.
    code: '',
    ...(heavy === undefined ? {} : { heavy }),
    ...(money ? { money: moneyOf(money) } : {}),
    ...(known === 'medicine' ? {} : { ready: true }),
  }
}

function moneyOf({ how, capYuan }: NonNullable<Errand['money']>): Ask['money'] {
  const cap = caps.find(yuan => yuan === capYuan)
  return cap === undefined ? { how } : { how, capYuan: cap }
}

export const caps = [20, 50, 100] as const

/** The answers as the cloud wants them, with what was agreed to; nothing while a question is still open. */
export function askOf(answers: Answers, byPhone: boolean, agreed: readonly Matter[] = []): Ask | undefined {
  const { kind, householdId, communityId, when, money, heavy, health } = answers
  // What was ticked and not what is lacking: tried again once the cloud knows it, it is the same intent.
  const consents: Matter[] = kind === 'medicine' && health ? [...agreed, 'health'] : [...agreed]
  const given = {
    communityId,
    householdId,
    kind,
    when,
    money,
    heavy,
    ...ofKindOf(answers),
    what: whatIn(answers),
    pickUp: answers.pickUp.trim() || undefined,
    code: answers.code.trim() || undefined,
    note: answers.note.trim() || undefined,
    health: kind === 'medicine' ? health : undefined,
    byPhone: byPhone || undefined,
    inGroup: (byPhone && answers.inGroup) || undefined,
    agreed: byPhone || consents.length === 0 ? undefined : ticked(consents),
  }
  const parsed = z.safeParse(Ask, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  return parsed.success ? parsed.data : undefined
}

/** Why these answers cannot be sent, by the rules that also speak in the cloud; `BAD_INPUT` while something is missing. */
export function refusal(answers: Answers, byPhone: boolean, now: number): FailureCode | undefined {
  const ask = needsBack(answers) && !answers.back ? undefined : askOf(answers, byPhone)
  return ask ? refusalOf(ask, now) : 'BAD_INPUT'
}

/** What the third question still needs before one can go on, in words; nothing when it is answered. */
export function missingWhat(answers: Answers): string | undefined {
  const { kind, pickUp, ready, health } = answers
  if (kind === 'medicine') {
    if (!pickUp.trim()) return '请写哪家药房'
    if (ready !== true) return '药开好、钱付好再来'
    return health ? undefined : '请勾一下同意为这次拿药记录'
  }
  if (kind === 'meal' && !pickUp.trim()) return '请选从哪儿拿'
  if (kind === 'parcel' && !pickUp.trim()) return '请写哪个快递点'
  if (kind === 'ride' && answers.legs.length === 0) return '请选去还是回，也可以都选'
  if (kind === 'ride' && !answers.place.trim()) return '请写哪个考点'
  const what = whatIn(answers).trim()
  if (!what) return '请写要什么'
  return what.length > 60 ? '写得太长了，最多 60 个字' : undefined
}

/** Both ways: each has a time of its own. */
export const needsBack = ({ kind, legs }: Answers): boolean => kind === 'ride' && legs.length === legNames.length

/** The first question that is not answered, or the last one. */
export function firstOpen(answers: Answers, now: number): number {
  if (!answers.kind) return 1
  if (!answers.householdId) return 2
  if (missingWhat(answers)) return 3
  if (!isToCome(answers, now) || (needsBack(answers) && !answers.back)) return 4
  return answers.money ? steps : 5
}

/** A time is chosen that has not begun, and of a kind that may be asked for so far ahead. */
const isToCome = ({ kind, when }: Answers, now: number): boolean =>
  when !== undefined && when.from > now && !isTooFar(kind, when.from, now)

/** What was begun and left lying: a time that has passed meanwhile is asked for again. */
export function inTime(answers: Answers, now: number): Answers {
  const { when, step } = answers
  if (!when || isToCome(answers, now)) return answers
  const isFurther = step > 4
  return { ...answers, when: undefined, back: undefined, day: undefined, ...(isFurther && { step: 4, checking: true }) }
}

/** Where one stands after answering a question: the next one, or the last when one came from there. The desk says first for whom. */
export function nextStep(answers: Answers, now: number, byPhone: boolean): number {
  if (answers.checking) return firstOpen(answers, now)
  if (byPhone && answers.step === 1 && answers.householdId) return 3
  return Math.min(answers.step + 1, steps)
}
