import { newConsents } from '@domain/consent'
import { Failure } from '@domain/failure'
import { joinNeeds, membership, type Invited } from '@domain/membership'
import type { InputOf, Moved } from '@domain/operation'
import { keepsName, mayAppoint, type Me, type Membership } from '@domain/role'
import { never } from '@domain/time'
import type { Actor } from '../kernel/actor'
import { communities } from '../kernel/communities'
import { joined, reshape } from '../kernel/holders'
import { agreeing, meOf, peopleById, writePerson } from '../kernel/people'
import { Refused } from '../kernel/records'
import { countTry } from '../kernel/tries'
import { appointedAs, appointments, type Kept } from './appointments'

/** What the card in his hand is for. @throws NO_SUCH_INVITE */
export async function invited({ id }: InputOf<typeof membership.invited>, actor: Actor): Promise<Invited> {
  return shown(await appointments.get(id), actor)
}

/** 报邀请码: counted before it is compared, so that guesses at once are no more than the tries. @throws ASK_DESK after the last */
export async function find({ code }: InputOf<typeof membership.find>, actor: Actor): Promise<Invited> {
  if ((await countTry({ what: 'invitation' }, actor)) === undefined) throw new Failure('ASK_DESK')
  const known = await appointments.find({ code }, { limit: 10 })
  return shown(known.find(({ state }) => state === 'open') ?? known[0], actor)
}

async function shown(found: Kept | undefined, actor: Actor): Promise<Invited> {
  const community = found?.state && (await communities.get(found.communityId))
  if (!found || !community) throw new Failure('NO_SUCH_INVITE')
  const { _id: id, communityId, by, until, state = '' } = found
  const isOver = state === 'open' && (until <= actor.now || !(await mayStill(found, actor.now)))
  return {
    ...appointedAs(found),
    id,
    communityId,
    community: community.name,
    by,
    until,
    state: isOver ? 'expired' : state,
    mine: found.byId === actor.id,
    yours: found.personId === actor.id,
  }
}

/** Whoever invited must be somebody who may when it is accepted; the installation always could. */
async function mayStill(found: Kept, now: number): Promise<boolean> {
  if (found.byId === 'clock') return true
  const [inviter] = await peopleById([found.byId])
  return inviter !== undefined && mayAppoint(meOf(inviter.openid, inviter), found, now)
}

/**
 * 加入: one conditional update decides who it was; then it is written into him, which a repetition does again.
 * @throws AGREE_FIRST, NO_SUCH_INVITE for one that is over or none, WRONG_STATE for one that was used or taken back, FORBIDDEN for one's own
 */
export async function accept({ id, name, agreed }: InputOf<typeof membership.accept>, actor: Actor): Promise<Moved> {
  const found = await appointments.get(id)
  if (!found?.state) throw new Failure('NO_SUCH_INVITE')
  if (found.byId === actor.id) throw new Failure('FORBIDDEN')
  const called = keepsName(actor.me) ? actor.me.name : (name ?? actor.me.name)
  if (!called) throw new Failure('BAD_INPUT', { field: 'name', why: '请写一写怎么称呼您' })
  const consents = newConsents(actor.me, joinNeeds, agreed, actor.now)
  const receipt = await take(found, called, actor)
  const named = keepsName(actor.me) ? {} : { name: called }
  await writePerson(actor, { changes: { ...named, ...agreeing(consents) }, first: { name: called, consents } })
  await seat(found, actor)
  return receipt
}

async function take(found: Kept, who: string, actor: Actor): Promise<Moved> {
  if (found.state === 'open' && (found.until <= actor.now || !(await mayStill(found, actor.now))))
    throw new Failure('NO_SUCH_INVITE')
  try {
    return await appointments.move(membership.accept, found._id, actor, {
      patch: { personId: actor.id, who, endsAt: never },
    })
  } catch (error) {
    // It was he himself, and what followed did not come through.
    if (error instanceof Refused && error.record.personId === actor.id && error.record.state === 'accepted')
      return { id: found._id, state: 'accepted', rev: error.record.rev, at: error.record.touchedAt }
    throw error
  }
}

/** Writes the membership into the person. */
async function seat(found: Kept, actor: Actor): Promise<void> {
  const places = await placesOf(found)
  const sit = (ids: readonly string[]) =>
    reshape(actor.id, `${actor.key}.seat${ids.length}`, person => ({
      memberships: joined(
        person.memberships,
        ids.map(communityId => seatIn(found, communityId)),
      ),
      stations: withShop(person.stations, found),
    }))
  await sit(places)
  // A community that was added meanwhile looked for its officers before there was this one.
  const now = await placesOf(found)
  if (now.length !== places.length) await sit(now)
}

function seatIn({ role, post, compoundId, office }: Kept, communityId: string): Membership {
  return {
    communityId,
    role,
    ...(post !== undefined && { post }),
    ...(compoundId !== undefined && { compoundId }),
    ...(office !== undefined && { office }),
  }
}

function withShop(shops: Me['stations'], { stationId, communityId, place = '' }: Kept): Me['stations'] {
  if (stationId === undefined) return shops
  return [...shops.filter(({ id }) => id !== stationId), { id: stationId, communityId, name: place }]
}

/** Where he belongs by it: the community, or all that his subdistrict has now. */
async function placesOf({ communityId, subdistrictId }: Kept): Promise<string[]> {
  if (subdistrictId === undefined) return [communityId]
  const all = await communities.find({ subdistrictId }, { order: { name: 'asc' }, only: ['name'] })
  return all.map(({ _id }) => _id)
}
