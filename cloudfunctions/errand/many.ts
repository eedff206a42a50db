import { errand } from '@domain/errand'
import type { Became } from '@domain/errand/arranging'
import { isLater } from '@domain/errand/hands'
import { Failure } from '@domain/failure'
import { toFamily, toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import { personDoor } from '@domain/relation'
import { dayMs, dayStart, never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { hash, sumOf } from '../kernel/hash'
import { correct, meetRiders, riderOf } from '../kernel/people'
import { Refused } from '../kernel/records'
import { failureOf } from '../kernel/refusal'
import { choice } from './choose'
import { dispatch, reassign } from './dispatch'
import { taken, whereItLies } from './in-hand'
import { errands } from './errands'
import { askedFirst, onceAsked } from './settle'

/** 照这样派: the same single moves as one by one, so that whatever holds for one holds for each. */
export async function dispatchMany({ communityId, list }: InputOf<typeof errand.dispatchMany>, actor: Actor) {
  await meetRiders(
    list.map(({ riderId }) => riderId),
    communityId,
    actor.now,
  )
  return inTurn(list, actor, ({ id, riderId, shown, because }, by) =>
    dispatch({ id, communityId, to: { riderId }, shown, because }, by),
  )
}

/**
 * 今天来不了: until the day ends he is asked for nothing unless he says 我有空; every family hears what becomes of its errand. What is for another
 * day stays his.
 */
export async function relieve(input: InputOf<typeof errand.relieve>, actor: Actor) {
  const { communityId, riderId, absent, list } = input
  const rider = await riderOf(riderId, communityId, actor.now, true)
  if (!rider) throw new Failure('NOT_FOUND')
  const open = { openTo: personDoor(riderId), closedAt: never, communityId, ...actor.within(communityId) }
  const his = await errands.find(open, { only: ['state', 'when'] })
  const from: readonly string[] = errand.relieve.moves.from
  const awayBy = hash(`${actor.id} ${actor.key}`)
  const isRepeated = rider.awayBy === awayBy
  const later = his.filter(one => isLater(one, actor.now)).map(({ _id }) => _id)
  const unseen = his.flatMap(({ _id: id, state = '' }) =>
    !isRepeated && from.includes(state) && !list.some(one => one.id === id) ? [{ id }] : [],
  )
  type One = InputOf<typeof errand.relieve>['list'][number]
  const todays = [...list, ...unseen].filter(({ id }) => !later.includes(id))
  const became = await inTurn<One>(todays, actor, ({ id, to, shown, goodsAt }, by) =>
    to
      ? reassign({ id, communityId, to: { riderId: to }, from: riderId, shown, absent, goodsAt }, by)
      : takeOff(id, { communityId, rider: { id: riderId, name: rider.name }, absent, goodsAt }, by),
  )
  const away = { awayUntil: dayStart(actor.now) + dayMs, awayBy, freeUntil: 0 }
  if (!isRepeated) await correct(riderId, `away.${awayBy}`, away)
  return became
}

interface Absent {
  communityId: string
  rider: { id: string; name: string }
  absent: InputOf<typeof errand.relieve>['absent']
  goodsAt?: string | undefined
}

/** Back to the desk; he is not suggested for it again. @throws ASK_BOUGHT, LAID_OUT */
async function takeOff(id: string, { communityId, rider, absent, goodsAt }: Absent, actor: Actor): Promise<Moved> {
  const lies = await whereItLies(id, goodsAt)
  const taking = errands.move(errand.relieve, id, actor, {
    where: _.and([
      { communityId },
      onceAsked(goodsAt),
      _.or([{ riderId: rider.id }, { riderId: _.eq(null), 'offer.riderId': rider.id }]),
    ]),
    patch: {
      ...taken(id),
      ...choice(undefined, { absent }, actor.now),
      ...lies,
      // Who stands by for a ride goes in his place.
      fellOutAt: actor.now,
      offer: undefined,
      openTo: [],
      waitingSince: actor.now,
      escalated: undefined,
      why: undefined,
      saidNo: _.addToSet(rider.id),
    },
    tell: [
      { to: toPerson(rider.id), say: 'reassigned' },
      { to: toFamily, say: 'handedBack', who: rider.name },
    ],
  })
  return taking.catch(error => {
    throw askedFirst(error as Error, rider.id, goodsAt)
  })
}

/**
 * One after the other, each by a key made of the tap's and its own id: a tap that comes twice finds every errand as it left it. What a person can
 * cause is said of its errand and holds up no other; a fault ends the call, and the same tap goes on where it stopped.
 */
async function inTurn<One extends { id: string }>(
  list: readonly One[],
  actor: Actor,
  move: (one: One, by: Actor) => Promise<Moved>,
): Promise<{ rows: Became[] }> {
  const rows: Became[] = []
  for (const one of list) {
    const by = { ...actor, key: `${actor.key.slice(0, 60)}.${hash(one.id, 12)}`, sum: sumOf(one.id, one) }
    try {
      const { state } = await move(one, by)
      rows.push({ id: one.id, state })
    } catch (error) {
      if (!(error instanceof Failure) && !(error instanceof Refused)) throw error
      const { code, detail } = failureOf(error)
      const { who, why } = detail
      const isTold = who !== undefined || why !== undefined
      rows.push({ id: one.id, code, ...(isTold && { detail: { ...(who && { who }), ...(why && { why }) } }) })
    }
  }
  return { rows }
}
