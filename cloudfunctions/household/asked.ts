import { errand } from '@domain/errand'
import { clocks } from '@domain/errand/clocks'
import { mayAdvance } from '@domain/errand/money'
import { inHand } from '@domain/errand/record'
import { toFamily, toPerson } from '@domain/notice'
import { personDoor } from '@domain/relation'
import { dayMs, momentOf, never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { ask } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { hash, sumOf } from '../kernel/hash'
import { riderOf } from '../kernel/people'
import { Refused } from '../kernel/records'
import { errands } from './stores'

const wantedOn = (on: string) => {
  const from = momentOf(on, '00:00')
  return { closedAt: never, 'when.from': _.and(_.gte(from), _.lt(from + dayMs)) }
}

/** The errands of a household on a day that somebody is asked for by name and has not answered. */
export function askedOn(householdId: string, on: string) {
  const only = ['offer', 'money', 'substituteId', 'communityId']
  return errands.find({ householdId, ...wantedOn(on), state: 'dispatched', 'offer.to': 'rider' }, { only })
}
type Asked = Awaited<ReturnType<typeof askedOn>>[number]

/**
 * Whoever would have come that day and was asked for something is asked no more: whoever comes now is. What the desk named him for after it had
 * decided who comes stays with him, and so does what he has accepted. What the one who comes now cannot take stays where it is, and rises.
 * @param comes the id of who comes that day
 * @param decidedAt epoch ms
 */
export async function askInstead(
  asked: readonly Asked[],
  before: readonly (string | undefined)[],
  { comes, decidedAt }: { comes: string | undefined; decidedAt: number },
  actor: Actor,
): Promise<void> {
  const [first] = asked
  const rider = comes && first ? await riderOf(comes, first.communityId, actor.now) : undefined
  if (!rider) return
  for (const record of asked) {
    const { _id: id, offer } = record
    const wasAsked = offer?.riderId
    if (!wasAsked || wasAsked === rider._id || offer.at > decidedAt || !mayAdvance(rider, record)) continue
    if (wasAsked !== record.substituteId && !before.includes(wasAsked)) continue
    const { seenAt: _seen, ...stands } = offer
    const until = actor.now + clocks.other.routine.notAccepted.named
    const by = { ...actor, key: `${actor.key.slice(0, 60)}.${hash(id, 12)}`, sum: sumOf(id, rider._id) }
    await errands
      .move(errand.reassign, id, by, {
        where: { openTo: personDoor(wasAsked), 'stop.until': _.or(_.eq(null), _.lte(actor.now)) },
        patch: {
          offer: { ...stands, riderId: rider._id, name: rider.name, at: actor.now, until },
          openTo: [personDoor(rider._id)],
          escalated: undefined,
          why: undefined,
          inboxOf: _.addToSet(toPerson(rider._id)),
        },
        tell: [
          { to: toPerson(wasAsked), say: 'reassigned' },
          { to: toPerson(rider._id), say: 'offered' },
          { to: toFamily, say: 'asked', who: rider.name },
        ],
      })
      .catch(error => {
        // He has answered meanwhile, or the weather holds it.
        if (!(error instanceof Refused)) throw error
      })
  }
}

/** What somebody has accepted in these households on a day from this one on: it stays his, whoever stands in. */
export const acceptedFrom = (householdIds: readonly string[], from: number) => ask(askedAccepted(householdIds, from))

/** What `acceptedFrom` asks. */
export function askedAccepted(householdIds: readonly string[], from: number) {
  const theirs = { householdId: _.in([...householdIds]), closedAt: never, 'when.from': _.gte(from) }
  return errands.asked(
    { ...theirs, state: _.in([...inHand]) },
    { only: ['householdId', 'riderId', 'riderName', 'when'] },
  )
}
