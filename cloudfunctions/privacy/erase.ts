import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import type { privacy } from '@domain/privacy'
import { scopeOf } from '@domain/role'
import { minuteMs } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { endLease, takeLease } from '../kernel/lease'
import { leave } from '../kernel/leaving'
import { personOf, type Person } from '../kernel/people'
import { forget } from './forget'
import { hindering, lastOf, runningAt } from './hindering'
import { errands } from './stores'

/**
 * 注销: first he is nobody any more, by one conditional write; then he is taken out of others' records. What dies on the way is done by the
 * same tap again, or by the clock (ticks.ts), which also removes the record once no warm instance remembers him.
 * @throws HAND_OVER_FIRST while something stands in the way; STALE while somebody else of his desk is leaving
 */
export async function erase({ together = [] }: InputOf<typeof privacy.erase>, actor: Actor): Promise<Moved> {
  const standing = await personOf(actor.openid, actor.now, true)
  const person = standing?.leaving ? standing : await alone(actor, () => go(together, actor))
  actor.changed = true
  await forget(person)
  return { id: actor.id, state: '', rev: '', at: actor.now }
}

/** Marks him, after a last look at what he would leave behind. */
async function go(together: readonly string[], actor: Actor): Promise<Person> {
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

/** From a desk one goes at a time, so that the last two cannot both. */
async function alone(actor: Actor, act: () => Promise<Person>): Promise<Person> {
  const taken: [string, number][] = []
  try {
    for (const communityId of scopeOf(actor.me, 'dispatcher', actor.now)) {
      const lease = `desk.${communityId}`
      const until = await takeLease(lease, actor.now, minuteMs)
      if (until === undefined) throw new Failure('STALE')
      taken.push([lease, until])
    }
    return await act()
  } finally {
    for (const [lease, until] of taken) await endLease(lease, until)
  }
}
