import type { Community } from '@domain/people'
import type { Grid } from '@domain/place'
import { records } from './records'

interface CommunityRecord extends Omit<Community, 'id'> {
  /** 街道, by id and by name. */
  subdistrictId?: string
  subdistrict?: string
  grids?: Grid[]
}

/** A community as stored; everything in it is public. Its own `communityId` is its id, so that the guard reads it like any record. */
export const communities = records<CommunityRecord>('communities', { lasting: true })
