import { Agreed, type Matter } from '../consent'
import type { FailureCode } from '../failure'
import { Id, Moment, text } from '../operation'
import { dayOf } from '../time'
import * as z from '../zod'
import { asksOtherwise } from './kind'
import { ofKindAsked } from './kind/asked'
import { isTooFar } from './reach'
import { kindNames, type Kind } from './record'

const capsYuan = [20, 50, 100] as const

/** 点单: what the six questions ask. The family says only when; nobody but the desk can mark it urgent. */
export const Ask = z.strictObject({
  communityId: Id,
  householdId: Id,
  kind: z.enum(kindNames),
  /** In one line; where the kind has questions of its own the cloud puts it together of the answers (`whatOf`). */
  what: text(60),
  ...ofKindAsked,
  /** 从哪儿: the canteen, the pharmacy, the parcel station. */
  pickUp: z.optional(text(40)),
  /** 取餐号, 取药号, 取件码. */
  code: z.optional(text(20)),
  heavy: z.optional(z.boolean()),
  when: z.strictObject({ from: Moment, until: Moment }),
  money: z.strictObject({ how: z.enum(['paid', 'atDoor', 'none']), capYuan: z.optional(z.literal(capsYuan)) }),
  /** 同意为这次拿药记录: asked for medicine only (PIPL 28-30). */
  health: z.optional(z.boolean()),
  /** What whoever asks ticks for himself (consent/). */
  agreed: z.optional(Agreed),
  note: z.optional(text(100)),
  /** 接到电话，记一单: entered by the desk for a caller. */
  byPhone: z.optional(z.boolean()),
  /** 群里看到的，记一单: entered by the desk too, for who asked in the group. */
  inGroup: z.optional(z.boolean()),
})
export type Ask = z.infer<typeof Ask>

/** What whoever asks for his own household must have agreed to. */
export const askNeeds = (kind: string | undefined): Matter[] =>
  kind === 'medicine' ? ['privacy', 'health'] : ['privacy']

/** The first rule this request breaks at this moment, or nothing. The same rules speak on the phone and in the cloud. */
export function refusalOf(ask: Ask, now: number): FailureCode | undefined {
  if (ask.when.until <= ask.when.from || ask.when.from <= now) return 'PAST_SLOT'
  if (isTooFar(ask.kind, ask.when.from, now)) return 'TOO_FAR'
  if (ask.money.how === 'atDoor' && ask.money.capYuan === undefined) return 'BAD_INPUT'
  if (asksOtherwise(ask)) return 'BAD_INPUT'
  const { back, leg } = ask.ride ?? {}
  if (
    back &&
    (leg !== 'there' || back.until <= back.from || back.from < ask.when.until || isAnotherDay(ask.when, back))
  )
    return 'BACK_FIRST'
  if (ask.kind !== 'medicine') return undefined
  if (ask.health !== true) return 'NO_HEALTH_CONSENT'
  return ask.money.how === 'atDoor' ? 'NEEDS_PAID' : undefined
}

const isAnotherDay = (there: { from: number }, back: { from: number }): boolean =>
  dayOf(there.from) !== dayOf(back.from)

const chosen: readonly string[] = ['medicine', 'ride'] satisfies Kind[]

/** For this kind a person chooses somebody: medicine, and a driver to an examination, whose car and licence the desk has seen. */
export const isChosenFor = (kind: string): boolean => chosen.includes(kind)

/** Somebody must have prescribed or ordered it, and paid, each time anew. */
export const mustBeReady = ({ kind, meal }: Pick<Ask, 'kind' | 'meal'>): boolean =>
  kind === 'medicine' || meal?.source === 'shop'

/** True for what is named, not pooled, until the desk lifts it: every errand of such a kind, and a lone elder's door. */
export const mustBeNamed = (kind: string, elderLivesAlone: boolean): boolean => isChosenFor(kind) || elderLivesAlone
