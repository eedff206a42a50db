import { care } from '@domain/care'
import { errand } from '@domain/errand'
import type { Errand } from '@domain/errand/record'
import type { Operation } from '@domain/operation'
import * as z from '@domain/zod'

/** What may be done in a basement: by the name under which it is kept. */
const rows: Readonly<Record<string, Operation>> = {
  depart: errand.depart,
  deliver: errand.deliver,
  handBack: errand.handBack,
  fail: errand.fail,
  report: care.report,
}

/** What each reads as where it waits. */
const words: Readonly<Record<string, string>> = {
  depart: '出发了',
  deliver: '送到了',
  handBack: '去不了了',
  fail: '没送成',
  report: '告诉社区的事',
}

/** 记下的一下: one tap, until the cloud has answered it. It is bound to its errand and its person from the moment it is made. */
export const Tap = z.object({
  key: z.string(),
  verb: z.string(),
  errandId: z.string(),
  /** Of whoever tapped: nobody else on this phone sends it. */
  personId: z.string(),
  /** 送饭 · 王大爷. */
  title: z.string(),
  /** When it was done, by this phone's clock, epoch ms. */
  at: z.number(),
  input: z.record(z.string(), z.unknown()),
  /** The photo on this phone, and where it goes; its name carries the errand. */
  photo: z.optional(z.object({ kept: z.string(), path: z.string() })),
  /** How often the cloud broke over it. */
  broken: z.optional(z.number()),
  /** How often its photo did not get through although there was a network. */
  stayed: z.optional(z.number()),
  /** The cloud has it; the screen is about to learn so. */
  sent: z.optional(z.boolean()),
  /** Why the cloud would not have it, as a sentence: kept until it was read. */
  refused: z.optional(z.string()),
})
export type Tap = z.infer<typeof Tap>

/** The row of a tap; nothing for one of another version of the app. */
export const rowOf = ({ verb }: Pick<Tap, 'verb'>): Operation | undefined => rows[verb]

/** 送到了 · 送饭 · 王大爷. */
export const tapWords = ({ verb, title }: Tap): string => [words[verb] ?? '记了一下', title].filter(Boolean).join('：')

/** Whether it still waits for the cloud. */
export const isWaiting = ({ refused, sent }: Tap): boolean => refused === undefined && sent !== true

/** Whether two taps do one thing; when, and with which photo, makes no other of it. */
export function isSameAct(a: Tap, b: Tap): boolean {
  const act = ({ personId, verb, errandId, input: { happenedAt: _at, photo: _photo, ...said } }: Tap) =>
    JSON.stringify([personId, verb, errandId, Object.entries(said).sort(([x], [y]) => x.localeCompare(y))])
  return act(a) === act(b)
}

/** The errand as it will be when the cloud has heard of what was done to it on this phone. */
export function asItWillBe(one: Errand, taps: readonly Tap[]): Errand {
  const last = taps.filter(tap => tap.errandId === one.id && tap.refused === undefined && tap.verb !== 'report').at(-1)
  const state = last && rowOf(last)?.moves?.to
  if (!last || !state || state === one.state) return one
  if (last.verb === 'handBack') return { ...one, state, my: one.my.filter(mine => mine !== 'rider') }
  return { ...one, state, ...(last.verb === 'deliver' && { deliveredAt: last.at }) }
}
