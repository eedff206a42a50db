/** What is said in words alone. */
export const otherReason = '别的原因'

/** 没送成: why, as chips; what does not fit is said in words. */
export const failReasons = {
  notHome: '家里没人',
  wrongAddress: '地址不对',
  shopClosed: '店关门了',
  tooFar: '太远',
  refused: '不肯收',
  other: otherReason,
} as const

/** 去不了了, after it was accepted. */
export const handBackReasons = {
  noTime: '单子赶不开',
  vehicle: '车坏了',
  unwell: '身体不舒服',
  weather: '天气不好',
  other: otherReason,
} as const

/** 这次不行, to an offer. */
export const declineReasons = {
  busy: '正忙着',
  tooFar: '离得远',
  noTime: '时间赶不上',
  dayOff: '今天休息',
  other: otherReason,
} as const

/** 东西现在在哪儿, when it was not brought. */
export const goodsPlaces = {
  withMe: '在我手上',
  guard: '门卫那里',
  neighbour: '邻居家',
  shop: '还在店里',
  door: '家门口',
  none: '没拿东西',
} as const

const fetched: readonly string[] = [goodsPlaces.withMe, goodsPlaces.guard, goodsPlaces.neighbour, goodsPlaces.door]
/** He had them: they lie where he brought them. */
export const isFetched = (goodsAt: string | undefined): boolean => fetched.some(place => goodsAt?.startsWith(place))

type Reasons = Readonly<Record<string, string>>

/** The code of a reason by its words; what was typed has none. */
export const codeIn = <R extends Reasons>(reasons: R, words: string | undefined): (keyof R & string) | undefined =>
  codesOf(reasons).find(code => reasons[code] === words)

/** The codes of a table. */
export const codesOf = <R extends Reasons>(reasons: R): (keyof R & string)[] => Object.keys(reasons)
