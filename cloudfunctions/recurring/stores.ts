import type { ErrandRecord } from '@domain/errand/record'
import type { RecurringRecord } from '@domain/recurring/record'
import { hash } from '../kernel/hash'
import { records } from '../kernel/records'

/** 定期 and 常用 as stored. */
export const recurrings = records<RecurringRecord>('recurrings')
export type RecurringDocument = NonNullable<Awaited<ReturnType<typeof recurrings.get>>>

/** What a rule is made from. */
export const errands = records<Omit<ErrandRecord, 'id' | 'rev' | 'state' | 'timeline'>>('errands')

/** The errand of a rule for a day has one id, whoever makes it and however often. */
export const occurrenceId = (recurringId: string, on: string): string => `r${hash(`${recurringId} ${on}`)}`
