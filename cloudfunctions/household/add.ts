import { newConsents } from '@domain/consent'
import { Failure } from '@domain/failure'
import { founding, household } from '@domain/household'
import { keysOf } from '@domain/household/find'
import { householdInbox, toPerson } from '@domain/notice'
import type { InputOf } from '@domain/operation'
import { stairsWords } from '@domain/place'
import { residentRole } from '@domain/role'
import { dayMs, never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { createdId } from '../kernel/hash'
import { households as records, type HouseholdDocument } from '../kernel/households'
import { agreeing, unnamed, writePerson } from '../kernel/people'
import { bindingId, bindings } from './stores'
import { viewOf } from './view'

/** The compound of that building in the community's own list. @throws BAD_INPUT */
export async function compoundOf(communityId: string, compoundId: string, building: string): Promise<string> {
  const community = await communities.get(communityId)
  const compound = community?.compounds.find(candidate => candidate.id === compoundId)
  if (!compound?.buildings.includes(building))
    throw new Failure('BAD_INPUT', { field: 'building', why: '请从列表里选楼栋' })
  return compound.name
}

/**
 * ＋添一位老人: by a relative, who becomes one of the household, or by the desk for a caller. Building and compound are of the
 * community's own list; the consent is kept with who gave it to whom, how and when.
 */
export async function add(input: InputOf<typeof household.add>, actor: Actor) {
  const { communityId, compoundId, building, consent: how, calls, myName, agreed, ...rest } = input
  const byDesk = calls === undefined
  if (byDesk && !actor.isDesk({ communityId, compoundId })) throw new Failure('FORBIDDEN')
  const compound = await compoundOf(communityId, compoundId, building)

  const consents = byDesk ? [] : newConsents(actor.me, ['privacy'], agreed, actor.now)
  const before = await writtenBefore(input, actor)
  const id = before?._id ?? createdId(actor.id, actor.key)
  const toldTo = actor.me.name || (myName ?? actor.name)
  const written = () =>
    records.add(
      household.add,
      actor,
      {
        ...rest,
        communityId,
        householdId: id,
        compoundId,
        compound,
        building,
        stairs: stairsWords(rest.floor, rest.hasLift),
        consent: { by: rest.elder, how, toldTo, toldToId: actor.id, at: actor.now },
        hasApp: !byDesk,
        finds: keysOf({ ...input, compound }),
        ...(byDesk && { verifiedAt: actor.now }),
      },
      { id },
    )
  const home = before ?? (await written())
  if (byDesk) return viewOf(home, actor)

  const kin = { id, communityId, calls, elder: home.elder, place: `${home.compound} ${home.building}` }
  const resident = { communityId, role: residentRole }
  const name = actor.waiting?.has('myName') ? unnamed.resident : (myName ?? `${input.elder}家里`)
  await writePerson(actor, {
    changes: { households: _.push([kin]), memberships: _.addToSet(resident), ...agreeing(consents) },
    where: { 'households.id': _.neq(id) },
    first: { name, households: [kin], memberships: [resident], consents },
  })
  await found(home, { calls, name: actor.me.name || name }, actor)
  actor.me = {
    ...actor.me,
    households: [...actor.me.households.filter(one => one.id !== id), kin],
    memberships: [...actor.me.memberships, resident],
  }
  return viewOf(home, actor)
}

/**
 * What he wrote down a while ago and has not heard of: the same home of the same elder within a day, by another key, because the phone that
 * had the first was started anew. Who was parted from it since writes down another.
 */
async function writtenBefore(
  { communityId, compoundId, building, unit, door, elder }: InputOf<typeof household.add>,
  { id, key, now }: Actor,
): Promise<HouseholdDocument | undefined> {
  const home = { communityId, finds: building, compoundId, building, unit, door, elder, unbound: _.neq(id) }
  const fresh = await records.find({ ...home, touchedAt: _.gt(now - dayMs) })
  return fresh.find(({ keys: [first] = [] }) => first?.byId === id && first.key !== key && first.at > now - dayMs)
}

/** The first of 家里人. What waits of the household's words waits here as well, and is let go with them. */
async function found(
  { _id: householdId, communityId, compoundId, elder, held }: HouseholdDocument,
  said: { calls: string; name: string },
  { hold: _hold, ...actor }: Actor,
): Promise<void> {
  const consent = { by: elder, said: 'elder', at: actor.now }
  const inboxOf = [householdInbox(householdId), toPerson(actor.id)]
  const about = {
    communityId,
    compoundId,
    householdId,
    elder,
    relativeId: actor.id,
    ...said,
    askedAt: actor.now,
    consent,
  }
  const record = { ...about, inboxOf, callsOpen: 0, endsAt: never, ...(held && { held }) }
  await bindings.add(founding.found, actor, record, { id: bindingId(householdId, actor.id) })
}
