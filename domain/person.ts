import { Id, text } from './operation'
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

/** What a rider says of himself when he applies. */
export const Application = z.strictObject({
  communityId: Id,
  name: text(20),
  trade: z.enum(tradeNames),
  firm: text(30),
  /** The number families may be given while he has their errand; said so when it is asked for. */
  phone: PhoneNumber,
  /** Compounds he passes anyway. */
  areas: z.array(Id).check(z.maxLength(20)),
  /** 不垫钱: he is not offered what needs money advanced. */
  advances: z.boolean(),
  agreed: z.literal(true, '请先看一看并同意说明'),
})
export type Application = z.infer<typeof Application>

/** An application as the desk sees it. */
export const Applicant = z.object({
  id: Id,
  rev: z.string(),
  name: z.string(),
  trade: z.string(),
  firm: z.string(),
  areas: z.array(z.string()),
  at: z.number(),
})

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

/** True when this trade's quiet hours cover this Beijing hour. */
export function isQuiet(trade: string | undefined, hour: number): boolean {
  const known = tradeNames.find(name => name === trade)
  return known !== undefined && quietHours[known].some(([from, until]) => hour >= from && hour < until)
}
