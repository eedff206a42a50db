import { errand } from '@domain/errand'
import { fadesMs } from '@domain/errand/due'
import { inHand } from '@domain/errand/record'
import { Failure } from '@domain/failure'
import { knocks } from '@domain/household/words'
import { toPerson } from '@domain/notice'
import { heldFrom, pictureStands, shaded, type Reader } from '@domain/safety/held'
import type { InputOf, Moved } from '@domain/operation'
import { minuteMs } from '@domain/time'
import type { Role } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _, temporaryUrl } from '../kernel/cloud'
import { households } from '../kernel/households'
import { peopleById } from '../kernel/people'
import { errands } from './errands'

/**
 * 看号码（家里会看到记录）: the one operation by which a door or a phone leaves the cloud; the look is written before it is answered.
 * A rider may look from acceptance until two hours after delivery, the family at the rider who has it, the desk at
 * the household and at every rider who was ever told of this errand.
 */
export async function reveal({ id, householdId, riderId }: InputOf<typeof errand.reveal>, actor: Actor) {
  const whileCarried = {
    state: _.in([...inHand, 'delivered']),
    deliveredAt: _.or(_.eq(null), _.gt(actor.now - fadesMs)),
  }
  const atDesk: Role = 'dispatcher'
  const look = { who: actor.name, of: riderId ? 'rider' : 'household', at: actor.now }
  const looked = await errands.change(errand.reveal, id, actor, {
    where: role =>
      role === atDesk
        ? { householdId, ...(riderId && { inboxOf: toPerson(riderId) }) }
        : { householdId, ...whileCarried, ...(riderId && { riderId }) },
    patch: role => ({ looks: _.push({ each: [{ ...look, as: role }] }) }),
  })
  // A repetition is answered while it can be the same tap on a bad line; later it would be a look that nobody wrote down.
  if (actor.now - looked.at > minuteMs) throw new Failure('WRONG_STATE')
  return riderId ? phoneOf(riderId) : doorOf(householdId, actor)
}

async function phoneOf(riderId: string) {
  const [rider] = await peopleById([riderId])
  if (!rider) throw new Failure('NOT_FOUND')
  return { place: '', phones: rider.phone ? [{ number: rider.phone, whose: rider.name }] : [] }
}

async function doorOf(householdId: string, actor: Actor) {
  const household = await households.get(householdId)
  if (!household) throw new Failure('NOT_FOUND')
  const { building, unit, door, stairs, knock } = household
  const isHeld = heldFrom({ ...household }, readerOf(actor, household.communityId)).some(({ words }) => words.phones)
  const phones = household.phones.map(phone => (isHeld ? { ...phone, whose: '家里' } : phone))
  return { place: `${building} ${unit}单元 ${door} · ${stairs}`, knock: knocks[knock as keyof typeof knocks], phones }
}

/** The named rider has opened the offer: the desk sees 看过了. */
export function see({ id }: InputOf<typeof errand.see>, actor: Actor): Promise<Moved> {
  return errands.change(errand.see, id, actor, {
    where: { state: 'dispatched', 'offer.riderId': actor.id, 'offer.seenAt': _.eq(null) },
    patch: { 'offer.seenAt': actor.now },
  })
}

/** 谁看过我家地址: every look at this household's door or phone, newest first. */
export async function looks({ householdId }: InputOf<typeof errand.looks>, actor: Actor) {
  if (!actor.me.households.some(household => household.id === householdId)) throw new Failure('FORBIDDEN')
  const records = await errands.find(
    { householdId },
    { order: { touchedAt: 'desc' }, limit: 1000, only: ['looks', 'what', 'held'] },
  )
  const rows = records.flatMap(record => {
    const { _id: errandId, looks: seen = [] } = record
    const what = String(shaded({ ...record }, readerOf(actor, record.communityId)).what ?? '')
    return seen.filter(look => look.of === 'household').map(({ who, as, at }) => ({ errandId, what, who, as, at }))
  })
  return { rows: rows.sort((a, b) => b.at - a.at) }
}

/** Who reads, for what is held of a record. */
const readerOf = (actor: Actor, communityId: string): Reader => ({ id: actor.id, isDesk: actor.isDesk(communityId) })

/** The photo of the delivery, by a link that lives ten minutes, for whoever took part and the desk. */
export async function photo({ id }: InputOf<typeof errand.photo>, actor: Actor) {
  const record = await errands.get(id)
  const file = record?.proof?.photo
  if (!record || !file) throw new Failure('NOT_FOUND')
  const carrying = record.riderId === actor.id && actor.now - (record.deliveredAt ?? actor.now) < fadesMs
  const party = carrying || actor.me.households.some(household => household.id === record.householdId)
  const desk = actor.isDesk(record.communityId)
  if (!party && !desk) throw new Failure('FORBIDDEN')
  const stands = pictureStands({ ...record }, file, readerOf(actor, record.communityId))
  if (stands !== 'shown') return { url: '', waits: stands }
  const url = await temporaryUrl(file)
  if (url === '') throw new Failure('NOT_FOUND')
  return { url }
}
