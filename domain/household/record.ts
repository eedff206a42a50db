import { Agreed } from '../consent'
import { Id, text } from '../operation'
import { PhoneNumber } from '../person'
import * as z from '../zod'
import { knockNames } from './words'

const Floor = z.number().check(z.int(), z.gte(-2), z.lte(60))
const Knocks = z.array(z.enum(knockNames)).check(z.maxLength(knockNames.length))
const Phones = z
  .array(z.strictObject({ number: PhoneNumber, whose: text(12) }))
  .check(z.minLength(1, '至少留一个电话'), z.maxLength(4, '最多留四个电话'))
const How = z.enum(['inPerson', 'byPhone'], '请先征得老人同意，再勾一下')

/** 家里老人: a record, not an account. Every phone says whose it is; the consent says how it was given. */
export const NewHousehold = z.strictObject({
  communityId: Id,
  compoundId: Id,
  building: text(10),
  unit: text(10),
  door: text(10),
  floor: Floor,
  hasLift: z.boolean(),
  /** 王大爷: what everyone calls the elder. */
  elder: text(12),
  /** 爸爸: what this relative calls the elder; absent when the desk writes the record. */
  calls: z.optional(text(12)),
  /** What the relative is called himself (王女士); asked of one the cloud does not know yet. */
  myName: z.optional(text(12)),
  knocks: z.optional(Knocks),
  /** What whoever comes should know beside: 饭放进门右手边的柜子上. */
  note: z.optional(text(60)),
  alone: z.boolean(),
  phones: Phones,
  consent: How,
  /** What the relative ticks for himself (consent/): the privacy text, the first time. */
  agreed: z.optional(Agreed),
})
export type NewHousehold = z.infer<typeof NewHousehold>

/**
 * What of the record is changed, against the `rev` that was read. Who has not looked at door and phones leaves them as they are. An empty
 * `note` takes it away; `consent` says that the elder was asked anew.
 */
export const EditHousehold = z.strictObject({
  id: Id,
  rev: z.string(),
  compoundId: z.optional(Id),
  building: z.optional(text(10)),
  unit: z.optional(text(10)),
  door: z.optional(text(10)),
  floor: z.optional(Floor),
  hasLift: z.optional(z.boolean()),
  elder: z.optional(text(12)),
  knocks: z.optional(Knocks),
  note: z.optional(text(60, 0)),
  alone: z.optional(z.boolean()),
  phones: z.optional(Phones),
  consent: z.optional(How),
})
export type EditHousehold = z.infer<typeof EditHousehold>

/** Who agreed, to whom it was told, how and when. */
export const Consent = z.object({ by: z.optional(z.string()), how: z.string(), toldTo: z.string(), at: z.number() })

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
  floor: z.optional(z.number()),
  hasLift: z.optional(z.boolean()),
  stairs: z.optional(z.string()),
  alone: z.optional(z.boolean()),
  knocks: z.optional(z.array(z.string())),
  note: z.optional(z.string()),
  /** The numbers masked (`156******77`), each with whose it is. */
  masked: z.optional(z.array(z.object({ number: z.string(), whose: z.string() }))),
  consent: z.optional(Consent),
  /** 常来的师傅: his id and his name as called. */
  regularRiderId: z.optional(z.string()),
  regularRider: z.optional(z.string()),
  verifiedAt: z.optional(z.number()),
  hasApp: z.optional(z.boolean()),
  /** The fields whose words the desk must look at before others read them. */
  waits: z.optional(z.array(z.string())),
})
export type Household = z.infer<typeof Household>
