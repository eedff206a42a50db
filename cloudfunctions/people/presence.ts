import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { people } from '@domain/people'
import { dayMs, dayStart, hourMs } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities as records } from '../kernel/communities'
import { deskOf, writePerson } from '../kernel/people'

/** What anybody may know of a community: its name, its desk's phone, who is on duty, its compounds. */
export async function community({ id }: InputOf<typeof people.community>) {
  const found = await records.get(id)
  if (!found) throw new Failure('NOT_FOUND')
  return { ...found, id: found._id }
}

/** All communities by name, for a guest to choose his. */
export async function communities() {
  const found = await records.find({}, { order: { name: 'asc' }, only: ['name'] })
  return { rows: found.map(({ _id, name }) => ({ id: _id, name })) }
}

/** 我有空 until the day ends, or 不打扰. */
export async function free({ free: isFree }: InputOf<typeof people.free>, actor: Actor): Promise<Moved> {
  const tonight = dayStart(actor.now) + dayMs
  const fields = { freeUntil: isFree ? tonight : 0, restUntil: isFree ? 0 : tonight }
  await writePerson(actor, { changes: fields, plain: fields })
  return { id: actor.id, state: '', rev: actor.key, at: actor.now }
}

/** 消息 have been read up to this moment, never a later one than now. */
export async function read({ at }: InputOf<typeof people.read>, actor: Actor): Promise<Moved> {
  const readAt = Math.max(actor.me.readAt, Math.min(at, actor.now))
  if (actor.me.rev !== '') await writePerson(actor, { changes: { readAt: _.max(readAt) }, plain: { readAt } })
  return { id: actor.id, state: '', rev: actor.key, at: actor.now }
}

/** 今天值班：我, 交给小王, 替班：小唐. @throws NOT_FOUND for one who is not of this desk */
export async function takeDuty(input: InputOf<typeof people.takeDuty>, actor: Actor): Promise<Moved> {
  const { communityId, hours, personId = actor.id, standInId } = input
  const others = [personId, standInId].filter(id => id !== undefined && id !== actor.id)
  const desk = others.length > 0 ? await deskOf([communityId], actor.now) : undefined
  const nameOf = (id: string): string => {
    const name = id === actor.id ? actor.name : desk?.get(communityId)?.find(({ _id }) => _id === id)?.name
    if (name === undefined) throw new Failure('NOT_FOUND')
    return name
  }
  const standIn = standInId !== undefined && standInId !== personId && { standInId, standIn: nameOf(standInId) }
  const onDuty = { personId, name: nameOf(personId), until: actor.now + hours * hourMs, ...standIn }
  return records.change(people.takeDuty, communityId, actor, { patch: { onDuty } })
}
