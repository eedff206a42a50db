import { neighboursAllowed } from '@domain/neighbour'
import type { Community } from '@domain/people'
import type { Grid } from '@domain/place'
import { records } from './records'

interface CommunityRecord extends Omit<Community, 'id'> {
  /** 街道, by id and by name. */
  subdistrictId?: string
  subdistrict?: string
  /** 互助: false where the subdistrict keeps it to itself. */
  helps?: boolean
  grids?: Grid[]
}

/** A community as stored; everything in it is public. Its own `communityId` is its id, so that the guard reads it like any record. */
export const communities = records<CommunityRecord>('communities', { lasting: true })

/** The communities beside one that it may help and be helped by, in name order: of one subdistrict, and none that is kept to itself. */
export async function neighboursOf(communityId: string): Promise<{ id: string; name: string }[]> {
  const own = await communities.get(communityId)
  const { subdistrictId } = own ?? {}
  if (!own || subdistrictId === undefined) return []
  const all = await communities.find(
    { subdistrictId },
    { order: { name: 'asc' }, only: ['name', 'subdistrictId', 'helps'] },
  )
  const named = all.map(({ _id: id, ...facts }) => ({ id, ...facts }))
  const allowed = neighboursAllowed({ ...own, id: communityId }, named)
  return named.flatMap(({ id, name }) => (allowed.includes(id) ? [{ id, name }] : []))
}
