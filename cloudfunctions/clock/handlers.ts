import { beijing, minuteMs, never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { hash } from '../kernel/hash'
import { dueErrands, releaseAll, requestAgain, runErrands } from '../errand/ticks'
import { endLease, takeLease } from '../kernel/lease'
import { newMemory } from '../kernel/memory'
import { now } from '../kernel/now'
import { over, removeOver } from '../kernel/retention'
import type { Run } from '../kernel/run'
import { finish, leavers } from '../privacy/ticks'
import { dueRecurrings, runRecurrings } from '../recurring/ticks'
import { duePosts, publishPosts } from '../study/ticks'

/** A run stops taking new work after this; the platform kills it at 60 s. */
const deadlineMs = 40_000

/** By night the timer counts only every fifth minute: one trigger has one schedule, and an idle ring is billed (README.md). */
const sleeps = (at: number): boolean => isNight(at) && beijing(at).minute() % 5 !== 0

function isNight(at: number): boolean {
  const hour = beijing(at).hour()
  return hour < 7 || hour >= 22
}

/** The minute of the night in which is removed what is over; what is left then waits for the next night. */
const sweeps = (at: number): boolean => beijing(at).hour() === 3 && beijing(at).minute() === 0

/** Every fifth minute is asked whether somebody has left. */
const looksForLeavers = (at: number): boolean => beijing(at).minute() % 5 === 0

/**
 * Rules ask for the next day in the afternoon before, lessons come out on the half hour: neither waits for just this minute. In one of five,
 * by night in one of fifteen, the clock looks for rules instead of lessons, so that an idle ring stays at two queries.
 */
const isForRules = (at: number): boolean =>
  isNight(at) ? beijing(at).minute() % 15 === 10 : beijing(at).minute() % 5 === 2

/** When this instance last rang: after a gap (the timer stood still, or a stage moved its clock) everything is looked for at once. */
const rang = newMemory<number>()
const gapMs = 5 * minuteMs

function ring(at: number): { rules: boolean; lessons: boolean } {
  const isAfterGap = at - (rang.get('at', at) ?? at) > gapMs
  rang.put('at', at, never)
  return { rules: isAfterGap || isForRules(at), lessons: isAfterGap || !isForRules(at) }
}

/** What falls due is done in batches until nothing is due or the time is up; two queries when nothing is due. */
export async function tick(_input: object, actor: Actor) {
  const done = { leased: false, published: 0, asked: 0, risen: 0, confirmed: 0, told: 0, removed: 0, left: 0 }
  const looksFor = ring(actor.now)
  if (sleeps(actor.now)) return done
  const run: Run = {
    actorFor: ({ _id, rev }) => ({ ...actor, key: `clock.${hash(`${_id} ${rev}`)}` }),
    isOver: () => now() - actor.now >= deadlineMs,
    stuck: new Set(),
  }
  let lease: number | undefined
  try {
    while (!run.isOver()) {
      const [errands, posts, rules] = await Promise.all([
        dueErrands(actor.now, run),
        looksFor.lessons ? duePosts(actor.now, run) : [],
        looksFor.rules ? dueRecurrings(actor.now, run) : [],
      ])
      if (errands.length + posts.length + rules.length === 0) break
      lease ??= await takeLease('clock', actor.now, deadlineMs + 10_000)
      if (lease === undefined) break
      done.asked += await runRecurrings(rules, run, requestAgain)
      done.published += await publishPosts(posts, run)
      const { risen, confirmed, told } = await runErrands(errands, actor.now, run)
      done.risen += risen
      done.confirmed += confirmed
      done.told += told
    }
    const gone = looksForLeavers(actor.now) && !run.isOver() ? await leavers(actor.now) : []
    if (gone.length > 0) lease ??= await takeLease('clock', actor.now, deadlineMs + 10_000)
    if (lease !== undefined) done.left = await endLeavers(gone, run)
    const old = sweeps(actor.now) && !run.isOver() ? await over(actor.now) : []
    if (old.length > 0) lease ??= await takeLease('clock', actor.now, deadlineMs + 10_000)
    if (lease !== undefined) done.removed = await removeOver(old, actor.now, run.isOver)
  } finally {
    // Also after a failure: the platform tries a failed run again, and it should find the door open.
    if (lease !== undefined) await endLease('clock', lease)
  }
  return { ...done, leased: lease !== undefined }
}

/** Who has left: what he still had goes back to the desk, then he goes himself. One that fails holds up no other. */
async function endLeavers(gone: Awaited<ReturnType<typeof leavers>>, run: Run): Promise<number> {
  let ended = 0
  for (const person of gone) {
    if (run.isOver()) break
    try {
      await releaseAll(person._id, run)
      if (await finish(person)) ended += 1
    } catch (error) {
      console.error(JSON.stringify({ leaving: 'failed' }), error)
    }
  }
  return ended
}
