import { neighboursAllowed } from '@domain/neighbour'
import type { Community } from '@domain/people'
import type { Stop } from '@domain/errand/record'
import type { Grid } from '@domain/place'
import { neighbourDoor } from '@domain/relation'
import { minuteMs, never } from '@domain/time'
import { ask, beside } from './asking'
import { _, collectionOf } from './cloud'
import { newMemory } from './memory'
import { records } from './records'

interface CommunityRecord extends Omit<Community, 'id'> {
  /** 街道, by id and by name. */
  subdistrictId?: string
  subdistrict?: string
  /** 互助: false where the subdistrict keeps it to itself. */
  helps?: boolean
  grids?: Grid[]
  /** 按社区的设置: routine errands go on by themselves. */
  auto?: boolean
  /** 天气停派, until when and why. */
  stop?: Stop
}

/** A community as stored; everything in it is public. Its own `communityId` is its id, so that the guard reads it like any record. */
export const communities = records<CommunityRecord>('communities', { lasting: true })

/** 互助 is over here: what is open to neighbours, here and of this community elsewhere, is closed to them; everybody else may still take it. */
export async function closeToNeighbours(communityId: string): Promise<void> {
  const { subdistrictId } = (await communities.get(communityId)) ?? {}
  const all = subdistrictId === undefined ? [] : await communities.find({ subdistrictId }, { only: ['subdistrictId'] })
  const doors = all.flatMap(({ _id }) => [neighbourDoor(communityId, _id), neighbourDoor(_id, communityId)])
  if (doors.length === 0) return
  await collectionOf('errands')
    .where({ openTo: _.in(doors), closedAt: never })
    .update({ data: { openTo: _.pullAll(doors) } })
}

/** The communities beside one that it may help and be helped by, in name order: of one subdistrict, and none that is kept to itself. */
export async function neighboursOf(communityId: string): Promise<{ id: string; name: string }[]> {
  const near = communities.asked({}, { only: ['name', 'subdistrictId', 'helps'] })
  const [own] = await ask(beside(communities.one(communityId), 'near', near, [['subdistrictId', 'subdistrictId']]))
  const { subdistrictId } = own ?? {}
  if (!own || subdistrictId === undefined) return []
  const all = own.near.sort((one, other) => (one.name < other.name ? -1 : 1))
  const named = all.map(({ _id: id, ...facts }) => ({ id, ...facts }))
  const allowed = neighboursAllowed({ ...own, id: communityId }, named)
  return named.flatMap(({ id, name }) => (allowed.includes(id) ? [{ id, name }] : []))
}

type Found = NonNullable<Awaited<ReturnType<typeof communities.get>>>
const known = newMemory<Found>()

/** A community as a warm instance remembers it, for a minute; for what is put right later where it was outdated. */
export async function communityOf(id: string, now: number): Promise<Found | undefined> {
  const held = known.get(id, now)
  if (held) return held
  const community = await communities.get(id)
  if (community) known.put(id, community, now + minuteMs)
  return community
}

/** After this instance changed it. */
export const forgetCommunity = (id: string): void => known.drop(id)
