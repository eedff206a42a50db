import { newConsents } from '@domain/consent'
import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import type { InputOf } from '@domain/operation'
import { stairsWords } from '@domain/place'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { communities } from '../kernel/communities'
import { createdId } from '../kernel/hash'
import { households as records } from '../kernel/households'
import { agreeing, unnamed, writePerson } from '../kernel/people'

/**
 * ＋添一位老人: by a relative, who becomes one of the household, or by the desk for a caller. Building and compound are of the
 * community's own list; the consent is kept with who gave it to whom, how and when.
 */
export async function add(input: InputOf<typeof household.add>, actor: Actor) {
  const { communityId, compoundId, building, hasLift, floor, consent, calls, myName, agreed, ...rest } = input
  const community = await communities.get(communityId)
  const compound = community?.compounds.find(candidate => candidate.id === compoundId)
  if (!compound?.buildings.includes(building))
    throw new Failure('BAD_INPUT', { field: 'building', why: '请从列表里选楼栋' })
  const byDesk = calls === undefined
  if (byDesk && !actor.isDesk(communityId)) throw new Failure('FORBIDDEN')

  const consents = byDesk ? [] : newConsents(actor.me, ['privacy'], agreed, actor.now)
  const id = createdId(actor.id, actor.key)
  const home = await records.add(
    household.add,
    actor,
    {
      ...rest,
      communityId,
      householdId: id,
      compoundId,
      compound: compound.name,
      building,
      floor,
      stairs: stairsWords(floor, hasLift),
      consent: { how: consent, toldTo: actor.me.name || (myName ?? actor.name), at: actor.now },
      hasApp: !byDesk,
      ...(byDesk && { verifiedAt: actor.now }),
    },
    { id },
  )
  if (byDesk) return home

  const kin = { id, communityId, calls, elder: home.elder, place: `${home.compound} ${home.building}` }
  const resident = { communityId, role: 'resident' as const }
  await writePerson(actor, {
    changes: {
      households: _.addToSet(kin),
      memberships: _.addToSet(resident),
      ...agreeing(consents),
    },
    first: {
      name: actor.waiting?.has('myName') ? unnamed.resident : (myName ?? `${input.elder}家里`),
      households: [kin],
      memberships: [resident],
      consents,
    },
  })
  actor.me = {
    ...actor.me,
    households: [...actor.me.households, kin],
    memberships: [...actor.me.memberships, resident],
  }
  return home
}

/** The desk looks a household up by the elder's name or the building; last touched first. */
export async function list({ communityId, find, after }: InputOf<typeof household.list>) {
  if (!find) return records.page({ communityId }, { by: 'touchedAt', after, omit: ['phones', 'door', 'unit'] })
  const all = await records.find({ communityId }, { limit: 1000, omit: ['phones', 'door', 'unit'] })
  return { rows: all.filter(row => `${row.elder} ${row.building}`.includes(find)).slice(0, 20) }
}
