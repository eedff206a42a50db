import * as z from './zod'

/** 新就业群体 by trade, in the words of the roster. */
export const trades = {
  takeaway: '外卖',
  courier: '快递',
  hailing: '网约车',
  truck: '货车',
  media: '新媒体',
  other: '其他',
} as const
export type Trade = keyof typeof trades
export const tradeNames = Object.keys(trades) as Trade[]

/** A phone number written down for being called, mainland mobile or landline. */
export const PhoneNumber = z.string().check(z.regex(/^(1\d{10}|0\d{2,3}-?\d{7,8}|[2-8]\d{6,7})$/, '电话号码不对'))

/** 头像 as uploaded by the phone: a file of its own folder. */
export const Face = z
  .string()
  .check(z.regex(/^cloud:\/\/[\w.-]{1,120}\/face\/[\w-]{1,80}\.jpg$/, '头像没传好，请再选一次'))

/** A number as it stands where it may not be read, `139******77`: known by its ends, where enough is left between them. */
export const maskedPhone = (number: string): string =>
  number.length < 7 ? '******' : `${number.slice(0, 3)}******${number.slice(-2)}`

/** 外卖 rests from errands 11-13 and 17-19; the other trades until they choose. Beijing hours, [from, until). */
export const quietHours: Record<Trade, readonly (readonly [number, number])[]> = {
  takeaway: [
    [11, 13],
    [17, 19],
  ],
  courier: [],
  hailing: [],
  truck: [],
  media: [],
  other: [],
}

const Hour = z.number().check(z.int(), z.gte(0), z.lte(24))

/** 几点不打扰: his own Beijing hours [from, until), none at all when it is empty, or as his trade has them. */
export const Quiet = z.union([
  z.literal('trade'),
  z
    .array(z.tuple([Hour, Hour]).check(z.refine(([from, until]) => until > from, '到几点要比从几点晚')))
    .check(z.maxLength(8)),
])
export type Quiet = z.infer<typeof Quiet>

/** Whoever may have quiet hours. */
export interface Resting {
  trade?: string | undefined
  quiet?: Quiet | undefined
}

/** When somebody is not asked and not pushed, in Beijing hours: his own hours, else those of his trade. */
export function quietOf({ trade, quiet = 'trade' }: Resting): readonly (readonly [number, number])[] {
  const known = tradeNames.find(name => name === trade)
  return quiet !== 'trade' ? quiet : known === undefined ? [] : quietHours[known]
}

/** True when his quiet hours cover this Beijing hour. */
export const isQuiet = (person: Resting, hour: number): boolean =>
  quietOf(person).some(([from, until]) => hour >= from && hour < until)

/** `11-13、17-19 点`. */
export const quietWords = (hours: readonly (readonly [number, number])[]): string =>
  `${hours.map(([from, until]) => `${from}-${until}`).join('、')} 点`
