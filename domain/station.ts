import { area, Id, Moment, moved, one, OnlyId, page, plain, type Table } from './operation'
import { Fix, Point } from './place'
import { clockOf, dayStart, hourMs, momentOf, dayOf } from './time'
import * as z from './zod'

export const stationKinds = { party: '党群驿站', red: '红色驿站', kind: '爱心驿站' } as const

/** What a station has; the word is what people read. */
export const facilities = {
  seat: '歇脚',
  water: '热水',
  microwave: '微波炉',
  power: '充电',
  toilet: '厕所',
  umbrella: '雨伞',
  medkit: '药箱',
  aircon: '空调',
} as const
export const facilityNames = Object.keys(facilities) as (keyof typeof facilities)[]

/** Closed by hand on top of the posted hours: for a while, or for the rest of the day. */
export const Closure = z.object({ how: z.enum(['while', 'today']), until: z.number(), at: z.number() })

export const Fault = z.object({ facility: z.string(), at: z.number() })

/** 驿站 with its facts. `openFrom`/`openUntil` are the posted hours, `'08:00'`, Beijing. */
export const Station = z.object({
  id: z.string(),
  communityId: z.string(),
  my: z.array(z.string()),
  rev: z.optional(z.string()),
  name: z.optional(z.string()),
  kind: z.optional(z.string()),
  address: z.optional(z.string()),
  point: z.optional(Point),
  openFrom: z.optional(z.string()),
  openUntil: z.optional(z.string()),
  facilities: z.optional(z.array(z.string())),
  faults: z.optional(z.array(Fault)),
  closure: z.optional(z.nullable(Closure)),
  verifiedAt: z.optional(z.number()),
  phone: z.optional(z.string()),
})
export type Station = z.infer<typeof Station>

export type StationRecord = Omit<Station, 'my'> & { stationId: string; code: string; radiusMetres: number }

/** 到访: counts once a day and station, by place or by the clerk's nod. */
export const visitStates = ['waiting', 'counted'] as const
export type VisitState = (typeof visitStates)[number]
export const Visit = z.object({
  id: z.string(),
  state: z.string(),
  communityId: z.string(),
  my: z.array(z.string()),
  stationId: z.optional(z.string()),
  stationName: z.optional(z.string()),
  who: z.optional(z.string()),
  at: z.optional(Moment),
})
export type Visit = z.infer<typeof Visit>

export type Standing = { open: boolean; words: string }

/** Whether the station is really open at this moment, and the sentence that says so. */
export function openness(station: Station, now: number): Standing {
  const { openFrom = '08:00', openUntil = '21:00', closure } = station
  if (closure && closure.until > now) {
    return { open: false, words: closure.how === 'today' ? '今天不开' : `关一会儿，${clockOf(closure.until)} 再开` }
  }
  const day = dayOf(now)
  const hours = `${openFrom}-${openUntil}`
  if (now < momentOf(day, openFrom)) return { open: false, words: `还没开，${openFrom} 开门` }
  if (now >= momentOf(day, openUntil)) return { open: false, words: `关了，明天 ${openFrom} 开门` }
  return { open: true, words: `开着（按 ${hours}）` }
}

/** When a closure ends: after so many minutes, or with the Beijing day. */
export function closureEnd(how: 'while' | 'today', now: number, minutes = 60): number {
  return how === 'today' ? dayStart(now) + 24 * hourMs : now + minutes * 60_000
}

/** The code on the door: short, permanent, no secret in it. */
export const StationCode = z.string().check(z.regex(/^[A-Z2-9]{6}$/, '没认出这个码，请再扫一次'))

/** 驿站: which one is really open, what it has, one scan to say "I am here". */
export const station = area('station', {
  list: { by: ['guest'], input: z.strictObject({ communityId: Id }), output: page('station', Station) },
  one: { by: ['guest'], input: OnlyId, output: one('station', Station) },
  /** The station behind the code on a door. */
  behind: { by: ['guest'], input: z.strictObject({ code: StationCode }), output: one('station', Station) },
  close: {
    by: ['keeper'],
    own: ['keeper'],
    changes: true,
    input: z.strictObject({ id: Id, rev: z.string(), how: z.enum(['while', 'today']) }),
    output: moved,
  },
  reopen: {
    by: ['keeper'],
    own: ['keeper'],
    changes: true,
    input: z.strictObject({ id: Id, rev: z.string() }),
    output: moved,
  },
  attest: {
    by: ['keeper'],
    own: ['keeper'],
    changes: true,
    input: z.strictObject({ id: Id, rev: z.string() }),
    output: moved,
  },
  report: {
    by: ['guest'],
    changes: true,
    input: z.strictObject({ id: Id, facility: z.enum(facilityNames) }),
    output: moved,
  },
  mend: {
    by: ['keeper'],
    own: ['keeper'],
    changes: true,
    input: z.strictObject({ id: Id, rev: z.string(), facility: z.enum(facilityNames) }),
    output: moved,
  },
  code: {
    by: ['keeper'],
    own: ['keeper'],
    input: OnlyId,
    output: plain(z.object({ code: z.string(), png: z.string() })),
  },
  arrive: {
    by: ['guest'],
    moves: { from: ['waiting'], to: 'counted' },
    input: z.strictObject({ code: StationCode, fix: z.optional(Fix) }),
    output: one('visit', Visit),
  },
  /** 请店里人点一下: arrived without a proof of place; the clerk says 他在这儿. */
  announce: {
    by: ['guest'],
    moves: { from: [], to: 'waiting' },
    input: z.strictObject({ code: StationCode }),
    output: one('visit', Visit),
  },
  waiting: { by: ['keeper'], own: ['keeper'], input: z.strictObject({ id: Id }), output: page('visit', Visit) },
  admit: { by: ['keeper'], own: ['keeper'], moves: { from: ['waiting'], to: 'counted' }, input: OnlyId, output: moved },
  today: { by: ['keeper'], own: ['keeper'], input: OnlyId, output: plain(z.object({ visits: z.number() })) },
} satisfies Table<VisitState>)

export const visitKey = (stationId: string, personId: string, day: string): string => `${stationId}_${personId}_${day}`

/** The text of a station's QR code: the page of the arrival and the code as its scene. */
export const arrivalPage = 'pages/station/arrive/index'

/** Reads a scanned text: our own page with its scene, or the bare code typed by hand. */
export function stationCodeIn(scanned: string): string | undefined {
  const scene = /[?&]scene=([A-Z2-9]{6})(?![\w%])/.exec(scanned)?.[1]
  return scene ?? (/^[A-Z2-9]{6}$/.test(scanned.trim()) ? scanned.trim() : undefined)
}
