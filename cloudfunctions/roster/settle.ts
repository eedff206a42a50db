import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { roster } from '@domain/roster'
import { keeping } from '@domain/roster/keeping'
import { against } from '@domain/roster/merging'
import { agreed, choicesFor, type Choice } from '@domain/roster/reconciling'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { hash } from '../kernel/hash'
import { openOf, reconciliationIn } from './reconcile'
import { copiesOf, differenceRecords, reconciliationRecords, workers, type DifferenceRecord } from './stored'

type Document = NonNullable<Awaited<ReturnType<typeof differenceRecords.get>>>

/** 定一处: who decides first has decided; then it goes into the roster, again if that was cut off. */
export async function settle(input: InputOf<typeof roster.settle>, actor: Actor): Promise<Moved> {
  const { communityId, id, choice } = input
  const difference = await differenceRecords.get(id)
  if (!difference || difference.communityId !== communityId) throw new Failure('NOT_FOUND')
  if (!choicesFor(difference.gap).includes(choice)) throw new Failure('BAD_INPUT', { field: 'choice' })
  const done = await differenceRecords.move(roster.settle, id, actor, {
    where: { communityId },
    patch: { choice, by: actor.name, at: actor.now },
  })
  await apply({ ...difference, choice }, actor)
  return done
}

/** Into the roster, by a key of the difference's own. */
async function apply(difference: Document & { choice: Choice }, actor: Actor): Promise<void> {
  const { _id, communityId, workerId } = difference
  const by = { ...actor, key: `settle.${hash(_id)}`, sum: 'settle' }
  for (let turn = 0; turn < 5; turn += 1) {
    const worker = await workers.get(workerId)
    if (!worker || worker.communityId !== communityId) break
    const write = { rev: worker.rev, where: { communityId }, patch: patchOf(worker, difference) }
    try {
      if (difference.choice === 'gone')
        await workers.move(roster.leave, workerId, by, {
          where: { communityId },
          patch: { here: false, leftAt: actor.now },
        })
      else await workers.change(keeping.add, workerId, by, write)
      break
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'STALE') {
        if ((await workers.get(workerId))?.here === false) break
        throw error
      }
    }
  }
  await differenceRecords.book(_id, undefined, { appliedAt: actor.now })
}

type Worker = NonNullable<Awaited<ReturnType<typeof workers.get>>>

function patchOf(worker: Worker, difference: DifferenceRecord & { communityId: string }) {
  const { communityId, field, left, right, choice, has, lacks } = difference
  if (field === undefined) return { known: [...new Set([...worker.known, agreed(has, lacks)])] }
  const value = choice === 'left' ? left : right
  const claims = { ...worker.claims, [field]: against(worker.claims[field] ?? [], value ?? '') }
  return { claims, ...copiesOf(communityId, claims) }
}

/** 签字: only when nothing is open; whatever was decided is in the roster by then. */
export async function sign({ communityId, id }: InputOf<typeof roster.sign>, actor: Actor): Promise<Moved> {
  await reconciliationIn(communityId, id)
  const open = await openOf(id)
  if (open > 0) throw new Failure('STILL_OPEN', { left: open })
  const cutOff = await differenceRecords.find({ reconciliationId: id, state: 'settled', appliedAt: 0 }, { limit: 200 })
  for (const one of cutOff) if (one.choice) await apply({ ...one, choice: one.choice }, actor)
  return reconciliationRecords.move(roster.sign, id, actor, {
    where: { communityId },
    patch: { signedBy: actor.name, signedAt: actor.now },
  })
}
