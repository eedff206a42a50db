import { errand } from '@domain/errand'
import type { Absence } from '@domain/errand/chosen'
import { clocks } from '@domain/errand/clocks'
import type { PoolWave } from '@domain/errand/wave'
import { Failure } from '@domain/failure'
import { toFamily, toPerson } from '@domain/notice'
import type { InputOf, Moved, Operation } from '@domain/operation'
import { communityDoor, personDoor } from '@domain/relation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { Refused } from '../kernel/records'
import type { Telling } from '../kernel/write'
import { choice } from './choose'
import { errands } from './errands'
import { callable, lacksAdvance, noAdvance, taken, whereItLies, type Rider } from './in-hand'
import { reachedBy } from './reached'
import { askedFirst, onceAsked, onceSettled } from './settle'
import { isStopped, unstopped } from './storm'
import { tellingsOf } from './waves'

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

/** @throws SETTLE_FIRST where it failed and somebody has laid out for it, and whatever `whyNotOffered` says */
async function offer(op: Operation, input: Reassigning, actor: Actor): Promise<Moved> {
  const { id, communityId, to, from, lifted, wave = 'community', goodsAt } = input
  const rider = to === 'pool' ? undefined : await callable(to.riderId, communityId, actor)
  if (to !== 'pool' && !rider) return nobodyHere(op, id, actor)
  const mustBeFree = rider === undefined && lifted !== true
  const chosen = choice(rider?.id, input, actor.now)
  const doors = rider ? [personDoor(rider.id)] : await doorsFrom(wave, id, communityId, actor.now)
  // A tap tried again is answered as the first one was, whoever is there by now.
  const by = doors.length > 0 ? actor : { ...actor, refusal: new Failure('NOBODY_THERE') }
  const tell: Telling[] = from ? [{ to: toPerson(from), say: 'reassigned' }] : []
  if (rider) tell.push({ to: toPerson(rider.id), say: 'offered' }, { to: toFamily, say: 'asked', who: rider.name })
  else tell.push(...tellingsOf(wave))
  const where = {
    communityId,
    newcomer: _.neq(true),
    ...unstopped(actor.now),
    ...(mustBeFree && { namedOnly: _.neq(true) }),
    ...(rider && noAdvance(rider)),
    // Whoever was asked or has it must be one the desk knew of, so that nobody loses an errand unheard.
    ...(from
      ? { openTo: personDoor(from) }
      : { 'offer.to': _.neq('rider'), ...(op === errand.reassign && { riderId: _.eq(null) }) }),
  }
  const patch = {
    ...taken(id),
    ...chosen,
    ...(await whereItLies(id, goodsAt)),
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
  }
  return onceSettled(op, (settled, anew) =>
    errands
      .move(op, id, by, { where: _.and([settled, onceAsked(goodsAt), where]), patch: { ...patch, ...anew }, tell })
      .catch(error => {
        throw op.moves && error instanceof Refused && op.moves.from.includes(String(error.record.state))
          ? askedFirst(whyNotOffered(error, mustBeFree, rider, actor.now), from, goodsAt)
          : error
      }),
  )
}

/** The first wave that the desk opens: to everybody it needs no look at the errand. */
async function doorsFrom(wave: PoolWave, id: string, communityId: string, now: number): Promise<string[]> {
  if (wave === 'community') return [communityDoor(communityId)]
  const record = await errands.get(id)
  if (record?.communityId !== communityId) throw new Failure('FORBIDDEN')
  return (await reachedBy(wave, record, now)).doors
}

/** Why the desk could not offer it to him, or to everybody, as the desk should hear it. */
export function whyNotOffered(refused: Refused, mustBeFree: boolean, rider: Rider | undefined, now: number): Error {
  if (refused.record.newcomer === true) return new Failure('CALL_FIRST')
  if (isStopped(refused.record, now)) return new Failure('STOPPED')
  if (mustBeFree && refused.record.namedOnly === true) return new Failure('NAME_ONE')
  if (rider && lacksAdvance(refused, rider)) return new Failure('NO_ADVANCE')
  return refused
}

/** Who was named is no rider here any more; a tap that named him while he was one is answered as it was. @throws RIDER_GONE */
export function nobodyHere(op: Operation, id: string, actor: Actor): Promise<Moved> {
  return errands.move(op, id, { ...actor, refusal: new Failure('RIDER_GONE') })
}
