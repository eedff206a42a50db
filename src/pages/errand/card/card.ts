import type { Errand, Kind } from '@domain/errand/record'
import { kindOf, shareCardOf } from '@/components/ErrandActions'
import { paths } from '@/client'
import type { Card } from '@/wechat'
import meal from './meal.png'
import medicine from './medicine.png'
import other from './other.png'
import parcel from './parcel.png'
import ride from './ride.png'
import shopping from './shopping.png'

/** One picture for each kind, drawn beforehand (config/icons.cjs): nothing on it is anybody's. */
const pictures: Record<Kind, string> = { meal, medicine, shopping, parcel, ride, other }

/** The card of an errand for the group. */
export function errandShare(errand: Errand, now: number): Card {
  return { ...shareCardOf(errand, paths.errandOne({ id: errand.id }), now), picture: pictures[kindOf(errand)] }
}
