import type { BindingRecord } from '@domain/household/binding'
import type { ErrandRecord } from '@domain/errand/record'
import type { RecurringRecord } from '@domain/recurring/record'
import type { Held } from '@domain/safety/held'
import { hash } from '../kernel/hash'
import { records } from '../kernel/records'

/** 家里人 as stored: one record for one person and one household. */
export const bindings = records<
  BindingRecord & { householdId: string; compoundId?: string; endsAt: number; held?: Readonly<Record<string, Held>> }
>('bindings')

export type BindingDocument = NonNullable<Awaited<ReturnType<typeof bindings.get>>>

export const bindingId = (householdId: string, personId: string): string => `b${hash(`${householdId} ${personId}`)}`

interface CodeRecord {
  householdId: string
  code: string
  until: number
  /** Who asked with it; '' while nobody has. */
  usedBy: string
}

/** 绑定码, one a household: its id is the household's. */
export const codes = records<CodeRecord>('codes', { lasting: true })

/** That the record of a household was removed, by whom and why (in its line): nothing of whom it was. */
export const removals = records<{ householdId: string }>('removals', { lasting: true })

interface LookRecord {
  householdId: string
  personId: string
  who: string
  as: string
  at: number
}

/** Looks at a door without an errand. Those for an errand are in the errand. */
export const looks = records<LookRecord>('looks', { lasting: true })

/** Its rules, to read what the clock did to them. */
export const recurrings = records<RecurringRecord & { call?: { noAnswer?: boolean } }>('recurrings')
export type RuleDocument = NonNullable<Awaited<ReturnType<typeof recurrings.get>>>

/** The errands of a household, to read; and those that go on to whoever stands in. */
export const errands = records<
  Pick<
    ErrandRecord,
    | 'householdId'
    | 'looks'
    | 'lookedAt'
    | 'what'
    | 'held'
    | 'offer'
    | 'money'
    | 'when'
    | 'riderId'
    | 'riderName'
    | 'substituteId'
  >
>('errands', { watched: true })
