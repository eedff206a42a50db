import { beijing } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { hash } from '../kernel/hash'
import { dueErrands, runErrands } from '../errand/ticks'
import { endLease, takeLease } from '../kernel/lease'
import { duePosts, publishPosts } from '../study/ticks'

/** A run stops taking new work after this; the platform kills it at 60 s. */
const deadlineMs = 40_000

/** By night the timer counts only every fifth minute: one trigger has one schedule, and an idle ring is billed (README.md). */
function sleeps(now: number): boolean {
  const hour = beijing(now).hour()
  return (hour < 7 || hour >= 22) && beijing(now).minute() % 5 !== 0
}

/** What falls due is done in batches until nothing is due or the time is up; two queries when nothing is due. */
export async function tick(_input: object, actor: Actor) {
  const done = { leased: false, published: 0, risen: 0, confirmed: 0, told: 0 }
  if (sleeps(actor.now)) return done
  const began = Date.now()
  let lease: number | undefined
  const clockActor = (record: { _id: string; rev: string }): Actor => ({
    ...actor,
    key: `clock.${hash(`${record._id} ${record.rev}`)}`,
  })
  while (Date.now() - began < deadlineMs) {
    const [errands, posts] = await Promise.all([dueErrands(actor.now), duePosts(actor.now)])
    if (errands.length + posts.length === 0) break
    lease ??= await takeLease('clock', actor.now, deadlineMs + 10_000)
    if (lease === undefined) break
    done.published += await publishPosts(posts, clockActor)
    const { risen, confirmed, told } = await runErrands(errands, clockActor)
    done.risen += risen
    done.confirmed += confirmed
    done.told += told
  }
  if (lease !== undefined) await endLease('clock', lease)
  return { ...done, leased: lease !== undefined }
}
