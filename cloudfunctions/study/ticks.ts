import { study } from '@domain/study'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { Refused } from '../kernel/records'
import { posts } from './posts'

type Due = Awaited<ReturnType<typeof posts.find>>[number]

/** The scheduled posts whose half hour has come. */
export function duePosts(now: number): Promise<Due[]> {
  return posts.find({ dueAt: _.lte(now) }, { order: { dueAt: 'asc' }, limit: 50, omit: ['cards', 'timeline'] })
}

/** Publishes each exactly once: the state is part of the decision, so a second run finds nothing to do. */
export async function publishPosts(due: Due[], clockActor: (key: string) => Actor): Promise<number> {
  let published = 0
  for (const post of due) {
    const actor = clockActor(`clock:${post._id}`)
    try {
      await posts.move(study.publish, post._id, actor, { patch: { publishedAt: actor.now, dueAt: never } })
      published += 1
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      await posts.book(post._id, post.rev, { dueAt: never })
    }
  }
  return published
}
