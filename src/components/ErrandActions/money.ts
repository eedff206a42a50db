import { openAccount } from '@domain/errand/money'
import type { Errand } from '@domain/errand/record'
import type { ActingVerb, Perform } from './acting'

const isOpen = ({ account, bill }: Errand) => account === openAccount && bill !== undefined

export const mayPay = (errand: Errand): boolean => isOpen(errand) && !errand.paidAt
export const mayReceive = (errand: Errand): boolean => isOpen(errand) && !errand.receivedAt

/** 钱给了, 钱收到了, 可以先垫上: to the very sum that stands on the screen. */
export function sayTheSum(verb: ActingVerb, errand: Errand, perform: Perform): Promise<unknown> | undefined {
  const { id, bill, more, riderId } = errand
  const who = riderId ? { riderId } : {}
  if (verb === 'allowMore' && more) return perform('allowMore', { id, fen: more.fen, ...who })
  if (verb === 'pay' && bill) return perform('pay', { id, fen: bill.fen, ...who })
  return verb === 'receive' && bill ? perform('receive', { id, fen: bill.fen }) : undefined
}
