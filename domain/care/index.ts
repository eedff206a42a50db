import { HappenedAt } from '../errand/happened'
import { PhotoFile } from '../errand/photo'
import { area, Id, moved, OnlyId, plain, text, type Table } from '../operation'
import * as z from '../zod'

/** What a rider tells the community from a door. */
export const careKinds = {
  unwell: '老人看着不太好',
  incident: '出了点事',
  note: '下次上门要知道的',
} as const
export type CareKind = keyof typeof careKinds
export const careKindNames = Object.keys(careKinds) as CareKind[]

/**
 * `open` waits for the desk; `done` is ticked off, with what was done. Of a note: `approved`, other riders read it; `asked`, the family asks to
 * take it away and the desk has not said; `removed`.
 */
export type CareState = 'open' | 'done' | 'approved' | 'asked' | 'removed'

/** What the cloud keeps; nobody is given it whole. */
export interface CareRecord {
  communityId: string
  /** Of the door, so that who looks after one compound meets what was seen in it. */
  compoundId?: string
  householdId: string
  errandId: string
  riderId: string
  kind: CareKind
  /** 王大爷. */
  elder?: string
  words?: string
  photo?: string
  /** When the phone says that it was seen (errand/happened.ts). */
  happenedAt?: number
  at: number
  /** What the desk did. */
  did?: string
  /** Why the family asks to take a note away. */
  why?: string
  /** From when on it need not be kept, epoch ms. */
  endsAt: number
}

/** One of 要照看的, for the desk. */
export const CareLine = z.object({
  id: Id,
  state: z.string(),
  kind: z.string(),
  errandId: Id,
  /** Whose number `errand.reveal` gives. */
  householdId: z.optional(Id),
  elder: z.optional(z.string()),
  who: z.string(),
  words: z.optional(z.string()),
  photo: z.boolean(),
  why: z.optional(z.string()),
  at: z.number(),
  happenedAt: z.optional(z.number()),
})
export type CareLine = z.infer<typeof CareLine>

/** A note for the next visit, as its family and the desk read it. */
export const VisitNote = z.object({ id: Id, words: z.string(), state: z.string(), at: z.number() })
export type VisitNote = z.infer<typeof VisitNote>

const rowsOf = <S extends z.ZodMiniType>(row: S) => plain(z.object({ rows: z.array(row) }))

/** 照看: what a rider saw at a door, and what the desk does about it. No word of it stands in a push, and of illness in no list but the desk's. */
export const care = area('care', {
  /** Up to a day after whoever says it had the errand: also from a basement, also when it went to another meanwhile. */
  report: {
    by: ['rider'],
    moves: { from: [], to: 'open' },
    input: z.strictObject({
      errandId: Id,
      kind: z.enum(careKindNames),
      words: z.optional(text(100)),
      photo: z.optional(PhotoFile),
      happenedAt: HappenedAt,
    }),
    output: moved,
  },
  queue: { by: ['dispatcher'], input: z.strictObject({ communityId: Id }), output: rowsOf(CareLine) },
  /** 办了: what was done, and what of it the family and the rider are told, in words that the desk chooses. */
  settle: {
    by: ['dispatcher'],
    moves: { from: ['open'], to: 'done' },
    input: z.strictObject({
      id: Id,
      did: text(100),
      toFamily: z.optional(text(60)),
      toRider: z.optional(text(60)),
    }),
    output: moved,
  },
  /** 给来的人看: from now on whoever has an errand of that household reads the note with the door. */
  approve: { by: ['dispatcher'], moves: { from: ['open', 'asked'], to: 'approved' }, input: OnlyId, output: moved },
  remove: {
    by: ['dispatcher'],
    moves: { from: ['open', 'approved', 'asked'], to: 'removed' },
    input: OnlyId,
    output: moved,
  },
  /** 请社区去掉: the desk decides; until then it stands. */
  contest: {
    by: ['resident'],
    own: ['family'],
    moves: { from: ['approved'], to: 'asked' },
    input: z.strictObject({ id: Id, why: text(60) }),
    output: moved,
  },
  /** What riders read of this household, for its family and the desk. */
  notes: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    input: z.strictObject({ householdId: Id }),
    output: rowsOf(VisitNote),
  },
  photo: { by: ['dispatcher'], input: OnlyId, output: plain(z.object({ url: z.string() })) },
} satisfies Table<CareState>)
