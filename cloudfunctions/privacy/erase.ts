import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import type { privacy } from '@domain/privacy'
import type { Actor } from '../kernel/actor'
import { leave } from '../kernel/leaving'
import { personOf } from '../kernel/people'
import { mannedBy, oneByOne } from '../kernel/staying'
import { forget } from './forget'
import { hindering, lastOf, runningAt } from './hindering'
import { errands } from './stores'

/**
 * 注销: first he is nobody any more, by one conditional write; then he is taken out of others' records. What dies on the way is done by the
 * same tap again, or by the clock (ticks.ts), which also removes the record once no warm instance remembers him.
 * @throws HAND_OVER_FIRST while something stands in the way; STALE while somebody else is leaving his desk or office
 */
export async function erase({ together = [] }: InputOf<typeof privacy.erase>, actor: Actor): Promise<Moved> {
  const standing = await personOf(actor.openid, actor.now, true)
  const person = standing?.leaving
    ? standing
    : await oneByOne(await mannedBy(actor.me, actor.now), actor.now, () => go(together, actor))
  actor.changed = true
  await forget(person)
  return { id: actor.id, state: '', rev: '', at: actor.now }
}

/** Marks him, after a last look at what he would leave behind. */
async function go(together: readonly string[], actor: Actor) {
  const { rows } = await hindering({}, actor)
  if (rows.length > 0) throw new Failure('HAND_OVER_FIRST')
  if (together.length > 0) {
    const last = await lastOf(actor.me)
    if (!together.every(id => last.some(kin => kin.id === id))) throw new Failure('FORBIDDEN')
    // Handed to the desk: what runs there goes on.
    if ((await errands.count(runningAt(together))) > 0) throw new Failure('HAND_OVER_FIRST')
  }
  return leave(actor, together)
}
