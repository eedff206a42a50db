import { errand } from '@domain/errand'
import { kinds, stillOpen, type Kind } from '@domain/errand/record'
import type { Hindering, Hindrance } from '@domain/privacy'
import { personDoor } from '@domain/relation'
import { isOfDesk, type Kin, type Me } from '@domain/role'
import { never, windowWords } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { relativesOf } from '../kernel/people'
import { isLast, mannedBy } from '../kernel/staying'
import { errands } from './stores'

/** What stands in the way of leaving, each with its way on, and the households that are left behind. */
export async function hindering(_input: object, actor: Actor) {
  const { me, now } = actor
  const last = await lastOf(me)
  const rows = [
    ...(await atHome(last, now)),
    ...(await inHand(me, now)),
    ...(await onDuty(me, now)),
    ...(await alone(me, now)),
  ]
  const households = me.households.map(({ id, calls, place }) => ({
    id,
    calls,
    place,
    isLast: last.some(kin => kin.id === id),
  }))
  return { rows, households }
}

/** The households to which nobody else is bound. */
export async function lastOf(me: Me): Promise<Kin[]> {
  const all = await relativesOf(me.households.map(({ id }) => id))
  const others = all.filter(({ _id }) => _id !== me.id).flatMap(({ households }) => households)
  return me.households.filter(({ id }) => !others.some(other => other.id === id))
}

/** Errands of these households that have no end yet. */
export const runningAt = (householdIds: readonly string[]) => ({
  householdId: _.in([...householdIds]),
  state: _.in([...stillOpen]),
})

async function atHome(last: readonly Kin[], now: number): Promise<Hindering[]> {
  if (last.length === 0) return []
  const running = await errands.find({ ...runningAt(last.map(({ id }) => id)), toCall: _.neq(true) })
  return running.map(record => errandIn('family', record, now))
}

async function inHand(me: Me, now: number): Promise<Hindering[]> {
  const his = await errands.find({ openTo: personDoor(me.id), closedAt: never })
  const carries: readonly string[] = errand.handBack.moves.from
  const declines: readonly string[] = errand.decline.moves.from
  return his.flatMap(record => {
    const { state = '' } = record
    if (carries.includes(state)) return [errandIn('inHand', record, now)]
    return declines.includes(state) ? [errandIn('asked', record, now)] : []
  })
}

type ErrandDocument = NonNullable<Awaited<ReturnType<typeof errands.get>>>

function errandIn(what: Hindrance, { _id, kind, when }: ErrandDocument, now: number): Hindering {
  const { name } = kinds[kind as Kind] ?? kinds.other
  return { what, id: _id, words: when ? `${name} · ${windowWords(when, now)}` : name }
}

async function onDuty({ id, memberships }: Me, now: number): Promise<Hindering[]> {
  if (memberships.length === 0) return []
  const his = await communities.find({ 'onDuty.personId': id, 'onDuty.until': _.gt(now) }, { only: ['name'] })
  return his.map(({ _id, name }) => ({ what: 'onDuty', id: _id, words: name }))
}

/** Where he is the only one in a place that is never left empty. */
async function alone(me: Me, now: number): Promise<Hindering[]> {
  const found: Hindering[] = []
  for (const place of await mannedBy(me, now))
    if (await isLast(place, me.id, now))
      found.push({ what: isOfDesk(place.role) ? 'lastAtDesk' : 'lastInOffice', id: place.id, words: place.name })
  return found
}
