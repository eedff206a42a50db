import { care } from '@domain/care'
import type { errand as table } from '@domain/errand'
import { trueTime } from '@domain/errand/happened'
import { isPhotoOf } from '@domain/errand/photo'
import { Failure } from '@domain/failure'
import { toDesk } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import { besideOf, riderRole } from '@domain/role'
import { dayMs, never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { createdId } from '../kernel/hash'
import { keptOf } from '../kernel/write'
import { cares, errands } from './stores'
import { tellOf } from './telling'

type ErrandDocument = NonNullable<Awaited<ReturnType<typeof errands.get>>>

/** 老人不太好, 出了点事, 下次上门要知道的: it goes to the desk, which is told that there is something, and not what. */
export async function report(input: InputOf<typeof care.report>, actor: Actor): Promise<Moved> {
  const { errandId, kind, words, photo } = input
  const id = createdId(actor.id, actor.key)
  const errand = await errands.get(errandId)
  if (!errand || !mayTell(errand, actor)) return receipt(await cares.repeatedOr(new Failure('FORBIDDEN'), id, actor))
  if (kind !== 'unwell' && !words) throw new Failure('BAD_INPUT', { field: 'words', why: '请写一写是什么事' })
  if (photo && !isPhotoOf(photo, errandId)) throw new Failure('OTHERS_PHOTO')
  const happenedAt = trueTime(input.happenedAt, actor.now)
  const { householdId = '', communityId, compoundId, elder } = errand
  const told = await cares.add(
    care.report,
    actor,
    {
      communityId,
      ...(compoundId !== undefined && { compoundId }),
      householdId,
      errandId,
      riderId: actor.id,
      kind,
      ...(elder !== undefined && { elder }),
      ...(words !== undefined && { words }),
      ...(photo !== undefined && { photo }),
      ...(happenedAt !== undefined && { happenedAt }),
      at: actor.now,
      endsAt: never,
    },
    { id },
  )
  await tellOf(errandId, { to: toDesk, say: kind === 'unwell' ? 'worried' : 'careSaid', who: actor.name }, actor)
  return receipt(told)
}

const receipt = ({ _id: id, state = '', rev, touchedAt: at }: Awaited<ReturnType<typeof cares.repeatedOr>>): Moved => ({
  id,
  state,
  rev,
  at,
})

/** What only whoever has it says of it: one who was given it by telephone, or as a backup, has never tapped 接单. */
const bringing: readonly string[] = ['accept', 'depart', 'deliver', 'fail', 'handBack'] satisfies (keyof typeof table)[]

/** Whoever has it, or had it within a day: what he saw at the door is not less true because it went to another. */
function mayTell(errand: ErrandDocument, { id, me, now, isIn }: Actor): boolean {
  const latest = keptOf(errand).filter(({ byId }) => byId === id)
  const carried = errand.riderId === id || latest.some(({ verb }) => bringing.includes(verb))
  const lastAt = Math.max(errand.acceptedAt ?? 0, ...latest.map(({ at }) => at))
  const isHere = isIn(errand.communityId) || besideOf(me, riderRole, now).includes(errand.communityId)
  return carried && isHere && now - lastAt <= dayMs
}
