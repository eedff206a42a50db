import { Id, moved, text, type Table } from '../operation'
import * as z from '../zod'
import { HappenedAt } from './happened'
import { lateGuesses } from './late'
import { PhotoFile } from './photo'
import { codesOf, failReasons, handBackReasons } from './reasons'
import { handedTo, type ErrandState } from './record'

/** 送到了: handed to somebody, a photo of the goods without people, or the family's digits. */
export const Proof = z.strictObject({
  id: Id,
  how: z.union([z.enum(Object.keys(handedTo) as (keyof typeof handedTo)[]), z.literal('photo'), z.literal('digits')]),
  photo: z.optional(PhotoFile),
  digits: z.optional(z.string().check(z.regex(/^\d{4}$/, '是四位数字'))),
  happenedAt: HappenedAt,
})

/** What is said of an errand that was not brought: why, in words and where it fits as a code, and where the goods are. */
const unbrought = { id: Id, why: text(100), goodsAt: z.optional(text(60)), happenedAt: HappenedAt }

/** 接单以后: on the way, at the door, or not. */
export const carrying = {
  handBack: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted', 'underway'], to: 'requested' },
    input: z.strictObject({ ...unbrought, reason: z.optional(z.enum(codesOf(handBackReasons))) }),
    output: moved,
  },
  depart: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted'], to: 'underway' },
    input: z.strictObject({ id: Id, happenedAt: HappenedAt }),
    output: moved,
  },
  deliver: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted', 'underway'], to: 'delivered' },
    input: Proof,
    output: moved,
  },
  fail: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted', 'underway'], to: 'failed' },
    input: z.strictObject({ ...unbrought, reason: z.optional(z.enum(codesOf(failReasons))) }),
    output: moved,
  },
  /** 来不及了？告诉社区: after the latest time, with a guess; no penalty, and the desk may send somebody else. */
  late: {
    by: ['rider'],
    own: ['rider'],
    changes: true,
    input: z.strictObject({ id: Id, minutes: z.literal(lateGuesses) }),
    output: moved,
  },
} satisfies Table<ErrandState>
