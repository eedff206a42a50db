import { dayOf } from '../time'
import { disputableSince } from './clocks'
import { openAccount, owes, type Owing } from './money'

/** 不用了 came on the very day to somebody who lays out the money: for as long as one may complain he is asked whether he had bought. */
export const mayHaveBought = ({ account, bill, state, riderId, closedAt = 0, when }: Owing, now: number): boolean =>
  account === openAccount &&
  bill === undefined &&
  state === 'cancelled' &&
  riderId !== undefined &&
  closedAt > disputableSince(now) &&
  when !== undefined &&
  dayOf(when.from) <= dayOf(closedAt)

/** 写花了多少 may be said, or mended, until the first has said that it is settled. */
export const mayBeBilled = (errand: Owing, now: number): boolean =>
  errand.account === openAccount &&
  !errand.paidAt &&
  !errand.receivedAt &&
  (owes(errand) || errand.state === 'failed' || mayHaveBought(errand, now))
