import { errand } from '@domain/errand'
import type { Absence } from '@domain/errand/chosen'
import { mayAdvance } from '@domain/errand/money'
import { clocks } from '@domain/errand/due'
import type { PoolWave } from '@domain/errand/wave'
import { wordFor } from '@domain/errand/word'
import { Failure } from '@domain/failure'
import { toDesk, toFamily, toPerson } from '@domain/notice'
import type { InputOf, Moved, Operation } from '@domain/operation'
import { communityDoor, personDoor } from '@domain/relation'
import { capOf } from '@domain/rider/duty'
import { weekStart } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _, isDuplicate } from '../kernel/cloud'
import { anyNumber, fourDigits } from '../kernel/hash'
import { riderOf } from '../kernel/people'
import { Refused } from '../kernel/records'
import type { Telling, Write } from '../kernel/write'
import { choice } from './choose'
import { errands } from './errands'
import { shownFace } from '../kernel/face'
import { reachedBy } from './reached'
import { isStopped, unstopped } from './storm'
import { tellingsOf } from './waves'

interface Rider {
  id: string
  name: string
  trade?: string | undefined
  advances?: boolean | undefined
  face?: string | undefined
  plate?: string | undefined
}

/** Taken from whoever had it, as far as the record goes: nobody's rider, slot, word or digits any more. */
export function taken(id: string): Record<string, unknown> {
  return {
    riderId: undefined,
    riderName: undefined,
    riderTrade: undefined,
    riderFace: undefined,
    riderPlate: undefined,
    word: undefined,
    digits: undefined,
    slot: id,
    digitsTries: 0,
    late: undefined,
    happenedAt: undefined,
    reason: undefined,
    acceptedAt: undefined,
    deliveredAt: undefined,
    proof: undefined,
    confirmedBy: undefined,
    rating: undefined,
    thanks: undefined,
    bill: undefined,
    more: undefined,
    paidAt: undefined,
    receivedAt: undefined,
  }
}

/** 派给张师傅, or 请大家看看谁顺路. */
export function dispatch(input: InputOf<typeof errand.dispatch>, actor: Actor): Promise<Moved> {
  return offer(errand.dispatch, input, actor)
}

/** 换人: the person before is told, and only while it is still he who has it. */
export function reassign(input: Reassigning, actor: Actor): Promise<Moved> {
  return offer(errand.reassign, input, actor)
}

/** 换人, with why who had it could not (今天来不了). */
type Reassigning = InputOf<typeof errand.reassign> & { absent?: Absence }

async function offer(op: Operation, input: Reassigning, actor: Actor): Promise<Moved> {
  const { id, communityId, to, from, lifted, wave = 'community' } = input
  const rider = to === 'pool' ? undefined : await riderCalled(to.riderId, communityId, actor)
  if (to !== 'pool' && !rider) return nobodyHere(op, id, actor)
  const mustBeFree = rider === undefined && lifted !== true
  const chosen = choice(rider?.id, input, actor.now)
  const doors = rider ? [personDoor(rider.id)] : await doorsFrom(wave, id, communityId, actor.now)
  // A tap tried again is answered as the first one was, whoever is there by now.
  const by = doors.length > 0 ? actor : { ...actor, refusal: new Failure('NOBODY_THERE') }
  const tell: Telling[] = from ? [{ to: toPerson(from), say: 'reassigned' }] : []
  if (rider) tell.push({ to: toPerson(rider.id), say: 'offered' }, { to: toFamily, say: 'asked', who: rider.name })
  else tell.push(...tellingsOf(wave))
  try {
    return await errands.move(op, id, by, {
      where: {
        communityId,
        newcomer: _.neq(true),
        ...unstopped(actor.now),
        ...(mustBeFree && { namedOnly: _.neq(true) }),
        ...(rider && noAdvance(rider)),
        // Whoever was asked or has it must be one the desk knew of, so that nobody loses an errand unheard.
        ...(from
          ? { openTo: personDoor(from) }
          : { 'offer.to': _.neq('rider'), ...(op === errand.reassign && { riderId: _.eq(null) }) }),
      },
      patch: {
        ...taken(id),
        ...chosen,
        offer: {
          ...(rider ? { to: 'rider', riderId: rider.id, name: rider.name } : { to: 'pool', wave }),
          by: 'desk',
          at: actor.now,
          // Told again from the record's own kind by whoever asks what falls due (due.ts).
          until: actor.now + clocks.other.routine.notAccepted[rider ? 'named' : wave],
        },
        openTo: doors,
        escalated: undefined,
        why: undefined,
        ...(rider && { inboxOf: _.addToSet(toPerson(rider.id)) }),
      },
      tell,
    })
  } catch (error) {
    throw op.moves && error instanceof Refused && op.moves.from.includes(String(error.record.state))
      ? whyNotOffered(error, mustBeFree, rider, actor.now)
      : error
  }
}

/** The first wave that the desk opens: to everybody it needs no look at the errand. */
async function doorsFrom(wave: PoolWave, id: string, communityId: string, now: number): Promise<string[]> {
  if (wave === 'community') return [communityDoor(communityId)]
  const record = await errands.get(id)
  if (record?.communityId !== communityId) throw new Failure('FORBIDDEN')
  return (await reachedBy(wave, record, now)).doors
}

function whyNotOffered(refused: Refused, mustBeFree: boolean, rider: Rider | undefined, now: number): Error {
  if (refused.record.newcomer === true) return new Failure('CALL_FIRST')
  if (isStopped(refused.record, now)) return new Failure('STOPPED')
  if (mustBeFree && refused.record.namedOnly === true) return new Failure('NAME_ONE')
  if (rider && !mayAdvance(rider, refused.record as { money?: { how: string } })) return new Failure('NO_ADVANCE')
  return refused
}

/** 不垫钱: whatever way it comes, what needs an advance does not reach him. */
const noAdvance = ({ advances }: Pick<Rider, 'advances'>): object =>
  advances === false ? { 'money.how': _.neq('atDoor') } : {}

async function riderCalled(riderId: string, communityId: string, actor: Actor): Promise<Rider | undefined> {
  const person = await riderOf(riderId, communityId, actor.now)
  if (!person) return undefined
  return {
    id: person._id,
    name: person.name,
    trade: person.trade,
    advances: person.advances,
    face: shownFace(person),
    plate: person.plate,
  }
}

/** Who was named is no rider here any more; a tap that named him while he was one is answered as it was. @throws NOT_FOUND */
function nobodyHere(op: Operation, id: string, actor: Actor): Promise<Moved> {
  return errands.move(op, id, { ...actor, refusal: new Failure('NOT_FOUND') })
}

/** 接单: two riders at once, exactly one wins; the other is told who has it. */
export async function accept({ id }: InputOf<typeof errand.accept>, actor: Actor): Promise<Moved> {
  const rider = {
    id: actor.id,
    name: actor.name,
    trade: actor.me.trade,
    face: shownFace(actor.me),
    plate: actor.me.plate,
  }
  try {
    return await takeInHand(errand.accept, id, actor, rider, {
      where: { ...noAdvance(actor.me), ...unstopped(actor.now) },
      tell: [{ to: toFamily, say: 'accepted', who: actor.name }],
    })
  } catch (error) {
    if (error instanceof Refused && typeof error.record.riderName === 'string')
      throw new Failure('TAKEN', { who: error.record.riderName })
    if (error instanceof Refused && isStopped(error.record, actor.now)) throw new Failure('STOPPED')
    if (error instanceof Refused && !mayAdvance(actor.me, error.record as { money?: { how: string } }))
      throw new Failure('NEEDS_ADVANCE')
    throw error
  }
}

/** 电话里答应了: the desk writes down a yes it heard, or goes itself; the rider is told and can say no. */
export async function agree(input: InputOf<typeof errand.agree>, actor: Actor): Promise<Moved> {
  const { id, communityId, by, from } = input
  // Nobody asked by name is passed over unheard, and nobody is told who was not asked.
  const nobodyElse = _.or([{ 'offer.to': _.neq('rider') }, { 'offer.riderId': by === 'self' ? '' : by.riderId }])
  const where = _.and([
    // 社区自己去 is the community's own risk; nobody else is sent out into the weather.
    { communityId, newcomer: _.neq(true), ...(by !== 'self' && unstopped(actor.now)) },
    from ? { 'offer.riderId': from } : nobodyElse,
  ])
  const before: Telling[] =
    from && (by === 'self' || by.riderId !== from) ? [{ to: toPerson(from), say: 'reassigned' }] : []
  if (by === 'self') {
    const self = { id: actor.id, name: actor.name }
    const tell: Telling[] = [...before, { to: toFamily, say: 'accepted', who: actor.name }]
    return callFirst(
      errands.move(errand.agree, id, actor, { where, patch: inHandOf(self, id, actor.now), tell }),
      actor.now,
    )
  }
  const rider = await riderCalled(by.riderId, communityId, actor)
  if (!rider) return nobodyHere(errand.agree, id, actor)
  const tell: Telling[] = [
    ...before,
    { to: toFamily, say: 'accepted', who: rider.name },
    { to: toPerson(rider.id), say: 'agreedForYou', who: actor.name },
  ]
  const patch = choice(rider.id, { shown: input.shown, because: 'agreed' }, actor.now)
  const write = { where: _.and([where, noAdvance(rider)]), tell, patch }
  return callFirst(takeInHand(errand.agree, id, actor, rider, write), actor.now, rider)
}

/** A household that nobody has telephoned is what stands in the way before anything else does. @throws CALL_FIRST, STOPPED */
function callFirst(agreed: Promise<Moved>, now: number, rider?: Rider): Promise<Moved> {
  return agreed.catch(error => {
    throw error instanceof Refused && errand.agree.moves.from.some(state => state === error.record.state)
      ? whyNotOffered(error, false, rider, now)
      : error
  })
}

/**
 * At most two in hand (law 11), held by the unique index on `slot`: the first place is tried, then the second, and no count is read.
 * A rider with a free first place needs one request.
 */
async function takeInHand(
  op: Operation,
  id: string,
  actor: Actor,
  rider: Rider,
  { patch: more, ...write }: Write & { patch?: Record<string, unknown> },
): Promise<Moved> {
  for (const place of ['0', '1']) {
    // Counted anew for each place: two taps at once take two places, one after the other.
    const by = op === errand.accept ? await withinCap(actor) : actor
    try {
      const patch = { ...more, ...inHandOf(rider, `${rider.id}#${place}`, actor.now) }
      return await errands.move(op, id, by, { ...write, patch })
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  throw new Failure('HANDS_FULL')
}

/** He, or who is refused because he has carried as many this week as he wants to: one question, and only of who has set a number. */
async function withinCap(actor: Actor): Promise<Actor> {
  const most = capOf(actor.me)
  if (most === Infinity) return actor
  const his = { openTo: personDoor(actor.id), riderId: actor.id, acceptedAt: _.gte(weekStart(actor.now)) }
  const carried = await errands.count(his)
  return carried < most ? actor : { ...actor, refusal: new Failure('CAP_REACHED') }
}

function inHandOf(rider: Rider, slot: string, at: number): Record<string, unknown> {
  return {
    riderId: rider.id,
    riderName: rider.name,
    riderTrade: rider.trade,
    riderFace: rider.face,
    riderPlate: rider.plate || undefined,
    acceptedAt: at,
    slot,
    openTo: [personDoor(rider.id)],
    word: wordFor(anyNumber()),
    digits: fourDigits(),
    digitsTries: 0,
    escalated: undefined,
    why: undefined,
    inboxOf: _.addToSet(toPerson(rider.id)),
  }
}

/** 这次不行: the named rider says no, with a reason and without a penalty. */
export function decline({ id, why }: InputOf<typeof errand.decline>, actor: Actor): Promise<Moved> {
  return errands.move(errand.decline, id, actor, {
    where: { 'offer.riderId': actor.id },
    patch: {
      offer: undefined,
      openTo: [],
      waitingSince: actor.now,
      why: undefined,
      escalated: undefined,
      saidNo: _.addToSet(actor.id),
    },
    why,
    tell: [{ to: toDesk, say: 'declined', who: actor.name, why }],
  })
}
