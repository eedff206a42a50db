import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import { keysOf, wantedKeys } from '@domain/household/find'
import { knockWords } from '@domain/household/words'
import type { InputOf, Moved } from '@domain/operation'
import { stairsWords } from '@domain/place'
import type { Actor } from '../kernel/actor'
import { _, collectionOf } from '../kernel/cloud'
import { households as records } from '../kernel/households'
import { bookOpenErrands, renameKin } from '../kernel/kin'
import { riderOf } from '../kernel/people'
import { compoundOf } from './add'
import { homeFor } from './home-for'
import { viewOf } from './view'

/** The record, its door and phones masked. */
export async function one({ id }: InputOf<typeof household.one>, actor: Actor) {
  const { home } = await homeFor(household.one, id, actor)
  return viewOf(home, actor)
}

/** The desk finds a household by its elder, its building or the end of a phone, along an index; last touched first. */
export async function list({ communityId, find, after }: InputOf<typeof household.list>, actor: Actor) {
  const wanted = find === undefined ? [] : wantedKeys(find)
  if (find !== undefined && wanted.length === 0) return { rows: [] }
  const where = { communityId, ...actor.within(communityId), ...(wanted.length > 0 && { finds: wanted[0] }) }
  const more = wanted.slice(1).map(finds => ({ finds }))
  const found = await records.page(more.length > 0 ? _.and([where, ...more]) : where, { by: 'touchedAt', after })
  return { ...found, rows: found.rows.map(home => viewOf(home, actor)) }
}

/** What was changed of the record, against the `rev` that was read; what hangs on it follows. */
export async function edit({ id, rev, ...said }: InputOf<typeof household.edit>, actor: Actor): Promise<Moved> {
  const { home } = await homeFor(household.edit, id, actor)
  const { consent: how, note, ...plain } = said
  const next = { ...home, ...plain }
  const isMoved = plain.building !== undefined || plain.compoundId !== undefined
  const compound = isMoved ? await compoundOf(home.communityId, next.compoundId, next.building) : home.compound
  const stairs = stairsWords(next.floor, next.hasLift)
  const moved = await records.change(household.edit, id, actor, {
    rev,
    patch: {
      ...plain,
      ...(note !== undefined && { note: note || undefined }),
      ...(how && { consent: { by: next.elder, how, toldTo: actor.name, toldToId: actor.id, at: actor.now } }),
      compound,
      stairs,
      finds: keysOf({ ...next, compound }),
    },
  })
  const { elder, building, compoundId } = next
  if (isMoved) await collectionOf('bindings').where({ householdId: id }).update({ data: { compoundId } })
  if (elder !== home.elder || isMoved)
    await renameKin(id, { elder, place: `${compound} ${building}` }, `home.${moved.rev}`)
  const knock = knockWords(next.knocks)
  await bookOpenErrands(id, actor.now, { elder, compoundId, compound, building, stairs, knock: knock ?? _.remove() })
  return moved
}

/** 常来的师傅: one whom the community has confirmed, or nobody. */
export async function regular({ id, rev, riderId }: InputOf<typeof household.regular>, actor: Actor): Promise<Moved> {
  const { home } = await homeFor(household.regular, id, actor)
  const rider = riderId === undefined ? undefined : await riderOf(riderId, home.communityId, actor.now)
  if (riderId !== undefined && !rider) throw new Failure('NOT_FOUND')
  const patch = { regularRiderId: rider?._id, regularRider: rider?.name }
  const moved = await records.change(household.regular, id, actor, { rev, patch })
  await bookOpenErrands(id, actor.now, { regularRiderId: rider?._id ?? _.remove() })
  return moved
}
