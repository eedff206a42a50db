import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { isAt } from '@domain/place'
import { arrivalPage, closureEnd, openness, station, visitKey } from '@domain/station'
import { dayOf, dayStart } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _, qrCode } from '../kernel/cloud'
import { Refused } from '../kernel/records'
import { stations, visits } from './stations'

/** The community's stations in name order; which is open is a reading of each, not a query. */
export async function list({ communityId }: InputOf<typeof station.list>) {
  return { rows: await stations.find({ communityId }, { order: { name: 'asc' } }) }
}

export async function one({ id }: InputOf<typeof station.one>) {
  const found = await stations.get(id)
  if (!found) throw new Failure('NOT_FOUND')
  return found
}

/** The station behind the code on a door, open or not. */
export function behind({ code: scanned }: InputOf<typeof station.behind>) {
  return stationBy(scanned)
}

/** 关一会儿 · 今天不开. */
export function close({ id, rev, how }: InputOf<typeof station.close>, actor: Actor): Promise<Moved> {
  const closure = { how, at: actor.now, until: closureEnd(how, actor.now) }
  return stations.change(station.close, id, actor, { rev, patch: { closure, ...attested(actor) } })
}

export function reopen({ id, rev }: InputOf<typeof station.reopen>, actor: Actor): Promise<Moved> {
  return stations.change(station.reopen, id, actor, { rev, patch: { closure: null, ...attested(actor) } })
}

/** 还是这样: the clerk says that what is posted is true. */
export function attest({ id, rev }: InputOf<typeof station.attest>, actor: Actor): Promise<Moved> {
  return stations.change(station.attest, id, actor, { rev, patch: attested(actor) })
}

const attested = (actor: Actor) => ({ verifiedAt: actor.now })

/** 有东西坏了: said once, however many say it. */
export async function report({ id, facility }: InputOf<typeof station.report>, actor: Actor): Promise<Moved> {
  const found = await stations.get(id)
  if (!found?.facilities?.includes(facility)) throw new Failure('NOT_FOUND')
  if (found.faults?.some(fault => fault.facility === facility)) return { id, state: '', rev: found.rev, at: actor.now }
  return stations
    .change(station.report, id, actor, {
      where: { 'faults.facility': _.neq(facility) },
      patch: { faults: _.push({ facility, at: actor.now }) },
    })
    .catch(error => unlessRefused(error) ?? { id, state: '', rev: actor.key, at: actor.now })
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error
}

/** 修好了. */
export function mend({ id, rev, facility }: InputOf<typeof station.mend>, actor: Actor): Promise<Moved> {
  return stations.change(station.mend, id, actor, { rev, patch: { faults: _.pull({ facility }), ...attested(actor) } })
}

/** 打印门口的码: a picture of the code that opens the arrival page; no secret is in it. */
export async function code({ id }: InputOf<typeof station.code>, actor: Actor) {
  keeps(id, actor)
  const found = await stations.get(id)
  if (!found) throw new Failure('NOT_FOUND')
  return { code: found.code, png: (await qrCode(found.code, arrivalPage)).toString('base64') }
}

/** 我到了: inside the radius it counts at once, else it waits for the clerk's nod; one visit a day and station. */
export async function arrive({ code: scanned, fix }: InputOf<typeof station.arrive>, actor: Actor) {
  const found = await openStationBy(scanned, actor.now)
  const proven = fix !== undefined && found.point !== undefined && isAt(found.point, found.radiusMetres, fix)
  const visit = await visits.add(proven ? station.arrive : station.announce, actor, visitOf(found, actor, proven), {
    id: idOf(found, actor),
  })
  if (!proven || visit.state === station.arrive.moves.to) return visit
  // The clerk may have nodded in the same moment: counted is counted.
  await visits.move(station.arrive, visit._id, actor, { patch: { how: 'place' } }).catch(unlessRefused)
  return { ...visit, state: station.arrive.moves.to }
}

/** 请店里人点一下. */
export async function announce({ code: scanned }: InputOf<typeof station.announce>, actor: Actor) {
  const found = await openStationBy(scanned, actor.now)
  return visits.add(station.announce, actor, visitOf(found, actor, false), { id: idOf(found, actor) })
}

type Found = NonNullable<Awaited<ReturnType<typeof stations.get>>>

async function stationBy(scanned: string): Promise<Found> {
  const [found] = await stations.find({ code: scanned }, { limit: 1 })
  if (!found) throw new Failure('NO_SUCH_CODE')
  return found
}

async function openStationBy(scanned: string, now: number): Promise<Found> {
  const found = await stationBy(scanned)
  if (!openness({ ...found, id: found._id, my: [] }, now).open) throw new Failure('STATION_CLOSED')
  return found
}

const idOf = (found: Found, actor: Actor): string => visitKey(found._id, actor.id, dayOf(actor.now))

function visitOf(found: Found, actor: Actor, proven: boolean) {
  return {
    communityId: found.communityId,
    stationId: found._id,
    stationName: found.name ?? '',
    personId: actor.id,
    who: actor.name,
    on: dayOf(actor.now),
    at: actor.now,
    how: proven ? ('place' as const) : ('keeper' as const),
  }
}

/** 等您点头的: who says he is here and could not prove it. */
export async function waiting({ id }: InputOf<typeof station.waiting>, actor: Actor) {
  keeps(id, actor)
  return {
    rows: await visits.find(
      { stationId: id, state: 'waiting', at: _.gte(dayStart(actor.now)) },
      { order: { at: 'desc' }, limit: 50 },
    ),
  }
}

/** 他在这儿. */
export function admit({ id }: InputOf<typeof station.admit>, actor: Actor): Promise<Moved> {
  return visits.move(station.admit, id, actor)
}

/** Today's visits as a number, for the shop itself. */
export async function today({ id }: InputOf<typeof station.today>, actor: Actor) {
  keeps(id, actor)
  return { visits: await visits.count({ stationId: id, state: 'counted', at: _.gte(dayStart(actor.now)) }) }
}

/** His shop, and still a clerk in its community: the record of a shop alone gives nothing. */
function keeps(id: string, actor: Actor): void {
  if (!actor.me.stations.some(own => own.id === id && actor.isIn(own.communityId))) throw new Failure('FORBIDDEN')
}
