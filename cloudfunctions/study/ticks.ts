import { study } from '@domain/study'
import type { Moved } from '@domain/operation'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { dueBy, type Run } from '../kernel/run'
import { posts } from './posts'

type Due = Awaited<ReturnType<typeof posts.find>>[number]

/** The scheduled posts whose half hour has come. */
export function duePosts(now: number, run: Run): Promise<Due[]> {
  return posts.find(dueBy(now, run), { order: { dueAt: 'asc' }, limit: 50, omit: ['cards', 'timeline'] })
}

/** Publishes one lesson if it is due now: the state and the hour are part of the decision, so a second run finds nothing to do. */
export function publishDue(id: string, actor: Actor): Promise<Moved> {
  return posts.move(study.publish, id, actor, {
    where: { dueAt: _.lte(actor.now) },
    patch: { publishedAt: actor.now, dueAt: never },
  })
}

/** Publishes what is due; one that cannot be published is set aside and holds up no other. */
export async function publishPosts(due: Due[], run: Run): Promise<number> {
  let published = 0
  for (const post of due) {
    if (run.isOver()) break
    const actor = run.actorFor(post)
    try {
      await publishDue(post._id, actor)
      published += 1
    } catch (error) {
      if (!(await posts.setAside(post, error, actor.now))) run.stuck.add(post._id)
    }
  }
  return published
}
