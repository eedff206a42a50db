import { people } from '@domain/people'
import { rider } from '@domain/rider'
import { useQuery } from '@/client'
import type { NameOf } from './words'

/** The names of a community's compounds and of the communities beside it. */
export function useNames(communityId: string | undefined): NameOf {
  const community = useQuery(people.community, communityId ? { id: communityId } : null)
  const near = useQuery(rider.neighbours, communityId ? { communityId } : null)
  const named = [...(community.data?.compounds ?? []), ...(near.data?.rows ?? [])]
  return id => named.find(one => one.id === id)?.name
}
