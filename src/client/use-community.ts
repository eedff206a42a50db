import { people } from '@domain/people'
import type { Failure } from '@domain/failure'
import { communityOf } from './hat'
import { useKept } from './kept'
import { useKnown, useMe } from './me'
import { useQuery } from './use-query'

/** 社区: the one chosen last, else the first this person belongs to. */
export interface ChosenCommunity {
  /** Absent while nobody has chosen and the person belongs to none. */
  id?: string
  choose(id: string): void
  /** True until it is known whether the person belongs to one. */
  loading: boolean
  failure?: Failure
  reload(): Promise<void>
}

/**
 * Which community this phone is about. A phone that knows neither a choice nor its person asks for the list to choose from, and
 * with the reply learns who it is.
 */
export function useCommunity(): ChosenCommunity {
  const me = useMe()
  const known = useKnown()
  const [chosen, choose] = useKept('community')
  const id = communityOf(me, chosen)
  const { failure, reload } = useQuery(people.communities, known || id !== undefined ? null : {})
  return {
    id,
    choose,
    loading: id === undefined && !known && !failure,
    failure: id === undefined && !known ? failure : undefined,
    reload,
  }
}
