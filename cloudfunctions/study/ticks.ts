import { study } from '@domain/study'
import type { Moved } from '@domain/operation'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { posts } from './posts'

type Due = Awaited<ReturnType<typeof posts.find>>[number]

/** The scheduled posts whose half hour has come. */
export function duePosts(now: number): Promise<Due[]> {
  return posts.find({ dueAt: _.lte(now) }, { order: { dueAt: 'asc' }, limit: 50, omit: ['cards', 'timeline'] })
}

/** Publishes one lesson if it is due now: the state and the hour are part of the decision, so a second run finds nothing to do. */
export function publishDue(id: string, actor: Actor): Promise<Moved> {
  return posts.move(study.publish, id, actor, {
    where: { dueAt: _.lte(actor.now) },
    patch: { publishedAt: actor.now, dueAt: never },
  })
}

/** Publishes what is due; one that cannot be published is set aside and holds up no other. */
export async function publishPosts(due: Due[], clockActor: (record: Due) => Actor): Promise<number> {
  let published = 0
  for (const post of due) {
    const actor = clockActor(post)
    try {
      await publishDue(post._id, actor)
      published += 1
    } catch (error) {
      await posts.setAside(post, error, actor.now)
    }
  }
  return published
}
