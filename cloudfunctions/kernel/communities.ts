import type { Community } from '@domain/people'
import { records } from './records'

/** A community as stored; everything in it is public. Its own `communityId` is its id, so that the guard reads it like any record. */
export const communities = records<Omit<Community, 'id'>>('communities', { lasting: true })
