import * as z from '../zod'
import { isFetched } from './reasons'
import type { Errand } from './record'

/** 花了多少: the sum in fen, and the receipt's photo. */
export const Bill = z.object({ fen: z.number(), receipt: z.optional(z.string()), at: z.number() })
/** Above the cap: how much the rider asked for, and since when it is allowed. */
export const More = z.object({ fen: z.number(), at: z.number(), yesAt: z.optional(z.number()) })

/**
 * 钱: what goes between two people at a door, written down and never handled. `account` is open from the request of an errand that is paid at
 * the door until both have said that it is settled.
 */
export const ofMoney = {
  bill: z.optional(Bill),
  more: z.optional(More),
  account: z.optional(z.string()),
  /** 钱给了, said by the family or by the desk after a call. */
  paidAt: z.optional(z.number()),
  /** 钱收到了, said by the rider or by the desk after a call. */
  receivedAt: z.optional(z.number()),
}

export type Owing = Pick<
  Errand,
  'account' | 'deliveredAt' | 'bill' | 'paidAt' | 'receivedAt' | 'more' | 'money' | 'goodsAt' | 'riderId' | 'closedAt'
> &
  Partial<Pick<Errand, 'state' | 'when'>>

export const openAccount = 'open'
export const settledAccount = 'settled'

/** No errand costs more; what does is no errand for a neighbour. */
export const mostFen = 50_000

/** True when whoever carries it lays out the money first. */
export const needsAdvance = (errand: { money?: { how: string } | undefined }): boolean => errand.money?.how === 'atDoor'

/** True for a rider who may be asked: 不垫钱 is offered nothing that needs an advance, by whatever way. */
export const mayAdvance = (rider: { advances?: boolean | undefined }, errand: Parameters<typeof needsAdvance>[0]) =>
  rider.advances !== false || !needsAdvance(errand)

/** Brought, or bought and not brought, and the money not settled: 没算清的账. */
export const owes = ({ account, deliveredAt, bill, state, goodsAt }: Owing): boolean =>
  account === openAccount &&
  (bill !== undefined ||
    (deliveredAt !== undefined && state !== 'cancelled') ||
    (state === 'failed' && isFetched(goodsAt)))

/** He is on his way and lays out the money: nobody knows but himself whether he has bought. */
export const isLayingOut = (errand: Pick<Owing, 'money' | 'state'>): boolean =>
  errand.state === 'underway' && needsAdvance(errand)

/** 还买吗: asked above the cap, and nobody has said. */
export const asksMore = ({ more, bill }: Pick<Owing, 'more' | 'bill'>): boolean =>
  more !== undefined && !more.yesAt && !bill

/** The money is somebody's turn: a question above the cap, or a sum that is not settled. */
export const waitsForMoney = (errand: Owing): boolean =>
  errand.account === openAccount && (errand.bill !== undefined || owes(errand) || asksMore(errand))

/** 32.50 元. */
export const yuanWords = (fen: number): string => `${(fen / 100).toFixed(2).replace(/\.00$/, '')} 元`

/** What somebody typed as yuan, in fen; nothing for what is no sum. */
export function fenOf(typed: string): number | undefined {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed.trim())) return undefined
  const fen = Math.round(Number(typed) * 100)
  return fen <= mostFen ? fen : undefined
}

/** Up to so much may be laid out: the cap, or what was allowed beyond it. */
export const mayCost = ({ money, more }: Pick<Owing, 'money' | 'more'>): number =>
  Math.max((money?.capYuan ?? 0) * 100, more?.yesAt ? more.fen : 0)

/** How the money stands, as a sentence for whoever reads it; nothing where none goes from hand to hand. */
export function moneyStanding(errand: Owing, side: 'family' | 'rider' | 'desk' | 'passerby'): string | undefined {
  const { account, bill, paidAt, receivedAt, more, state } = errand
  if (account === undefined || side === 'passerby') return undefined
  const sum = bill && yuanWords(bill.fen)
  if (account === settledAccount) return bill?.fen === 0 ? '没花钱' : `${sum ?? '钱'}，两边都说算清了`
  if (more && asksMore(errand))
    return side === 'rider'
      ? `问了能不能花 ${yuanWords(more.fen)}，等回话`
      : `师傅问：要 ${yuanWords(more.fen)}，超过说好的，还买吗？`
  if (!bill && state === 'cancelled') return side === 'rider' ? '要是已经买了，写一下花了多少' : undefined
  if (!bill) return owes(errand) ? (side === 'rider' ? '写一下花了多少' : '等师傅写花了多少') : undefined
  if (paidAt) return side === 'rider' ? `${sum}，家里说给了，收到请点一下` : `${sum}，给了，等师傅说收到`
  if (receivedAt) return side === 'family' ? `${sum}，师傅说收到了，给了请点一下` : `${sum}，收到了，等家里说给了`
  return side === 'family' ? `${sum}，当面给师傅，给了请点一下` : `${sum}，等家里给`
}

/** 已付好 · 到门口给，不超过 20 元 · 不用钱. */
export function moneyWords(money: Errand['money']): string {
  if (money?.how === 'paid') return '已付好，不用给'
  if (money?.how === 'atDoor') return `到了当面给，不超过 ${money.capYuan ?? 0} 元`
  return '不用钱'
}
