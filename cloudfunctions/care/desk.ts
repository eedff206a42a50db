import { care, type CareState } from '@domain/care'
import { Failure } from '@domain/failure'
import { toFamily, toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _, temporaryUrl } from '../kernel/cloud'
import { households } from '../kernel/households'
import { keptOf } from '../kernel/write'
import { cares } from './stores'
import { seenTo, tellOf } from './telling'

/** 要照看的: what waits for the desk, the oldest first. */
export async function queue({ communityId }: InputOf<typeof care.queue>, actor: Actor) {
  const waiting: CareState[] = ['open', 'asked']
  const here = { communityId, state: _.in(waiting), ...actor.within(communityId) }
  const found = await cares.find(here, { order: { at: 'asc' }, limit: 50 })
  const rows = found.map(
    ({
      _id: id,
      state = '',
      kind,
      errandId,
      householdId,
      elder,
      words,
      photo: file,
      why,
      at,
      happenedAt,
      timeline,
    }) => ({
      id,
      state,
      kind,
      errandId,
      householdId,
      elder,
      words,
      why,
      at,
      happenedAt,
      photo: file !== undefined,
      who: timeline?.[0]?.who ?? '师傅',
    }),
  )
  return { rows }
}

/** 办了: ticked off with what was done; what the others are told is what the desk wrote for them, and nothing else. */
export async function settle(input: InputOf<typeof care.settle>, actor: Actor): Promise<Moved> {
  const { id, did, toFamily: forFamily, toRider } = input
  const moved = await cares.move(care.settle, id, actor, { patch: { did, endsAt: actor.now } })
  const told = await cares.get(id)
  if (!told) return moved
  const [report] = keptOf(told)
  if (told.kind === 'unwell' && report) await seenTo(told.errandId, report.key)
  if (forFamily) await tellOf(told.errandId, { to: toFamily, say: 'fromDesk', why: forFamily }, actor)
  if (toRider) await tellOf(told.errandId, { to: toPerson(told.riderId), say: 'fromDesk', why: toRider }, actor)
  return moved
}

/** A note that others read from now on, or go on reading. */
export async function approve({ id }: InputOf<typeof care.approve>, actor: Actor): Promise<Moved> {
  const moved = await cares.move(care.approve, id, actor, { where: { kind: 'note' }, patch: { why: undefined } })
  await showAtDoor(id, actor)
  return moved
}

/** Nobody reads it any more; whatever waits may be taken away so, too. */
export async function remove({ id }: InputOf<typeof care.remove>, actor: Actor): Promise<Moved> {
  const moved = await cares.move(care.remove, id, actor, { where: { kind: 'note' }, patch: { endsAt: actor.now } })
  await showAtDoor(id, actor)
  return moved
}

/** Writes into the household what stands of this note now; a tap that is sent again does so again. */
async function showAtDoor(id: string, actor: Actor): Promise<void> {
  const note = await cares.get(id)
  if (!note) return
  const stands = note.state === ('approved' satisfies CareState) ? note.words : undefined
  await households.change(care.approve, note.householdId, actor, { patch: { [`visitNotes.${id}`]: stands } })
}

/** 看照片: of what happened, for the desk alone. @throws NOT_FOUND */
export async function photo({ id }: InputOf<typeof care.photo>, actor: Actor) {
  const told = await cares.get(id)
  if (!told?.photo) throw new Failure('NOT_FOUND')
  if (!actor.isDesk(told)) throw new Failure('FORBIDDEN')
  const url = await temporaryUrl(told.photo)
  if (url === '') throw new Failure('NOT_FOUND')
  return { url }
}
