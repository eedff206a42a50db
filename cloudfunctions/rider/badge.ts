import type { InputOf } from '@domain/operation'
import { Failure } from '@domain/failure'
import type { rider } from '@domain/rider'
import { badgePage, shownLastsMs, type Checked } from '@domain/rider/badge'
import { nobody, riderRole, scopeOf } from '@domain/role'
import type { Actor } from '../kernel/actor'
import { _, qrCode, temporaryUrl } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { shownFace } from '../kernel/face'
import { longCode } from '../kernel/hash'
import { writePerson } from '../kernel/people'
import { countTry } from '../kernel/tries'
import { riders, type Badge } from './riders'

/** 亮工牌: the code before is none any more. The printed one is made once; it ends when he is no rider. */
export async function badge({ printed }: InputOf<typeof rider.badge>, actor: Actor) {
  const before = (await riders.get(actor.id))?.badge
  const next: Badge = printed
    ? { ...before, printed: before?.printed ?? longCode() }
    : { ...before, shown: longCode(), until: actor.now + shownLastsMs }
  const codes = [next.printed, next.shown].filter(code => code !== undefined)
  await writePerson(actor, { changes: { badge: _.set({ ...next, codes }) } })
  // A tap that is sent again has written nothing: what stands is shown.
  const stands = (await riders.get(actor.id))?.badge
  const code = printed ? stands?.printed : stands?.shown
  if (!code) throw new Failure('NOT_FOUND')
  const png = (await qrCode(code, badgePage)).toString('base64')
  return { png, ...(!printed && stands?.until !== undefined && { until: stands.until }) }
}

/** 核对工牌: who it is, for whom a community answers at this moment; else that it answers for nobody, and no name. */
export async function check({ code }: InputOf<typeof rider.check>, actor: Actor): Promise<Checked> {
  const [person] = await riders.find({ 'badge.codes': code }, { limit: 1 })
  if (!person && (await countTry({ what: 'badge' }, actor)) === undefined) throw new Failure('ASK_DESK')
  const where = person && !person.leaving ? scopeOf({ ...nobody, ...person, id: person._id }, riderRole, actor.now) : []
  if (!person || where.length === 0) return { state: 'not' }
  const { name, trade, badge: his } = person
  const isPrinted = code === his?.printed
  if (!isPrinted && (his?.until ?? 0) <= actor.now) return { state: 'expired' }
  const known = await communities.find({ _id: _.in(where) }, { order: { name: 'asc' }, only: ['name'] })
  const face = shownFace(person)
  return {
    state: 'valid',
    name,
    printed: isPrinted,
    communities: known.map(community => community.name),
    ...(trade !== undefined && { trade }),
    ...(face !== undefined && { face: await temporaryUrl(face) }),
  }
}
