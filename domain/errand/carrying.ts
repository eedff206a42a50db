import { Id, moved, OnlyId, text, type Table } from '../operation'
import * as z from '../zod'
import { PhotoFile } from './photo'
import { handedTo, type ErrandState } from './record'

/** 送到了: handed to somebody, a photo of the goods without people, or the family's digits. */
export const Proof = z.strictObject({
  id: Id,
  how: z.union([z.enum(Object.keys(handedTo) as (keyof typeof handedTo)[]), z.literal('photo'), z.literal('digits')]),
  photo: z.optional(PhotoFile),
  digits: z.optional(z.string().check(z.regex(/^\d{4}$/, '是四位数字'))),
})

/** 接单以后: on the way, at the door, or not. */
export const carrying = {
  handBack: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted', 'underway'], to: 'requested' },
    input: z.strictObject({ id: Id, why: text(100), goodsAt: z.optional(text(60)) }),
    output: moved,
  },
  depart: {
    by: ['rider', 'dispatcher'],
    own: ['rider', 'carrier'],
    moves: { from: ['accepted'], to: 'underway' },
    input: OnlyId,
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
    input: z.strictObject({ id: Id, why: text(100), goodsAt: z.optional(text(60)) }),
    output: moved,
  },
} satisfies Table<ErrandState>
