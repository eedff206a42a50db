import type { errand as table } from '@domain/errand'
import { newConsents } from '@domain/consent'
import { errand } from '@domain/errand'
import { askNeeds, refusalOf } from '@domain/errand/ask'
import { errandsOf, type Asked } from '@domain/errand/legs'
import { Failure } from '@domain/failure'
import { toDesk } from '@domain/notice'
import type { InputOf } from '@domain/operation'
import { isFamily } from '@domain/relation'
import { dayOf } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { createdId } from '../kernel/hash'
import { households } from '../kernel/households'
import { isLeaving } from '../kernel/leaving-home'
import { agreeing, writePerson } from '../kernel/people'
import { askedSubstitutes } from '../kernel/substitutes'
import { newErrand } from './asked'
import { errands } from './errands'

/** 点单: by a relative for a household of his, or by the desk for a caller. */
export async function request(ask: InputOf<typeof table.request>, actor: Actor) {
  const id = createdId(actor.id, actor.key)
  const refusal = refusalOf(ask, actor.now)
  // A tap tried again may come after its slot; only then is what it wrote read.
  if (refusal) return errands.repeatedOr(new Failure(refusal), id, actor)
  const legs = errandsOf(ask, id)
  const days = legs.map(leg => dayOf(leg.ask.when.from))
  const [[household], standIns] = await together(
    households.one(ask.householdId),
    askedSubstitutes(ask.householdId, days),
  )
  const known = actor.me.households.find(({ id: kinId }) => kinId === ask.householdId)
  const kin = household && isFamily(actor.me, { ...household }, actor.now) ? known : undefined
  const byDesk = ask.byPhone === true && household !== undefined && actor.isDesk(household)
  if (!household || household.communityId !== ask.communityId || (!kin && !byDesk)) throw new Failure('FORBIDDEN')
  if (isLeaving(household, actor.now)) throw new Failure('STALE')

  // Before the errand: what was ticked is written down even where the errand itself is lost on the way.
  const consents = byDesk ? [] : newConsents(actor.me, askNeeds(ask.kind), ask.agreed, actor.now)
  if (consents.length > 0) await writePerson(actor, { changes: agreeing(consents) })

  const asker = {
    byPhone: ask.byPhone === true,
    askedBy: actor.name,
    askedById: actor.id,
    ...(kin && !byDesk && { calls: kin.calls }),
  }
  const write = async ({ id: errandId, tripId, ask: leg }: Asked, by: Actor) => {
    const record = {
      ...(await newErrand(errandId, leg, household, asker, actor.now, standIns)),
      ...(tripId && { tripId }),
    }
    return errands.add(errand.request, by, record, { id: errandId, tell: [{ to: toDesk, say: 'requested' }] })
  }
  const [first, ...others] = legs
  const made = await write(first, actor)
  // A tap tried again makes what the first did not come to: each leg has an id and a key of its own, made of the tap's.
  for (const other of others) await write(other, { ...actor, key: `${actor.key}.${other.id}` })
  return made
}
