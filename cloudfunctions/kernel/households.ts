import type { NewHousehold } from '@domain/household/record'
import type { Held } from '@domain/safety/held'
import { records } from './records'

/** 家里老人 as stored: door and phones leave it by `reveal` only. */
export interface HouseholdRecord extends Pick<
  NewHousehold,
  'compoundId' | 'building' | 'unit' | 'door' | 'floor' | 'elder' | 'alone' | 'phones'
> {
  householdId: string
  compound: string
  /** 有电梯, or 6 楼没电梯. */
  stairs: string
  knock?: string
  /** Who gave consent to whom, how and when. */
  consent: { how: string; toldTo: string; at: number }
  /** The community has telephoned or been there. */
  verifiedAt?: number
  /** A relative with the app is bound to it. */
  hasApp: boolean
  regularRiderId?: string
  /** What of it waits for the desk, by the id of its doubt. */
  held?: Readonly<Record<string, Held>>
}

export const households = records<HouseholdRecord>('households', { lasting: true })
