import { errand } from '@domain/errand'
import { disputableSince } from '@domain/errand/clocks'
import { toDesk, toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { errands } from './errands'

/** 收到了: by the family, by the desk after a call, or by the clock after two days (ticks.ts); the record says which. */
export function confirm({ id, rating, thanks, riderId }: InputOf<typeof errand.confirm>, actor: Actor): Promise<Moved> {
  const thanked = thanks === true && riderId !== undefined
  return errands.move(errand.confirm, id, actor, {
    where: riderId ? { riderId } : undefined,
    patch: role => ({
      closedAt: actor.now,
      confirmedBy: role,
      escalated: undefined,
      ...(rating && { rating }),
      ...(thanks && { thanks }),
    }),
    tell: thanked ? [{ to: toPerson(riderId), say: 'thanked' }] : [],
  })
}

/** 没收到 · 东西不对: within two days of the delivery; the rider need not run again. */
export function dispute({ id, why }: InputOf<typeof errand.dispute>, actor: Actor): Promise<Moved> {
  return errands.move(errand.dispute, id, actor, {
    where: { deliveredAt: _.gt(disputableSince(actor.now)) },
    patch: { why, closedAt: never },
    why,
    tell: [{ to: toDesk, say: 'disputed', why }],
  })
}
