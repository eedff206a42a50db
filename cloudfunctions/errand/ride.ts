import { errand } from '@domain/errand'
import { isManned, isRide } from '@domain/errand/backup'
import type { Rising } from '@domain/errand/due'
import { inHand, isInHand } from '@domain/errand/record'
import { Failure, type FailureCode } from '@domain/failure'
import { toDesk, toFamily, toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { cloudActor } from '../kernel/identify'
import { Refused } from '../kernel/records'
import { callable, lacksAdvance, noAdvance, nobodyStandsBy, type Rider } from './in-hand'
import { errands } from './errands'
import type { ErrandDocument } from './rise'
import { unstopped } from './storm'
import { takeInHand } from './take'

const beforeItsEnd = { state: _.in(['requested', 'dispatched', 'accepted', 'underway']) }

/** Of a household that nobody has telephoned yet, riders hear nothing. */
const callFirst = (error: unknown): unknown =>
  error instanceof Refused && error.record.newcomer === true ? new Failure('CALL_FIRST') : error

/** 不垫钱, in words for whoever asked, where that stood in the way. */
const saying = (code: FailureCode, rider: Pick<Rider, 'advances'>, written: Promise<Moved>): Promise<Moved> =>
  written.catch(error => {
    throw lacksAdvance(error, rider) ? new Failure(code) : error
  })

/**
 * 定备用司机: he is told that he is the backup, and who was it before that he is no more; one who drives it, or is asked to, cannot stand
 * by. @throws RIDER_GONE, CALL_FIRST, NO_ADVANCE
 */
export async function nameBackup(input: InputOf<typeof errand.nameBackup>, actor: Actor): Promise<Moved> {
  const { id, communityId, riderId, from } = input
  const rider = await callable(riderId, communityId, actor)
  // A tap that named him while he was here is answered as it was.
  if (!rider) return errands.change(errand.nameBackup, id, { ...actor, refusal: new Failure('RIDER_GONE') }, {})
  const named = errands.change(errand.nameBackup, id, actor, {
    where: {
      ...beforeItsEnd,
      communityId,
      newcomer: _.neq(true),
      kind: 'ride',
      riderId: _.neq(riderId),
      'offer.riderId': _.neq(riderId),
      backupId: from ?? _.eq(null),
      ...noAdvance(rider),
    },
    patch: {
      backupId: rider.id,
      backupName: rider.name,
      backupState: 'asked',
      inboxOf: _.addToSet(toPerson(rider.id)),
    },
    tell: [
      ...(from && from !== riderId ? [{ to: toPerson(from), say: 'backupChanged' as const }] : []),
      { to: toPerson(rider.id), say: 'backupAsked' as const },
    ],
  })
  return saying(
    'NO_ADVANCE',
    rider,
    named.catch(error => {
      throw callFirst(error)
    }),
  )
}

/** 我可以备着: what rose for want of him alone is the desk's matter no more. @throws NEEDS_ADVANCE */
export async function standBy({ id }: InputOf<typeof errand.standBy>, actor: Actor): Promise<Moved> {
  const say = (where: object, patch: object) =>
    errands.change(errand.standBy, id, actor, {
      where: _.and([{ ...beforeItsEnd, backupId: actor.id, backupState: 'asked', ...noAdvance(actor.me) }, where]),
      patch: { backupState: 'ready', ...patch },
      tell: [
        { to: toDesk, say: 'backupReady', who: actor.name },
        { to: toFamily, say: 'backupReady', who: actor.name },
      ],
    })
  const unmanned: Rising = 'rideUnmanned'
  try {
    return await say({ 'escalated.why': _.neq(unmanned) }, {})
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (lacksAdvance(error, actor.me)) throw new Failure('NEEDS_ADVANCE')
    // Without a driver it is still the desk's.
    if (!isInHand(error.record)) return say({}, {})
    return say({ state: _.in([...inHand]), 'escalated.why': unmanned }, { escalated: undefined })
  }
}

/** 备不了. */
export function standDown({ id, why }: InputOf<typeof errand.standDown>, actor: Actor): Promise<Moved> {
  return errands.change(errand.standDown, id, actor, {
    where: { ...beforeItsEnd, backupId: actor.id },
    patch: nobodyStandsBy,
    why,
    tell: [{ to: toDesk, say: 'backupGone', who: actor.name, why }],
  })
}

/** The backup goes in the driver's place: the clock's own verb, and what follows a driver's 去不了了 at once. */
export async function takeOver({ id }: InputOf<typeof errand.takeOver>, actor: Actor): Promise<Moved> {
  const record = await errands.get(id)
  const { backupId, communityId } = record ?? {}
  if (!backupId || !communityId) throw new Failure('NOT_FOUND')
  const rider = await callable(backupId, communityId, actor, true)
  if (!rider) throw new Failure('NOT_FOUND')
  const taken = takeInHand(errand.takeOver, id, actor, rider, {
    where: { backupId, backupState: 'ready', fellOutAt: _.gt(0), ...unstopped(actor.now), ...noAdvance(rider) },
    tell: [
      { to: toPerson(rider.id), say: 'yourTurn' },
      { to: toFamily, say: 'tookOver', who: rider.name },
      { to: toDesk, say: 'tookOver', who: rider.name },
    ],
  })
  return saying('NO_ADVANCE', rider, taken)
}

/** After a driver's 去不了了: if somebody stands by, he has it from now on. What dies here is done by the clock within a minute. */
export async function replace(id: string, actor: Actor): Promise<void> {
  const record = await errands.get(id)
  if (!record || !isRide(record) || record.state !== 'requested' || record.backupState !== 'ready') return
  await takeOver({ id }, cloudActor(errand.takeOver, `clock.${actor.key}`)).catch(error => {
    if (!(error instanceof Refused) && !(error instanceof Failure)) throw error
  })
}

/** The night before: who goes, who stands by, when. What is not settled by then rises to the desk. */
export function sayTomorrow(record: ErrandDocument, actor: Actor): Promise<Moved> {
  const manned = isManned({ state: record.state ?? '', backupState: record.backupState })
  const { riderId, riderName, backupId } = record
  return errands.change(errand.remind, record._id, actor, {
    rev: record.rev,
    patch: {
      remindedAt: actor.now,
      ...(!manned && !record.escalated && { escalated: { why: 'rideUnmanned', at: actor.now } }),
    },
    tell: [
      { to: toFamily, say: 'tomorrow', ...(riderName && { who: riderName }) },
      ...(riderId ? [{ to: toPerson(riderId), say: 'tomorrowYours' as const }] : []),
      ...(backupId ? [{ to: toPerson(backupId), say: 'tomorrowBackup' as const }] : []),
      ...(manned ? [] : [{ to: toDesk, say: 'rideUnmanned' as const }]),
    ],
  })
}

/** The clock's own verb for one ride. */
export async function remind({ id }: InputOf<typeof errand.remind>, actor: Actor): Promise<Moved> {
  const record = await errands.get(id)
  if (!record || !isRide(record) || record.remindedAt !== undefined) throw new Failure('NOT_FOUND')
  return sayTomorrow(record, actor)
}
