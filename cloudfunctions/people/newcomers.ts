import type { InputOf } from '@domain/operation'
import type { people } from '@domain/people'
import { records } from '../kernel/records'

const applicants = records<{ application?: { name: string } }>('people', { lasting: true })

/** 新来的: the names of who waits to be confirmed, the first to apply first. */
export async function newcomers({ communityId }: InputOf<typeof people.newcomers>) {
  const waiting = await applicants.find(
    { 'application.communityId': communityId, 'application.state': 'waiting' },
    { order: { 'application.at': 'asc' }, limit: 50, only: ['application'] },
  )
  return { names: waiting.flatMap(({ application }) => application?.name ?? []) }
}
