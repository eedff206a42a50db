import * as z from '../zod'
import { needsAdvance } from './money'
import type { Errand } from './record'
import { goodsPlaces, isFetched } from './reasons'

/** 东西现在在哪儿, as the desk hears it on the telephone. */
export const GoodsPlace = z.enum(Object.values(goodsPlaces))
export type GoodsPlace = z.infer<typeof GoodsPlace>

type Lying = Pick<Errand, 'goodsAt' | 'state' | 'riderName'>

/** 东西现在在哪儿, as anybody may read it: 在我手上 is said of whoever said it. */
export function goodsWords({ goodsAt: place, state, riderName }: Lying): string | undefined {
  const his = state === 'failed' && riderName ? riderName : '上一位师傅'
  return place?.replace(goodsPlaces.withMe, `${his}手上`).replace(/^在/, '')
}

const whereTheyWere: readonly string[] = [goodsPlaces.none, goodsPlaces.shop]

/** The same where it is not the place that the family named: there the next one fetches it. */
export const goodsElsewhere = (errand: Lying): string | undefined =>
  whereTheyWere.some(place => errand.goodsAt?.startsWith(place)) ? undefined : goodsWords(errand)

/** Laid out for and not brought: what it cost can be written down of 没送成 alone, and of nothing that was handed back. */
export const isLaidOut = (errand: Parameters<typeof needsAdvance>[0], place: string | undefined): boolean =>
  needsAdvance(errand) && isFetched(place)

/** He may have the goods by now: before it is taken from him the desk asks him where they are. */
export const mayHaveGoods = ({ state, kind }: Partial<Pick<Errand, 'state' | 'kind'>>): boolean =>
  state === 'underway' && kind !== 'ride'
