import type { Errand } from './record'
import { goodsPlaces } from './reasons'

type Lying = Pick<Errand, 'goodsAt' | 'state' | 'riderName'>

/** 东西现在在哪儿, as anybody may read it: 在我手上 is said of whoever said it. */
export function goodsWords({ goodsAt, state, riderName }: Lying): string | undefined {
  const his = state === 'failed' && riderName ? riderName : '上一位师傅'
  return goodsAt?.replace(goodsPlaces.withMe, `${his}手上`).replace(/^在/, '')
}

const whereTheyWere: readonly string[] = [goodsPlaces.none, goodsPlaces.shop]

/** The same where it is not the place that the family named: there the next one fetches it. */
export const goodsElsewhere = (errand: Lying): string | undefined =>
  whereTheyWere.some(place => errand.goodsAt?.startsWith(place)) ? undefined : goodsWords(errand)
