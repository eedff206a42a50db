import { Id, moved, OnlyId, page, plain, type Table } from '../operation'
import * as z from '../zod'
import { mostFen } from './money'
import { PhotoFile } from './photo'
import { Errand, type ErrandState } from './record'

const Fen = z.number().check(z.int(), z.nonnegative(), z.lte(mostFen, '最多写 500 元'))
const sum = z.strictObject({ id: Id, fen: Fen })
/** The sum as it was read by whoever says yes to it, and the other one, who is told. */
const said = z.strictObject({ id: Id, fen: Fen, riderId: z.optional(Id) })

/** 钱: written down by those between whom it goes; the desk says it for whoever it telephoned. The product never touches it. */
export const settling = {
  /** 写花了多少: above the cap only what was allowed before. */
  bill: {
    by: ['rider', 'dispatcher'],
    own: ['rider'],
    changes: true,
    input: z.strictObject({ id: Id, fen: Fen, receipt: z.optional(PhotoFile) }),
    output: moved,
  },
  /** 超过说好的，先问一声. */
  askMore: { by: ['rider'], own: ['rider'], changes: true, input: sum, output: moved },
  allowMore: { by: ['resident', 'dispatcher'], own: ['family'], changes: true, input: said, output: moved },
  /** 钱给了. */
  pay: { by: ['resident', 'dispatcher'], own: ['family'], changes: true, input: said, output: moved },
  /** 钱收到了. */
  receive: { by: ['rider', 'dispatcher'], own: ['rider'], changes: true, input: sum, output: moved },
  /** The receipt's photo, by a link of ten minutes. */
  receipt: {
    by: ['resident', 'dispatcher', 'rider'],
    input: OnlyId,
    output: plain(z.object({ url: z.string(), waits: z.optional(z.enum(['waiting', 'hidden'])) })),
  },
  /** 没算清的账 of a community, the oldest first; who is telephoned is read from the errand. */
  accounts: { by: ['dispatcher'], input: z.strictObject({ communityId: Id }), output: page('errand', Errand) },
} satisfies Table<ErrandState>
