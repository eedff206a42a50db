import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { roster } from '@domain/roster'
import { fieldOrder, standing, type Claim, type FieldName } from '@domain/roster/claim'
import { merged } from '@domain/roster/merging'
import { maskedPhone } from '@domain/person'
import { readField } from '@domain/roster/reading'
import type { Worker } from '@domain/roster/worker'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { enterFirms } from './firm'
import { lineOf } from './list'
import { copiesOf, lookRecords, workers, type WorkerDocument } from './stored'

export async function workerIn(communityId: string, id: string): Promise<WorkerDocument> {
  const found = await workers.get(id)
  if (!found || found.communityId !== communityId) throw new Failure('NOT_FOUND')
  return found
}

/** 一人一档: what stands, and who said what when. */
export async function one({ communityId, id }: InputOf<typeof roster.one>): Promise<Worker> {
  const [worker, looks] = await Promise.all([
    workerIn(communityId, id),
    lookRecords.find({ workerId: id }, { order: { at: 'desc' }, limit: 20 }),
  ])
  const fields = fieldOrder.flatMap(field => {
    const claims = worker.claims[field] ?? []
    const stands = standing(claims)
    if (!stands) return []
    return [{ field, value: hide(field, stands).value, claims: [...claims].reverse().map(claim => hide(field, claim)) }]
  })
  const { rev, answeredAt } = worker
  const seen = looks.map(({ who, what, at }) => ({ who, what, at }))
  return { ...lineOf(worker), rev, fields, looks: seen, ...(answeredAt !== undefined && { answeredAt }) }
}

const hide = (field: FieldName, claim: Claim): Claim =>
  field === 'phone' ? { ...claim, value: maskedPhone(claim.value) } : claim

/** 看号码: who looked is written down before the number is given. */
export async function reveal({ communityId, id }: InputOf<typeof roster.reveal>, actor: Actor) {
  const worker = await workerIn(communityId, id)
  const look = { communityId, workerId: id, what: 'phone' as const, who: actor.name, at: actor.now }
  await lookRecords.add(roster.reveal, actor, look)
  return { numbers: [...new Set((worker.claims.phone ?? []).map(({ value }) => value))].reverse() }
}

/** The desk's own word, as 社区; what the person said of himself stands before it. */
export async function correct(
  { communityId, id, rev, values }: InputOf<typeof roster.correct>,
  actor: Actor,
): Promise<Moved> {
  const worker = await workerIn(communityId, id)
  const read = Object.fromEntries(fieldOrder.flatMap(field => readOf(field, values[field])))
  const claims = merged(worker.claims, read, { body: 'community', by: actor.name, at: actor.now })
  const patch = { claims, ...copiesOf(communityId, claims) }
  const done = await workers.change(roster.correct, id, actor, { rev, where: { communityId }, patch })
  if (patch.firm) await enterFirms(communityId, [patch.firm], actor)
  return done
}

export function readOf(field: FieldName, said: string | undefined): [FieldName, string][] {
  if (said === undefined) return []
  const read = readField(field, said)
  if ('why' in read) throw new Failure('BAD_INPUT', { field, why: read.why })
  return read.value ? [[field, read.value]] : []
}

/** 已离开: no longer counted; everything of him stays. */
export const leave = ({ communityId, id }: InputOf<typeof roster.leave>, actor: Actor): Promise<Moved> =>
  workers.move(roster.leave, id, actor, { where: { communityId }, patch: { here: false, leftAt: actor.now } })

export const comeBack = ({ communityId, id }: InputOf<typeof roster.comeBack>, actor: Actor): Promise<Moved> =>
  workers.move(roster.comeBack, id, actor, { where: { communityId }, patch: { here: true, leftAt: never } })
