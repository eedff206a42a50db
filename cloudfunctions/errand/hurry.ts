import { errand } from '@domain/errand'
import { stoppable } from '@domain/errand/record'
import { toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { errands } from './errands'

/** 急, with its reason: its clocks are the tighter ones from now on. */
export function hasten({ id, why }: InputOf<typeof errand.hasten>, actor: Actor): Promise<Moved> {
  return errands.change(errand.hasten, id, actor, {
    where: { state: _.in([...stoppable]) },
    patch: { urgent: why, dueAt: actor.now },
    why,
  })
}

/** 不急了. */
export function ease({ id }: InputOf<typeof errand.ease>, actor: Actor): Promise<Moved> {
  return errands.change(errand.ease, id, actor, {
    where: { state: _.in([...stoppable]), urgent: _.neq(null) },
    patch: { urgent: undefined, dueAt: actor.now },
  })
}

/** 收回: from the pool, or from the rider whom the desk saw asked; he is told. From now on the desk dispatches it itself. */
export function recall({ id, from }: InputOf<typeof errand.recall>, actor: Actor): Promise<Moved> {
  return errands.move(errand.recall, id, actor, {
    where: from ? { 'offer.riderId': from } : { 'offer.to': _.neq('rider') },
    patch: {
      offer: undefined,
      openTo: [],
      waitingSince: actor.now,
      escalated: undefined,
      byHand: true,
    },
    tell: from ? [{ to: toPerson(from), say: 'recalled' }] : [],
  })
}
