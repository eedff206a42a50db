import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { roster, type OwnWords } from '@domain/roster'
import { fieldOrder, isSensitive, sourceWords, standing, type FieldName } from '@domain/roster/claim'
import { keeping } from '@domain/roster/keeping'
import { merged, type Source } from '@domain/roster/merging'
import { maskedPhone } from '@domain/person'
import type { MyLine } from '@domain/roster/worker'
import { riderRole, scopeOf } from '@domain/role'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { communityOf } from '../kernel/communities'
import { personOf } from '../kernel/people'
import { phoneNumberOf } from '../kernel/phone-number'
import { copiesOf, workers, type WorkerDocument } from './stored'
import { enterFirms } from './firm'
import { readOf } from './one'

/**
 * 有人把您登记为…: the lines under the number he came with, or under that by which the community confirmed him. A number somebody merely types
 * shows nothing: it might be another's.
 */
export async function mine({ communityId }: InputOf<typeof roster.mine>, actor: Actor) {
  const phone = await confirmedPhone(communityId, actor)
  const [claimed, same = []] = await together(
    workers.asked({ personId: actor.id }, { limit: 20 }),
    ...(phone ? [workers.asked({ communityId, phone }, { limit: 5 })] : []),
  )
  const own = [...claimed.filter(one => one.communityId === communityId), ...same.filter(one => isFree(one, actor))]
  return linesOf(communityId, own, actor)
}

const isFree = ({ personId }: WorkerDocument, actor: Actor): boolean => personId === undefined || personId === actor.id

/** The number he gave when he applied, once the community has seen him. */
async function confirmedPhone(communityId: string, actor: Actor): Promise<string | undefined> {
  if (!scopeOf(actor.me, riderRole, actor.now).includes(communityId)) return undefined
  return (await personOf(actor.openid, actor.now))?.phone
}

/** The same by the number that WeChat knows: these lines are his from now on, whoever had the number before. */
export async function meet({ communityId, code }: InputOf<typeof roster.meet>, actor: Actor) {
  const repeated = await workers.find({ personId: actor.id }, { limit: 20 })
  const done = repeated.filter(one => one.keys?.some(({ key }) => key === actor.key))
  if (done.length > 0) return linesOf(communityId, done, actor)
  const phone = await phoneNumberOf(code)
  const same = await workers.find({ communityId, phone }, { limit: 5 })
  for (const { _id } of same)
    await workers.change(roster.meet, _id, actor, { where: { communityId, phone }, patch: { personId: actor.id } })
  return linesOf(communityId, same, actor)
}

async function linesOf(communityId: string, own: readonly WorkerDocument[], { now }: Actor) {
  const distinct = new Map(own.map(one => [one._id, one]))
  const community = distinct.size > 0 ? await communityOf(communityId, now) : undefined
  return { rows: [...distinct.values()].map(one => myLine(one, community?.name ?? '')) }
}

/** What stands of him, and who entered it; whether he is of the Party is between him and the desk, and not asked here. */
function myLine({ _id: id, rev, communityId, state = '', claims }: WorkerDocument, community: string): MyLine {
  const fields = fieldOrder.flatMap(field => {
    const stands = standing(claims[field])
    if (!stands || isSensitive(field)) return []
    const { at, value } = stands
    return [{ field, value: field === 'phone' ? maskedPhone(value) : value, from: sourceWords(stands), at }]
  })
  return { id, rev, communityId, community, state, fields }
}

/** 对 · 不对，改一改 · 不是我: kept with its time as what 本人 says, which stands before what others say. */
export async function answer(
  { communityId, id, what, own }: InputOf<typeof roster.answer>,
  actor: Actor,
): Promise<Moved> {
  const worker = await workers.get(id)
  if (!worker || worker.communityId !== communityId) throw new Failure('NOT_FOUND')
  const phone = await confirmedPhone(communityId, actor)
  const isHis = worker.personId === actor.id || (isFree(worker, actor) && phone !== undefined && worker.phone === phone)
  if (!isHis) throw new Failure('FORBIDDEN')
  const where = { communityId, personId: _.in([null, actor.id]) }
  const stamp = { personId: actor.id, answeredAt: actor.now }
  if (what === 'notMe') return workers.move(keeping.deny, id, actor, { where, patch: stamp })
  const claims = merged(worker.claims, said(worker, own), { body: 'self', at: actor.now } satisfies Source)
  const patch = { ...stamp, claims, here: true, leftAt: never, ...copiesOf(communityId, claims) }
  const done = await workers.move(keeping.agree, id, actor, {
    where: { ...where, rev: _.in([worker.rev, actor.key]) },
    patch,
  })
  if (patch.firm) await enterFirms(communityId, [patch.firm], actor)
  return done
}

/** By his yes he says himself what stands; what he changed he says otherwise. */
function said(worker: WorkerDocument, own: OwnWords = {}): Partial<Record<FieldName, string>> {
  const stands = fieldOrder.flatMap(field => {
    const value = standing(worker.claims[field])?.value
    return value === undefined || isSensitive(field) ? [] : [[field, value] as const]
  })
  const changed = Object.entries(own).flatMap(([field, value]) => {
    const known = fieldOrder.find(one => one === field)
    return known ? readOf(known, value) : []
  })
  return { ...Object.fromEntries(stands), ...Object.fromEntries(changed) }
}
