import type { Household, NewHousehold } from '@domain/household/record'
import type { Usual } from '@domain/role'
import type { Held } from '@domain/safety/held'
import { records } from './records'

/** 家里老人 as stored: door and phones leave it by `reveal` only. */
export interface HouseholdRecord
  extends
    Pick<
      NewHousehold,
      | 'compoundId'
      | 'building'
      | 'unit'
      | 'door'
      | 'floor'
      | 'hasLift'
      | 'elder'
      | 'alone'
      | 'knocks'
      | 'note'
      | 'phones'
    >,
    Pick<Household, 'regularRiderId' | 'regularRider' | 'verifiedAt'> {
  householdId: string
  compound: string
  /** 有电梯, or 6 楼没电梯. */
  stairs: string
  /** Who agreed, to whom it was told; he is found by it when he leaves. */
  consent?: Household['consent'] & { toldToId?: string }
  /** A relative with the app is bound to it. */
  hasApp: boolean
  /** 常用, as its relatives carry it too. */
  usual?: Usual[]
  /** The days on which somebody stands in for the regular rider, so that nobody looks for him on the others. */
  substitutedOn?: string[]
  /** What whoever comes reads with the door, by the id of its note (care). */
  visitNotes?: Readonly<Record<string, string>>
  /** What the desk finds it by (domain/household/find.ts). */
  finds: string[]
  /** 正在删掉: the taps that are at it, by a name of each, and until when (epoch ms) one of them may be. */
  leaving?: Readonly<Record<string, number>>
  /** Who is bound no more, whatever an instance remembers of him. */
  unbound?: string[]
  /** What of it waits for the desk, by the id of its doubt. */
  held?: Readonly<Record<string, Held>>
}

export const households = records<HouseholdRecord>('households', { lasting: true })

export type HouseholdDocument = NonNullable<Awaited<ReturnType<typeof households.get>>>
