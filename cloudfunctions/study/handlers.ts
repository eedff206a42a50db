import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { deskRole, rolesIn, scopeOf } from '@domain/role'
import { seen } from '@domain/sight'
import { study, tallyFloor } from '@domain/study'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { posts, progress } from './posts'
import { publishDue } from './ticks'

/** 写一课: a draft for one of the community's groups. */
export async function write(input: InputOf<typeof study.write>, actor: Actor) {
  const community = await communities.get(input.communityId)
  const group = community?.groups.find(candidate => candidate.id === input.groupId)
  if (!group) throw new Failure('NOT_FOUND')
  return posts.add(study.write, actor, {
    ...input,
    groupName: group.name,
    cardCount: input.cards.length,
    author: actor.name,
    authorId: actor.id,
    dueAt: never,
  })
}

/** 现在发. */
export function send({ id }: InputOf<typeof study.send>, actor: Actor): Promise<Moved> {
  return posts.move(study.send, id, actor, { patch: { publishedAt: actor.now, dueAt: never } })
}

/** 定时发: the clock publishes it then, once. */
export function schedule({ id, at }: InputOf<typeof study.schedule>, actor: Actor): Promise<Moved> {
  if (at <= actor.now) throw new Failure('PAST_SLOT')
  return posts.move(study.schedule, id, actor, { patch: { publishAt: at, dueAt: at } })
}

/** What the clock publishes, one by one: only what is due now, so that a lesson just moved to tomorrow stays. */
export function publish({ id }: InputOf<typeof study.publish>, actor: Actor): Promise<Moved> {
  return publishDue(id, actor)
}

/** 撤下. */
export function withdraw({ id }: InputOf<typeof study.withdraw>, actor: Actor): Promise<Moved> {
  return posts.move(study.withdraw, id, actor, { patch: { dueAt: never } })
}

/** 发到群里了: it is no longer waiting to be forwarded. */
export function shared({ id }: InputOf<typeof study.shared>, actor: Actor): Promise<Moved> {
  return posts.change(study.shared, id, actor, { where: { state: 'published' }, patch: { sharedAt: actor.now } })
}

/** Keeps one's place, the same on every phone. */
export async function keep({ id, card, finished }: InputOf<typeof study.keep>, actor: Actor) {
  const own = `${id}_${actor.id}`
  const patch = { card, ...(finished && { finishedAt: actor.now }) }
  try {
    await progress.change(study.keep, own, actor, { patch })
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'NOT_FOUND') throw error
    const post = await posts.get(id)
    if (post?.state !== 'published') throw new Failure('NOT_FOUND')
    const record = {
      communityId: post.communityId,
      postId: id,
      personId: actor.id,
      card,
      finishedAt: finished ? actor.now : 0,
    }
    const kept = await progress.add(study.keep, actor, record, { id: own })
    if (kept.rev !== actor.key) await progress.change(study.keep, own, actor, { patch })
  }
  return { postId: id, card, ...(finished && { finishedAt: actor.now }) }
}

/** 指尖课堂 of a community, newest first. */
export function feed({ communityId, after }: InputOf<typeof study.feed>) {
  return posts.page(
    { communityId, state: 'published' },
    { by: 'publishedAt', after, omit: ['cards', 'timeline', 'outbox'] },
  )
}

/** Everything the desk has written, last touched first. */
export function desk({ communityId, after }: InputOf<typeof study.desk>) {
  return posts.page({ communityId }, { by: 'touchedAt', after, omit: ['cards', 'timeline', 'outbox'] })
}

/** One lesson and my own place in it. */
export async function read({ id }: InputOf<typeof study.read>, actor: Actor) {
  const [[post], [mine]] = await together(posts.one(id), progress.one(`${id}_${actor.id}`))
  if (!post) throw new Failure('NOT_FOUND')
  const place = mine && { postId: id, card: mine.card, ...(mine.finishedAt > 0 && { finishedAt: mine.finishedAt }) }
  const roles = rolesIn(actor.me, post.communityId, actor.now)
  const visible = seen('post', { ...post, id: post._id }, [], roles, actor.now, actor.id)
  if (!visible) throw new Failure('NOT_FOUND')
  return { post: visible, ...(place && { mine: place }) }
}

/** How many opened and finished it, from five up: never a name, never a minute. */
export async function tally({ id }: InputOf<typeof study.tally>, actor: Actor) {
  const communityId = _.in(scopeOf(actor.me, deskRole, actor.now))
  const places = await progress.find({ postId: id, communityId }, { limit: 1000, only: ['finishedAt'] })
  const opened = places.length
  const finished = places.filter(place => place.finishedAt > 0).length
  return { ...(opened >= tallyFloor && { opened }), ...(finished >= tallyFloor && { finished }) }
}

/** The community's groups a lesson can be for. */
export async function groups({ communityId }: InputOf<typeof study.groups>) {
  const community = await communities.get(communityId)
  if (!community) throw new Failure('NOT_FOUND')
  return { rows: community.groups }
}
