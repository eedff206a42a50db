import type { Failure } from '@domain/failure'
import type { Me, Place, Role } from '@domain/role'
import type { Held } from '@domain/safety/held'
import type { CollectionName } from '@domain/schema'
import type { Person } from './people'

/** Who acts, when, and with which key: everything a handler may know beside its input. All of it comes from the cloud. */
export interface Actor {
  me: Me
  openid: string
  id: string
  /** The name as called; 社区 for the clock. */
  name: string
  /** The roles of the row's `by` that he holds, the one he said he acts in first. */
  roles: readonly Role[]
  now: number
  key: string
  sum: string
  /** True when he dispatches for this community, or for the compound of this record, whatever role he acts in. */
  isDesk(place: string | Place): boolean
  /** True when one of `roles` reaches this community. */
  isIn(place: string | Place): boolean
  /** What of this community's records `roles` reach, as part of a query. */
  within(communityId: string): Record<string, unknown>
  /** The person was read for this very call, not remembered. */
  isFresh: boolean
  /** He is still to be read for this call, beside what he asks for (`anew`): makes him who was read. @throws FORBIDDEN */
  again?: (person: Person | undefined) => void
  /** He is about to be gone: he reads like a guest, and writes nothing. */
  isLeaving?: true
  /** This very tap is done: he is answered what it came to, also where it took from him the role it needs. */
  isRepeat?: true
  /** The person has been changed by this very call: the reply carries him anew. */
  changed: boolean
  /** His words are not for others; what he wrote before with this very key is still answered. */
  refusal?: Failure
  /** Fields of the input whose words wait for the desk. */
  waiting?: ReadonlySet<string>
  /** Puts what waits of this call into the desk's queue; answers what the record keeps of it. */
  hold?: (holder: Holder, by: Actor) => Promise<Record<string, Held>>
  /** 开放数据 that WeChat itself filled into this call, by the field of the event. */
  openData?: Readonly<Record<string, unknown>>
}

/** The record that is about to be written. */
export interface Holder {
  of: CollectionName
  id: string
  communityId: string
  facts: Readonly<Record<string, unknown>>
  /** It is being made: `facts` are what it will hold, put together of what was typed. */
  isNew?: true
}
