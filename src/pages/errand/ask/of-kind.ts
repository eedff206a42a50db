import type { Ask } from '@domain/errand/ask'
import { whatOf } from '@domain/errand/kind'
import { mealSourceNames, mealSources, tasteNames } from '@domain/errand/kind/meal'
import { parcelWayNames, parcelWays } from '@domain/errand/kind/parcel'
import { legNames } from '@domain/errand/kind/ride'
import { ifNoneNames } from '@domain/errand/kind/shopping'
import type { Errand } from '@domain/errand/record'
import type { Answers, Item } from './answers'

type OfKind = Pick<Ask, 'meal' | 'medicine' | 'shopping' | 'parcel' | 'ride'>

/** The lines with something on them; nothing typed is nothing to buy. */
const linesOf = (items: readonly Item[]) =>
  items
    .map(({ name, amount }) => ({ name: name.trim(), amount: amount.trim() }))
    .filter(({ name }) => name !== '')
    .map(({ name, amount }) => ({ name, ...(amount && { amount }) }))

/** What the third question was answered with, as its kind's own answers; nothing while it is not. */
export function ofKindOf(answers: Answers): OfKind {
  const { kind, source, tastes, items, ifNone, way, legs, ready } = answers
  const place = answers.place.trim()
  const ticketAt = answers.ticketAt.trim()
  const lines = linesOf(items)
  if (kind === 'meal' && source) return { meal: { source, ...(tastes.length > 0 && { tastes }) } }
  if (kind === 'medicine' && ready) return { medicine: { paid: true } }
  if (kind === 'shopping' && lines.length > 0) return { shopping: { lines, ...(ifNone && { ifNone }) } }
  if (kind === 'parcel' && way) return { parcel: { way } }
  const leg = legs.includes('there') ? 'there' : legs[0]
  if (kind !== 'ride' || !leg || place === '') return {}
  const back = legs.length === legNames.length ? answers.back : undefined
  return { ride: { place, leg, ...(back && { back }), ...(ticketAt && { ticketAt }) } }
}

/** What is brought, in one line. */
export const whatIn = (answers: Answers): string =>
  whatOf({ kind: answers.kind ?? 'other', what: answers.what, ...ofKindOf(answers) })

/** 再来一次: the answers of its kind as they were. An errand of an older phone is put together of what it has. */
export function ofKindIn({ kind, what = '', pickUp, meal, shopping, parcel, ride, tripId }: Errand): Partial<Answers> {
  if (kind === 'meal') {
    const source = mealSourceNames.find(name => name === meal?.source) ?? (pickUp && sourceAt(pickUp))
    return { ...(source && { source }), tastes: tasteNames.filter(name => meal?.tastes?.includes(name)) }
  }
  if (kind === 'shopping' && shopping) {
    const without = ifNoneNames.find(name => name === shopping.ifNone)
    const items = shopping.lines.map(({ name, amount = '' }) => ({ name, amount }))
    return { items, ...(without && { ifNone: without }) }
  }
  if (kind === 'parcel') {
    const way = parcelWayNames.find(name => name === parcel?.way || parcelWays[name] === what)
    return way ? { way } : {}
  }
  if (kind !== 'ride' || !ride) return {}
  const legs = tripId ? [...legNames] : legNames.filter(leg => leg === ride.leg)
  return { legs, place: ride.place, ticketAt: ride.ticketAt ?? '' }
}

const sourceAt = (pickUp: string) => (pickUp === mealSources.canteen ? 'canteen' : 'shop')
