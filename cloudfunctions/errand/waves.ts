import { errand } from '@domain/errand'
import { isChosenFor } from '@domain/errand/ask'
import type { Rising } from '@domain/errand/due'
import { clocksOf } from '@domain/errand/clocks'
import { askedIn, waveNames, wavesAfter, type PoolWave, type Wave } from '@domain/errand/wave'
import { Failure } from '@domain/failure'
import { toFamily, toPerson, toPool } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import type { Person } from '../kernel/people'
import type { Telling } from '../kernel/write'
import { errands } from './errands'
import { reachedBy } from './reached'
import { dueOf, raise, type ErrandDocument } from './rise'

/** The clock's own verb for one errand: asks on if it is due to. */
export async function widen({ id }: InputOf<typeof errand.widen>, actor: Actor): Promise<Moved> {
  const record = await errands.get(id)
  const due = record && dueOf(record, actor.now)
  if (!record || due?.act !== 'widen' || due.at > actor.now) throw new Failure('NOT_FOUND')
  return askOn(record, 'nobodyAccepts', actor)
}

/** Nobody dispatched it: by the community's setting it goes on by itself, else it rises. */
export async function askFirst(record: ErrandDocument, actor: Actor): Promise<Moved> {
  const goesOn = !isPast(record, actor.now) && (await goesByItself(record))
  return goesOn ? askOn(record, 'waitsLong', actor) : raise(record, 'waitsLong', actor)
}

/** Held by the weather, say, until nobody wants it any more as it was asked for: whether it still goes is the desk's to ask. */
const isPast = ({ when }: ErrandDocument, now: number): boolean => when !== undefined && when.until <= now

/** Asks the next wave that reaches somebody; where there is none it rises to the desk. */
export async function askOn(record: ErrandDocument, why: Rising, actor: Actor): Promise<Moved> {
  for (const wave of wavesAfter(waveOf(record))) {
    // Named, not pooled: nothing but a person lifts that.
    if (wave !== 'regular' && record.namedOnly) break
    const reached = await reachedBy(wave, record, actor.now)
    const [first] = reached.people
    if (first) return open(record, wave, first, reached.doors, actor)
  }
  return raise(record, why, actor)
}

/** The wave that stands open; an offer of before there were waves was everybody's. */
function waveOf({ state, offer }: ErrandDocument): Wave | undefined {
  if (state !== 'dispatched' || !offer) return undefined
  return waveNames.find(name => name === offer.wave) ?? 'community'
}

const asked = { near: 'askedNear', community: 'askedCommunity', neighbours: 'askedNeighbours' } as const

/** Only while nobody has written since: the desk's own word goes before the clock's. */
function open(record: ErrandDocument, wave: Wave, one: Person, doors: string[], actor: Actor): Promise<Moved> {
  const named = wave === 'regular'
  const standsIn = record.substituteId === one._id
  const whom = named ? `${standsIn ? '替班的' : '常来的'}${one.name}` : askedIn[wave]
  const isFirst = record.state === 'requested'
  return errands.move(errand.widen, record._id, actor, {
    where: { rev: record.rev, newcomer: _.neq(true) },
    patch: {
      offer: {
        ...(named ? { to: 'rider', riderId: one._id, name: one.name } : { to: 'pool' }),
        wave,
        by: 'clock',
        at: actor.now,
        until: actor.now + clocksOf(record).notAccepted[wave],
      },
      openTo: doors,
      escalated: undefined,
      why: undefined,
      ...(named && { inboxOf: _.addToSet(toPerson(one._id)) }),
    },
    why: isFirst ? `${whom}，按社区的设置` : whom,
    tell:
      wave === 'regular'
        ? [
            { to: toPerson(one._id), say: 'offered' },
            { to: toFamily, say: standsIn ? 'asked' : 'askedRegular', who: one.name },
          ]
        : tellingsOf(wave),
  })
}

/** An open wave rings where it may, and the family reads whom it asks. */
export const tellingsOf = (wave: PoolWave): Telling[] => [
  { to: toPool, say: 'whoPasses' },
  { to: toFamily, say: asked[wave] },
]

/** Routine, known, not the household's first, and not taken back by the desk; and the community wants it so. */
async function goesByItself(record: ErrandDocument): Promise<boolean> {
  const { communityId, householdId, kind, namedOnly, urgent, newcomer, byHand } = record
  if (newcomer || byHand || urgent !== undefined || (isChosenFor(kind ?? '') && namedOnly)) return false
  if ((await communities.get(communityId))?.auto !== true) return false
  const [before] = await errands.find({ householdId, state: 'confirmed' }, { limit: 1, only: ['state'] })
  return before !== undefined
}
