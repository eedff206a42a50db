import { errand } from '@domain/errand'
import { fadesMs } from '@domain/errand/clocks'
import { openAccount } from '@domain/errand/money'
import { inHand } from '@domain/errand/record'
import { Failure } from '@domain/failure'
import type { Revealed } from '@domain/household/revealed'
import { toPerson } from '@domain/notice'
import { pictureStands } from '@domain/safety/held'
import type { InputOf, Moved } from '@domain/operation'
import { isOfDesk } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { anew } from '../kernel/anew'
import { _, temporaryUrl } from '../kernel/cloud'
import { checkLook, opened, readerOf } from '../kernel/door'
import { relationsIn } from '../kernel/guard'
import { households } from '../kernel/households'
import { askedPeople } from '../kernel/people'
import { errands } from './errands'
import type { ErrandDocument } from './rise'

/**
 * 看号码（家里会看到记录）: a door or a phone leaves the cloud for an errand; the look is written before it is answered.
 * A rider may look from acceptance until two hours after delivery, the family at the rider who has it, the desk at
 * the household and at every rider who was ever told of this errand.
 */
export async function reveal({ id, householdId, riderId }: InputOf<typeof errand.reveal>, actor: Actor) {
  const whileCarried = {
    state: _.in([...inHand, 'delivered']),
    deliveredAt: _.or(_.eq(null), _.gt(actor.now - fadesMs)),
  }
  // Read before the look is written, answered after it.
  const answer = riderId ? await phoneOf(riderId, actor) : await doorOf(householdId, actor)
  const look = { who: actor.name, of: riderId ? 'rider' : 'household', at: actor.now }
  const looked = await errands.change(errand.reveal, id, actor, {
    where: role =>
      isOfDesk(role)
        ? { householdId, ...(riderId && { inboxOf: toPerson(riderId) }) }
        : { householdId, ...whileCarried, ...(riderId && { riderId }) },
    patch: role => ({
      looks: _.push({ each: [{ ...look, as: role }] }),
      ...(!riderId && { lookedAt: actor.now }),
    }),
  })
  return answer(looked.at)
}

/** What a look at a door, or at a rider's number, comes to once it is written down, epoch ms. @throws NOT_FOUND, WRONG_STATE */
type Answer = (lookedAt: number) => Revealed

async function doorOf(id: string, actor: Actor): Promise<Answer> {
  const [[home]] = await anew(actor, households.one(id))
  return lookedAt => opened(there(home), actor, lookedAt)
}

async function phoneOf(id: string, actor: Actor): Promise<Answer> {
  const [[found]] = await anew(actor, askedPeople([id]))
  return lookedAt => {
    checkLook(actor, lookedAt)
    const { phone, name } = there(found)
    return { place: '', phones: phone ? [{ number: phone, whose: name }] : [] }
  }
}

/** @throws NOT_FOUND */
function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Failure('NOT_FOUND')
  return found
}

/** The named rider has opened the offer: the desk sees 看过了. */
export function see({ id }: InputOf<typeof errand.see>, actor: Actor): Promise<Moved> {
  return errands.change(errand.see, id, actor, {
    where: { state: 'dispatched', 'offer.riderId': actor.id, 'offer.seenAt': _.eq(null) },
    patch: { 'offer.seenAt': actor.now },
  })
}

/** The photo of the delivery, by a link that lives ten minutes, for whoever took part and the desk. */
export function photo({ id }: InputOf<typeof errand.photo>, actor: Actor) {
  return pictureOf(id, ({ proof }) => proof?.photo, actor)
}

/** The receipt's photo, for the family, the desk, and the rider until it is settled. */
export function receipt({ id }: InputOf<typeof errand.receipt>, actor: Actor) {
  return pictureOf(id, ({ bill }) => bill?.receipt, actor)
}

async function pictureOf(id: string, fileIn: (record: ErrandDocument) => string | undefined, actor: Actor) {
  const record = await errands.get(id)
  const file = record && fileIn(record)
  if (!record || !file) throw new Failure('NOT_FOUND')
  const my = relationsIn(actor.me, { ...record }, actor.now)
  const isFresh = actor.now - (record.deliveredAt ?? actor.now) < fadesMs
  const carrying =
    my.includes('rider') && (isFresh || (file === record.bill?.receipt && record.account === openAccount))
  const party = carrying || my.includes('family')
  const desk = actor.isDesk(record)
  if (!party && !desk) throw new Failure('FORBIDDEN')
  const stands = pictureStands({ ...record }, file, readerOf(actor, record))
  if (stands !== 'shown') return { url: '', waits: stands }
  const url = await temporaryUrl(file)
  if (url === '') throw new Failure('NOT_FOUND')
  return { url }
}
