import { errand } from '@domain/errand'
import { clocksOf } from '@domain/errand/clocks'
import { inHand, isInHand, stoppable, type Stop } from '@domain/errand/record'
import { Failure } from '@domain/failure'
import { toFamily, toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import { dayMs, never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities, forgetCommunity } from '../kernel/communities'
import type { Telling } from '../kernel/write'
import { errands } from './errands'
import { dueOf, type ErrandDocument } from './rise'

const mostMs = 2 * dayMs

/** What a write asks of an errand so that nothing is given out while the weather holds: the field stands on the errand itself. */
export const unstopped = (now: number) => ({ 'stop.until': _.or(_.eq(null), _.lte(now)) })

/** Why a write that asked so may not have happened. */
export const isStopped = ({ stop: held }: Readonly<Record<string, unknown>>, now: number): boolean =>
  typeof held === 'object' && held !== null && 'until' in held && Number(held.until) > now

const openIn = (communityId: string, states: readonly string[]) => ({
  communityId,
  closedAt: never,
  state: _.in([...states]),
})
const isStoppable = ({ state }: ErrandDocument): boolean => stoppable.some(one => one === state)
const atRest = stoppable.filter(state => !isInHand({ state }))

/**
 * 天气停派: first the community, then what is open. An acceptance and the stop meet on the errand's own document: either it is in hand
 * before and its rider is told, or it is stopped and cannot be taken. Tapped again, what is left is done.
 */
export async function stop(input: InputOf<typeof errand.stop>, actor: Actor): Promise<Moved> {
  const { communityId, why, until } = input
  const isBad = until <= actor.now || until > actor.now + mostMs
  const by = isBad ? { ...actor, refusal: new Failure('BAD_INPUT', { field: 'until' }) } : actor
  const held = { why, until }
  const stopped = await communities.change(errand.stop, communityId, by, { patch: { stop: held } })
  forgetCommunity(communityId)
  // A tap that comes again when its stop is over holds nothing any more.
  if (until <= actor.now || !(await stands(communityId, held))) return stopped
  const toFamilies = { to: toFamily, say: 'stopped', why } as const
  // What was asked for in this very stop is held by it already: a tap that comes again does nothing to it.
  const unheld = _.or([{ 'stop.until': _.neq(until) }, { 'stop.why': _.neq(why) }])
  const hold = (where: object, tell: Telling[]) =>
    errands.changeAll(errand.stop, actor, _.and([where, unheld]), { patch: { stop: held }, why, tell })
  const rest = () => hold(openIn(communityId, atRest), [toFamilies])
  const carried = async () => {
    const going = openIn(communityId, inHand)
    const list = await errands.find(_.and([going, unheld]), { limit: 1000, only: ['riderId'] })
    for (const { _id, riderId } of list)
      if (riderId !== undefined)
        await hold({ ...going, _id, riderId }, [{ to: toPerson(riderId), say: 'stayPut', why }, toFamilies])
  }
  await rest()
  await carried()
  // Handed back since they were listed, and perhaps with who stood by for them already.
  await rest()
  await carried()
  return stopped
}

/** True while the community's stop is this one, or none. */
async function stands(communityId: string, held: Stop | undefined): Promise<boolean> {
  const now = (await communities.get(communityId))?.stop
  return now?.until === held?.until && now?.why === held?.why
}

/** 恢复派单: what is held goes on when the clock rings next. */
export async function goOn({ communityId }: InputOf<typeof errand.goOn>, actor: Actor): Promise<Moved> {
  const moved = await communities.change(errand.goOn, communityId, actor, { patch: { stop: undefined } })
  forgetCommunity(communityId)
  if (!(await stands(communityId, undefined))) return moved
  await errands.changeAll(
    errand.goOn,
    actor,
    { ...openIn(communityId, stoppable), 'stop.until': _.gt(actor.now) },
    { patch: { 'stop.until': actor.now, dueAt: actor.now } },
  )
  return moved
}

/** The stops of the communities of these errands, as they stand; one query, and none when nothing there can be stopped. */
export async function stopsOf(list: readonly ErrandDocument[]): Promise<Map<string, Stop>> {
  const ids = new Set(list.filter(isStoppable).map(({ communityId }) => communityId))
  if (ids.size === 0) return new Map()
  const found = await communities.find({ _id: _.in([...ids]) }, { only: ['stop'] })
  return new Map(found.flatMap(({ _id, stop: held }) => (held ? [[_id, held]] : [])))
}

/**
 * Puts right what was asked for in an instance that remembered its community as it was a minute ago: the stop it missed is told as any
 * other, and one that it still believed in is over. @returns whether something was put right
 */
export async function heed(record: ErrandDocument, stops: ReadonlyMap<string, Stop>, actor: Actor): Promise<boolean> {
  if (!isStoppable(record)) return false
  const held = stops.get(record.communityId)
  if (held && held.until > actor.now) {
    if (record.stop?.until === held.until) return false
    const { why } = held
    const carrier = isInHand(record) ? record.riderId : undefined
    await errands.change(errand.stop, record._id, actor, {
      rev: record.rev,
      patch: { stop: held },
      why,
      tell: [
        ...(carrier === undefined ? [] : [{ to: toPerson(carrier), say: 'stayPut', why } as const]),
        { to: toFamily, say: 'stopped', why },
      ],
    })
    return true
  }
  if (!record.stop || record.stop.until <= actor.now) return false
  await resumed(record, actor)
  return true
}

/** The clock's own verb for one errand: the stop is over if its time has come. */
export async function resume({ id }: InputOf<typeof errand.resume>, actor: Actor): Promise<Moved> {
  const record = await errands.get(id)
  const due = record && dueOf(record, actor.now)
  if (!record || due?.act !== 'resume' || due.at > actor.now) throw new Failure('NOT_FOUND')
  return resumed(record, actor)
}

/** Its clocks begin anew; the family is told. */
export function resumed(record: ErrandDocument, actor: Actor): Promise<Moved> {
  const { offer } = record
  return errands.change(errand.resume, record._id, actor, {
    rev: record.rev,
    patch: {
      stop: undefined,
      waitingSince: actor.now,
      ...(offer && { 'offer.at': actor.now, 'offer.until': actor.now + clocksOf(record).notAccepted.named }),
    },
    tell: [{ to: toFamily, say: 'resumed' }],
  })
}
