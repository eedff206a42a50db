import { Moment, text } from '../../operation'
import * as z from '../../zod'
import { mealSourceNames, tasteNames } from './meal'
import { parcelWayNames } from './parcel'
import { legNames } from './ride'
import { ifNoneNames, mostLines } from './shopping'

/** 送饭: the shop or the door to fetch it from is the errand's `pickUp`, the shop's number its `code`. */
const meal = z.strictObject({
  source: z.enum(mealSourceNames),
  tastes: z.optional(z.array(z.enum(tasteNames)).check(z.maxLength(tasteNames.length))),
})

/** 拿药: prescribed and paid for; the pharmacy is `pickUp`, its number `code`, the consent `health`. */
const medicine = z.strictObject({ paid: z.literal(true) })

/** 代买, a line a thing, and what to do where there is none. */
const shopping = z.strictObject({
  lines: z
    .array(z.strictObject({ name: text(20), amount: z.optional(text(8)) }))
    .check(z.minLength(1, '请写要买什么'), z.maxLength(mostLines, `最多写 ${mostLines} 样`)),
  ifNone: z.optional(z.enum(ifNoneNames)),
})

/** 取寄快递: the parcel station is `pickUp`, the code that only the accepted rider reads `code`. */
const parcel = z.strictObject({ way: z.enum(parcelWayNames) })

/**
 * 接送考生, one way or both: with `back` beside the way there, two errands are made of it (legs.ts). The day is that of the errand's own
 * time.
 */
const ride = z.strictObject({
  place: text(30),
  leg: z.enum(legNames),
  back: z.optional(z.strictObject({ from: Moment, until: Moment })),
  /** 准考证放在哪儿. */
  ticketAt: z.optional(text(40)),
})

/** What each kind asks of its own, by the kind's name. An older phone asks none of it. */
export const ofKindAsked = {
  meal: z.optional(meal),
  medicine: z.optional(medicine),
  shopping: z.optional(shopping),
  parcel: z.optional(parcel),
  ride: z.optional(ride),
}
