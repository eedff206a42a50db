import { Failure } from '@domain/failure'
import type { InputOf } from '@domain/operation'
import { roster } from '@domain/roster'
import { keeping } from '@domain/roster/keeping'
import type { Actor } from '../../kernel/actor'
import { removeFiles } from '../../kernel/cloud'
import { hash } from '../../kernel/hash'
import { now } from '../../kernel/now'
import { refused } from '../sheet/read'
import { listRecords, parts, type ListDocument } from '../stored'
import { takeIn } from './take-in'
import { doneRows, liveList, openConflicts } from './open'

/** A call stops taking new work after this: the phone waits for 12 s. */
const deadlineMs = 7000

/**
 * 确认导入: every row goes into the roster, a hundred at a time, as far as one call goes; the next goes on. Every write is made by the row
 * alone, so that a function that dies half-way, or two desks at once, take each row in once.
 * @throws STILL_OPEN while a conflict is not decided
 */
export async function confirm({ communityId, id }: InputOf<typeof roster.confirm>, actor: Actor) {
  const list = await liveList(communityId, id, actor)
  const { counts } = list
  if (!counts) throw new Failure('WRONG_STATE')
  const of = counts.new + counts.more + counts.same + counts.conflict
  const open = list.state === roster.confirm.moves.to ? 0 : await openConflicts(list)
  if (open > 0) throw new Failure('STILL_OPEN', { left: open })
  await listRecords.move(roster.confirm, id, actor, { where: { communityId, turn: list.turn } })
  const isDone = await work(list, actor)
  const done = await doneRows(id, list.turn)
  if (!isDone) return { state: 'applying', done, of }
  // What was compared is kept for a month only.
  if (done < of) throw refused('这份表放得太久，没导的已经清掉，请重新选一次')
  await removeFiles([list.fileId])
  await listRecords
    .move(keeping.finish, id, { ...actor, key: `done.${hash(id)}` }, { where: { communityId }, patch: { sheets: [] } })
    .catch(async error => {
      // Another call has ended it at the same moment.
      if ((await listRecords.get(id))?.state !== 'applied') throw error
    })
  return { state: 'applied', done, of }
}

/** Takes part after part in until the time is up. True when none is left. */
async function work(list: ListDocument, actor: Actor): Promise<boolean> {
  const { _id: listId, turn } = list
  for (;;) {
    const waiting = await parts.find({ listId, turn, doneAt: 0 }, { limit: 5 })
    if (waiting.length === 0) return true
    for (const part of waiting) {
      if (now() - actor.now >= deadlineMs) return false
      await takeIn(list, part, actor)
      await parts.book(part._id, undefined, { doneAt: now() })
    }
  }
}
