import * as z from '../../zod'
import { Meal } from './meal'
import { Medicine, medicineWords } from './medicine'
import { Parcel, parcelWays } from './parcel'
import { Ride, rideWords } from './ride'
import { linesWords, Shopping } from './shopping'

/** What each kind was answered with, by the kind's name; an errand of an older phone has none of it. */
export const ofKind = {
  meal: z.optional(Meal),
  medicine: z.optional(Medicine),
  shopping: z.optional(Shopping),
  parcel: z.optional(Parcel),
  ride: z.optional(Ride),
}

type OfKind = { [K in keyof typeof ofKind]?: z.infer<(typeof ofKind)[K]> }

interface Said extends OfKind {
  kind: string
  what: string
}

/** What is brought, in one line of a list: put together from its kind's own answers where there are any. */
export function whatOf({ kind, what, shopping, parcel, ride }: Said): string {
  if (kind === 'medicine') return medicineWords
  if (kind === 'shopping' && shopping) return linesWords(shopping.lines)
  if (kind === 'parcel' && parcel) return parcelWays[parcel.way === 'send' ? 'send' : 'fetch']
  return kind === 'ride' && ride ? rideWords(ride) : what
}

/** True for answers that belong to another kind than the one asked for. */
export const asksOtherwise = (said: Said): boolean =>
  Object.keys(ofKind).some(kind => kind !== said.kind && new Map<string, unknown>(Object.entries(said)).has(kind))
