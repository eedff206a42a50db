import type { Ask } from '@domain/errand/ask'
import { gridOf } from '@domain/errand/around'
import { mustBeNamed } from '@domain/errand/ask'
import { whatOf } from '@domain/errand/kind'
import { needsAdvance, openAccount } from '@domain/errand/money'
import type { ErrandRecord } from '@domain/errand/record'
import { knockWords } from '@domain/household/words'
import { deskInbox, householdInbox } from '@domain/notice'
import { dayOf, never } from '@domain/time'
import { communityOf } from '../kernel/communities'
import type { HouseholdDocument } from '../kernel/households'
import { substituteFor, type SubstituteDocument } from '../kernel/substitutes'

/** Who asks, as the errand keeps it. */
export type Asker = Pick<ErrandRecord, 'askedBy' | 'askedById' | 'calls' | 'byPhone'>

/**
 * The errand as it is written down: what was asked, and of the household just what a rider must know before he says yes. `id` is its own;
 * who stands in for the household's regular rider on its day is one of `standIns`, or read on a day that has one where none are given.
 */
export async function newErrand(
  id: string,
  ask: Ask,
  household: HouseholdDocument,
  asker: Asker,
  now: number,
  standIns?: readonly SubstituteDocument[],
) {
  const { byPhone: _phone, health: _health, agreed: _agreed, ...asked } = ask
  const { compound, building } = household
  const community = await communityOf(household.communityId, now)
  const gridId = gridOf(community?.grids, compound, building)
  const stop = community?.stop
  const knock = knockWords(household.knocks)
  return {
    ...asked,
    what: whatOf(ask),
    ...asker,
    ...(await substituteFor(household, dayOf(ask.when.from), standIns)),
    compoundId: household.compoundId,
    compound,
    building,
    ...(gridId !== undefined && { gridId }),
    // 天气停派: it is taken, and waits.
    ...(stop && stop.until > now && { stop }),
    stairs: household.stairs,
    elder: household.elder,
    ...(household.held && { held: household.held }),
    ...(knock && { knock }),
    ...(household.unbound && { unbound: household.unbound }),
    ...(household.regularRiderId && { regularRiderId: household.regularRiderId }),
    newcomer: household.verifiedAt === undefined,
    namedOnly: mustBeNamed(ask.kind, household.alone),
    toCall: !household.hasApp,
    ...(needsAdvance(ask) && { account: openAccount }),
    requestedAt: now,
    waitingSince: now,
    closedAt: never,
    dueAt: now,
    openTo: [],
    slot: id,
    digitsTries: 0,
    callsOpen: 0,
    inboxOf: [
      householdInbox(household._id),
      deskInbox(household.communityId),
      deskInbox(household.communityId, household.compoundId),
    ],
    outbox: {},
  }
}
