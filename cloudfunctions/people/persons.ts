import type { Person } from '../kernel/people'
import { records } from '../kernel/records'

/** A person whose application a desk decides: his community is the one he applied to. */
export const applicants = records<Omit<Person, '_id' | 'id' | 'rev'> & { application?: StoredApplication }>('people', {
  lasting: true, community: 'application.communityId',
})

export interface StoredApplication {
  communityId: string
  state: 'waiting' | 'confirmed' | 'refused'
  trade: string
  firm: string
  name: string
  areas: string[]
  at: number
  why?: string
}
