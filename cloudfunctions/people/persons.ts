import type { Application } from '@domain/person'
import type { Person } from '../kernel/people'
import { records } from '../kernel/records'

/** A person whose application a desk decides: his community is the one he applied to. */
export const applicants = records<Omit<Person, '_id' | 'id' | 'rev'> & { application?: StoredApplication }>('people', {
  lasting: true,
  community: 'application.communityId',
})

/** What a rider said of himself when he applied, and how it stands. */
export interface StoredApplication extends Omit<Application, 'agreed'> {
  state: 'waiting' | 'confirmed' | 'refused'
  at: number
  why?: string
}
