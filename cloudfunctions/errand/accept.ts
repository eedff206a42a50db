import { errand } from '@domain/errand'
import { Failure } from '@domain/failure'
import { toDesk, toFamily, toPerson } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { shownFace } from '../kernel/face'
import { Refused } from '../kernel/records'
import type { Telling } from '../kernel/write'
import { choice } from './choose'
import { nobodyHere, whyNotOffered } from './dispatch'
import { errands } from './errands'
import { callable, inHandOf, lacksAdvance, noAdvance, type Rider } from './in-hand'
import { isStopped, unstopped } from './storm'
import { takeInHand } from './take'

/** 接单: two riders at once, exactly one wins; the other is told who has it. */
export async function accept({ id, on }: InputOf<typeof errand.accept>, actor: Actor): Promise<Moved> {
  const rider = {
    id: actor.id,
    name: actor.name,
    trade: actor.me.trade,
    face: shownFace(actor.me),
    plate: actor.me.plate,
  }
  try {
    return await takeInHand(errand.accept, id, actor, rider, {
      on,
      where: { ...noAdvance(actor.me), ...unstopped(actor.now) },
      tell: [{ to: toFamily, say: 'accepted', who: actor.name }],
    })
  } catch (error) {
    if (error instanceof Refused && typeof error.record.riderName === 'string')
      throw new Failure('TAKEN', { who: error.record.riderName })
    if (error instanceof Refused && isStopped(error.record, actor.now)) throw new Failure('STOPPED')
    if (lacksAdvance(error, actor.me)) throw new Failure('NEEDS_ADVANCE')
    throw error
  }
}

/** 电话里答应了: the desk writes down a yes it heard, or goes itself; the rider is told and can say no. */
export async function agree(input: InputOf<typeof errand.agree>, actor: Actor): Promise<Moved> {
  const { id, communityId, by, from } = input
  // Nobody asked by name is passed over unheard, and nobody is told who was not asked.
  const nobodyElse = _.or([{ 'offer.to': _.neq('rider') }, { 'offer.riderId': by === 'self' ? '' : by.riderId }])
  const where = _.and([
    // 社区自己去 is the community's own risk; nobody else is sent out into the weather.
    { communityId, newcomer: _.neq(true), ...(by !== 'self' && unstopped(actor.now)) },
    from ? { 'offer.riderId': from } : nobodyElse,
  ])
  const before: Telling[] =
    from && (by === 'self' || by.riderId !== from) ? [{ to: toPerson(from), say: 'reassigned' }] : []
  if (by === 'self') {
    const self = { id: actor.id, name: actor.name }
    const tell: Telling[] = [...before, { to: toFamily, say: 'accepted', who: actor.name }]
    return callFirst(
      errands.move(errand.agree, id, actor, { where, patch: inHandOf(self, id, actor.now), tell }),
      actor.now,
    )
  }
  const rider = await callable(by.riderId, communityId, actor)
  if (!rider) return nobodyHere(errand.agree, id, actor)
  const tell: Telling[] = [
    ...before,
    { to: toFamily, say: 'accepted', who: rider.name },
    { to: toPerson(rider.id), say: 'agreedForYou', who: actor.name },
  ]
  const patch = choice(rider.id, { shown: input.shown, because: 'agreed' }, actor.now)
  const write = { where: _.and([where, noAdvance(rider)]), tell, patch }
  return callFirst(takeInHand(errand.agree, id, actor, rider, write), actor.now, rider)
}

/**
 * A household that nobody has telephoned is what stands in the way before anything else does; bad weather is nothing to the desk that goes itself.
 * @throws CALL_FIRST, STOPPED
 */
function callFirst(agreed: Promise<Moved>, now: number, rider?: Rider): Promise<Moved> {
  return agreed.catch(error => {
    const isAsked = error instanceof Refused && errand.agree.moves.from.some(state => state === error.record.state)
    throw isAsked && (rider || error.record.newcomer === true) ? whyNotOffered(error, false, rider, now) : error
  })
}

/** 这次不行: the named rider says no, with a reason and without a penalty. */
export function decline({ id, why }: InputOf<typeof errand.decline>, actor: Actor): Promise<Moved> {
  return errands.move(errand.decline, id, actor, {
    where: { 'offer.riderId': actor.id },
    patch: {
      offer: undefined,
      openTo: [],
      waitingSince: actor.now,
      why: undefined,
      escalated: undefined,
      saidNo: _.addToSet(actor.id),
    },
    why,
    tell: [{ to: toDesk, say: 'declined', who: actor.name, why }],
  })
}
