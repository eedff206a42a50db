import { Agreed } from '../consent'
import { Id, text } from '../operation'
import { PhoneNumber } from '../person'
import * as z from '../zod'

/** 家里老人: a record, not an account. Every phone says whose it is; the consent says how it was given. */
export const NewHousehold = z.strictObject({
  communityId: Id,
  compoundId: Id,
  building: text(10),
  unit: text(10),
  door: text(10),
  floor: z.number().check(z.int(), z.gte(-2), z.lte(60)),
  hasLift: z.boolean(),
  /** 王大爷: what everyone calls the elder. */
  elder: text(12),
  /** 爸爸: what this relative calls the elder; absent when the desk writes the record. */
  calls: z.optional(text(12)),
  /** What the relative is called himself (王女士); asked of one the cloud does not know yet. */
  myName: z.optional(text(12)),
  knock: z.optional(z.enum(['long', 'call', 'deaf'])),
  alone: z.boolean(),
  phones: z
    .array(z.strictObject({ number: PhoneNumber, whose: text(12) }))
    .check(z.minLength(1, '至少留一个电话'), z.maxLength(4)),
  consent: z.enum(['inPerson', 'byPhone'], '请先征得老人同意，再勾一下'),
  /** What the relative ticks for himself (consent/): the privacy text, the first time. */
  agreed: z.optional(Agreed),
})
export type NewHousehold = z.infer<typeof NewHousehold>

/** A household as its family and the desk see it; door and phones are not in it (`reveal` alone gives them). */
export const Household = z.object({
  id: z.string(),
  communityId: z.string(),
  my: z.array(z.string()),
  rev: z.optional(z.string()),
  elder: z.optional(z.string()),
  compoundId: z.optional(z.string()),
  compound: z.optional(z.string()),
  building: z.optional(z.string()),
  stairs: z.optional(z.string()),
  alone: z.optional(z.boolean()),
  knock: z.optional(z.string()),
  verifiedAt: z.optional(z.number()),
  hasApp: z.optional(z.boolean()),
  /** The fields whose words the desk must look at before others read them. */
  waits: z.optional(z.array(z.string())),
})
export type Household = z.infer<typeof Household>
