import { area, Id, Moment, moved, plain, text, type Table } from '../operation'
import { PhoneNumber } from '../person'
import * as z from '../zod'
import { BadgeCode, Checked } from './badge'
import { Applicant, Application, Declared, Mine, RiderLine, RiderView, Vouched } from './record'
import { vouching, type Vouching } from './words'

const inCommunity = z.strictObject({ communityId: Id })
const onePerson = z.strictObject({ communityId: Id, id: Id })
const withReason = z.strictObject({ communityId: Id, id: Id, rev: z.string(), why: text(100) })

const rowsOf = <S extends z.ZodMiniType>(row: S) => plain(z.object({ rows: z.array(row) }))

/** 新就业群体: who applies, whom the community confirms, and what he says of himself. */
export const rider = area('rider', {
  apply: { by: ['guest'], changes: true, input: Application, output: moved },
  /** Another name, trade, firm or number: what was confirmed stays until the desk has said yes. */
  amend: {
    by: ['rider'],
    changes: true,
    input: z.strictObject({ communityId: Id, ...Vouched.shape }),
    output: moved,
  },
  /** 接单资料: when, where, on what, with which papers; at once, and by himself. */
  edit: { by: ['rider'], changes: true, input: z.partial(Declared), output: moved },
  mine: { by: ['guest'], input: z.strictObject({}), output: plain(Mine) },
  /** 邻近社区: the others of the same subdistrict. */
  neighbours: { by: ['guest'], input: inCommunity, output: rowsOf(z.object({ id: z.string(), name: z.string() })) },

  /** 亮工牌: a code that is good for ten minutes, or the one to be printed, which stays the same. */
  badge: {
    by: ['rider'],
    changes: true,
    input: z.strictObject({ printed: z.optional(z.boolean()) }),
    output: plain(z.object({ png: z.string(), until: z.optional(Moment) })),
  },
  /** 核对工牌: fresh from the cloud, for anybody who has a code. @throws ASK_DESK after too many that are none */
  check: { by: ['guest'], input: z.strictObject({ code: BadgeCode }), output: plain(Checked) },

  applicants: { by: ['dispatcher'], input: inCommunity, output: rowsOf(Applicant) },
  list: { by: ['dispatcher'], input: inCommunity, output: rowsOf(RiderLine) },
  one: { by: ['dispatcher'], input: onePerson, output: plain(RiderView) },
  /** 看号码: his number, to the desk; the look is written before it is answered, and he reads it. */
  reveal: {
    by: ['dispatcher'],
    changes: true,
    input: onePerson,
    output: plain(z.object({ number: z.optional(PhoneNumber) })),
  },
  /** 新来的师傅: confirmed after seeing him, or on his firm's word. */
  confirm: {
    by: ['dispatcher'],
    changes: true,
    input: z.strictObject({
      communityId: Id,
      id: Id,
      rev: z.string(),
      how: z.enum(Object.keys(vouching) as Vouching[]),
    }),
    output: moved,
  },
  /** 退回并说明. */
  refuse: { by: ['dispatcher'], changes: true, input: withReason, output: moved },
  /** 请他停: he is no rider here any more. */
  letGo: { by: ['dispatcher'], changes: true, input: withReason, output: moved },
} satisfies Table)
