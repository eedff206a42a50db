import { errand } from '@domain/errand'
import { toDesk, toFamily, toPerson, type Reach } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import { toBeCalled } from '@domain/overtaken'
import { deskRole, isOfDesk } from '@domain/role'
import { allHeld } from '@domain/safety/held'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { households } from '../kernel/households'
import { taken } from './in-hand'
import { errands } from './errands'
import { onceSettled } from './settle'

/** 退回并说明: the desk asks the family a question. */
function sendBack({ id, why }: InputOf<typeof errand.return>, actor: Actor): Promise<Moved> {
  return errands.move(errand.return, id, actor, {
    patch: { why, escalated: undefined, waitingSince: actor.now },
    why,
    tell: [{ to: toFamily, say: 'returned', why }],
  })
}
export { sendBack as return }

/** 请补一句: the family answers, beside what it had said and answered before. */
export async function amend({ id, why }: InputOf<typeof errand.amend>, actor: Actor): Promise<Moved> {
  const record = await errands.get(id)
  const before = record?.answer
  // What is held is found again by being the same: it stands alone, and nothing is written behind it.
  const isHeld = actor.hold !== undefined || allHeld({ ...record }).some(({ words }) => words.answer === before)
  return errands.move(errand.amend, id, actor, {
    where: { answer: before ?? _.eq(null) },
    patch: {
      answer: before && !isHeld ? `${before}；${why}` : why,
      why: undefined,
      escalated: undefined,
      waitingSince: actor.now,
    },
    why,
    tell: [{ to: toDesk, say: 'amended', why }],
  })
}

/** 打过电话核实了: the household is known from now on, and this errand and its others may be dispatched. */
export async function verify({ id, householdId }: InputOf<typeof errand.verify>, actor: Actor): Promise<Moved> {
  const moved = await errands.change(errand.verify, id, actor, {
    where: { householdId, newcomer: true },
    patch: { newcomer: false },
  })
  await households.change(errand.verify, householdId, actor, { patch: { verifiedAt: actor.now } })
  const others = await errands.find({ householdId, newcomer: true }, { only: ['newcomer'] })
  for (const other of others) await errands.book(other._id, undefined, { newcomer: false })
  return moved
}

/** 要打的电话: 打了, or 没人接, as often as nobody answers (it stays on the list). */
export function called({ id, notice, how }: InputOf<typeof errand.called>, actor: Actor): Promise<Moved> {
  const reach: Reach = how
  return errands.change(errand.called, id, actor, {
    where: { [`outbox.${notice}.reach`]: _.in([...toBeCalled]) },
    patch: { [`outbox.${notice}.reach`]: reach, ...(how === 'done' && { callsOpen: _.inc(-1) }) },
  })
}

/** 重新安排: what failed or was disputed starts again, with nothing of whoever had it. @throws SETTLE_FIRST */
export function reopen({ id }: InputOf<typeof errand.reopen>, actor: Actor): Promise<Moved> {
  const patch = {
    ...taken(id),
    offer: undefined,
    openTo: [],
    waitingSince: actor.now,
    escalated: undefined,
    why: undefined,
  }
  return onceSettled(errand.reopen, (where, anew) =>
    errands.move(errand.reopen, id, actor, { where, patch: { ...patch, ...anew } }),
  )
}

/** 给家里回话: the desk's answer ends the dispute. */
export function settle({ id, why }: InputOf<typeof errand.settle>, actor: Actor): Promise<Moved> {
  return errands.move(errand.settle, id, actor, {
    patch: { closedAt: actor.now, confirmedBy: deskRole, escalated: undefined, why },
    why,
    tell: [{ to: toFamily, say: 'settled', why }],
  })
}

/** 这次没办成: the dispute is right, and it counts as not delivered. */
export function giveUp({ id, why }: InputOf<typeof errand.giveUp>, actor: Actor): Promise<Moved> {
  return errands.move(errand.giveUp, id, actor, {
    patch: { offer: undefined, openTo: [], why },
    why,
    tell: [{ to: toFamily, say: 'gaveUp', why }],
  })
}

/** 不用了 while the rider is on his way: after a call, by the desk. */
export function callOff(input: InputOf<typeof errand.callOff>, actor: Actor): Promise<Moved> {
  return cancelling(errand.callOff, input, actor)
}

/** 不用了: the rider the canceller saw is told at once; one who came in between is not cancelled unseen. @throws SETTLE_FIRST */
export function cancel(input: InputOf<typeof errand.cancel>, actor: Actor): Promise<Moved> {
  return onceSettled(errand.cancel, settled => cancelling(errand.cancel, input, actor, settled))
}

function cancelling(
  op: typeof errand.cancel | typeof errand.callOff,
  { id, why, riderId }: InputOf<typeof errand.cancel>,
  actor: Actor,
  more: object = {},
): Promise<Moved> {
  const nobody = { riderId: _.eq(null), 'offer.to': _.neq('rider') }
  return errands.move(op, id, actor, {
    where: _.and([more, riderId ? _.or([{ riderId }, { riderId: _.eq(null), 'offer.riderId': riderId }]) : nobody]),
    patch: { closedAt: actor.now, slot: id, openTo: [], escalated: undefined, why },
    why,
    tell: role => [
      ...(riderId
        ? [
            {
              to: toPerson(riderId),
              say: isOfDesk(role) ? ('cancelledByDesk' as const) : ('cancelled' as const),
              why,
            },
          ]
        : []),
      isOfDesk(role) ? { to: toFamily, say: 'cancelledByDesk', why } : { to: toDesk, say: 'cancelled', why },
    ],
  })
}
