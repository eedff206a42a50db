import type { Application, Confirmation, Declared, Vouched } from '@domain/rider/record'
import type { Person } from '../kernel/people'
import { records } from '../kernel/records'

/** What somebody said when he applied, or of what he wants changed (`amends`), and how it stands. */
export interface StoredApplication extends Vouched, Partial<Declared> {
  communityId: Application['communityId']
  state: 'waiting' | 'confirmed' | 'refused' | 'ended'
  at: number
  amends?: true
  why?: string
}

/** 工牌: the code to be printed, and the one that was shown last and how long it is good. `codes`: both, to be found by. */
export interface Badge {
  printed?: string
  shown?: string
  until?: number
  codes?: readonly string[]
}

/** A person as far as he is a rider or wants to be one. */
export interface RiderRecord extends Omit<Person, '_id' | 'id' | 'rev' | 'application'>, Partial<Declared> {
  application?: StoredApplication
  badge?: Badge
  confirmations?: (Confirmation & { byId?: string })[]
  /** Who at a desk looked at his number. */
  looks?: { who: string; byId?: string; communityId: string; at: number }[]
}

/** A person whose application a desk decides: his community is the one he applied to. */
export const applicants = records<RiderRecord>('people', { lasting: true, community: 'application.communityId' })

/** A rider of a desk's community: it is one of those he belongs to. */
export const riders = records<RiderRecord>('people', { lasting: true, community: 'memberships.communityId' })
