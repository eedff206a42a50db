import { drawing } from './drawing'
import back from 'lucide-static/icons/chevron-left.svg'
import book from 'lucide-static/icons/book-open.svg'
import car from 'lucide-static/icons/car.svg'
import down from 'lucide-static/icons/chevron-down.svg'
import forward from 'lucide-static/icons/fast-forward.svg'
import hand from 'lucide-static/icons/hand-helping.svg'
import letters from 'lucide-static/icons/a-large-small.svg'
import mapPin from 'lucide-static/icons/map-pin.svg'
import offline from 'lucide-static/icons/wifi-off.svg'
import parcel from 'lucide-static/icons/package.svg'
import phone from 'lucide-static/icons/phone.svg'
import pill from 'lucide-static/icons/pill.svg'
import refuse from 'lucide-static/icons/ban.svg'
import restart from 'lucide-static/icons/rotate-ccw.svg'
import shopping from 'lucide-static/icons/shopping-basket.svg'
import walk from 'lucide-static/icons/footprints.svg'
import meal from 'lucide-static/icons/utensils.svg'

const icons = {
  back,
  book,
  car,
  down,
  forward,
  hand,
  letters,
  mapPin,
  offline,
  parcel,
  phone,
  pill,
  refuse,
  restart,
  shopping,
  walk,
  meal,
} as const
export type IconName = keyof typeof icons

/** One of lucide's icons in the colour and size of its text; its meaning must be said in words beside it or in a label. */
export function icon(name: IconName): SVGElement {
  const image = drawing(icons[name])
  for (const attribute of ['width', 'height', 'class']) image.removeAttribute(attribute)
  image.setAttribute('class', 'icon')
  return image
}

const byKind: Record<string, IconName> = {
  meal: 'meal',
  medicine: 'pill',
  shopping: 'shopping',
  parcel: 'parcel',
  ride: 'car',
  post: 'book',
  study: 'book',
  station: 'mapPin',
}

/** The icon of a card's kind. */
export const iconOf = (kind: string | undefined): IconName => byKind[kind ?? ''] ?? 'hand'
