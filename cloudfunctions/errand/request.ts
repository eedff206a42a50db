import type { errand as table } from '@domain/errand'
import { newConsents } from '@domain/consent'
import { errand } from '@domain/errand'
import { askNeeds, mustBeNamed, refusalOf } from '@domain/errand/ask'
import { whatOf } from '@domain/errand/kind'
import { errandsOf, type Asked } from '@domain/errand/legs'
import { Failure } from '@domain/failure'
import { deskInbox, householdInbox, toDesk } from '@domain/notice'
import { knockWords } from '@domain/household/words'
import type { InputOf } from '@domain/operation'
import { isFamily } from '@domain/relation'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { createdId } from '../kernel/hash'
import { households } from '../kernel/households'
import { agreeing, writePerson } from '../kernel/people'
import { errands } from './errands'

/** 点单: what is asked, and of the household just what a rider must know before he says yes. */
export async function request(ask: InputOf<typeof table.request>, actor: Actor) {
  const id = createdId(actor.id, actor.key)
  const refusal = refusalOf(ask, actor.now)
  // A tap tried again may come after its slot; only then is what it wrote read.
  if (refusal) return errands.repeatedOr(new Failure(refusal), id, actor)
  const household = await households.get(ask.householdId)
  const known = actor.me.households.find(({ id: kinId }) => kinId === ask.householdId)
  const kin = household && isFamily(actor.me, { ...household }, actor.now) ? known : undefined
  const byDesk = actor.isDesk(ask.communityId) && ask.byPhone === true
  if (!household || household.communityId !== ask.communityId || (!kin && !byDesk)) throw new Failure('FORBIDDEN')

  // Before the errand: what was ticked is written down even where the errand itself is lost on the way.
  const consents = byDesk ? [] : newConsents(actor.me, askNeeds(ask.kind), ask.agreed, actor.now)
  if (consents.length > 0) await writePerson(actor, { changes: agreeing(consents) })

  const { byPhone } = ask
  const knock = knockWords(household.knocks)
  const shared = {
    compoundId: household.compoundId,
    compound: household.compound,
    building: household.building,
    stairs: household.stairs,
    elder: household.elder,
    ...(kin && !byDesk && { calls: kin.calls }),
    ...(household.held && { held: household.held }),
    ...(knock && { knock }),
    ...(household.unbound && { unbound: household.unbound }),
    ...(household.regularRiderId && { regularRiderId: household.regularRiderId }),
    newcomer: household.verifiedAt === undefined,
    namedOnly: mustBeNamed(ask.kind, household.alone),
    toCall: !household.hasApp,
    byPhone: byPhone === true,
    askedBy: actor.name,
    askedById: actor.id,
    requestedAt: actor.now,
    waitingSince: actor.now,
    closedAt: never,
    dueAt: actor.now,
    openTo: [],
    digitsTries: 0,
    callsOpen: 0,
    inboxOf: [householdInbox(ask.householdId), deskInbox(ask.communityId)],
    outbox: {},
  }
  const write = ({ id: errandId, tripId, ask: leg }: Asked, by: Actor) => {
    const { byPhone: _byPhone, health: _health, agreed: _agreed, ...asked } = leg
    const record = { ...asked, ...shared, what: whatOf(leg), slot: errandId, ...(tripId && { tripId }) }
    return errands.add(errand.request, by, record, { id: errandId, tell: [{ to: toDesk, say: 'requested' }] })
  }
  const [first, ...others] = errandsOf(ask, id)
  const made = await write(first, actor)
  // A tap tried again makes what the first did not come to: each leg has an id and a key of its own, made of the tap's.
  for (const other of others) await write(other, { ...actor, key: `${actor.key}.${other.id}` })
  return made
}
