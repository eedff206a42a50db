import { Agreed } from '../consent'
import { area, Cursor, Id, moved, one, OnlyId, page, type Table } from '../operation'
import * as z from '../zod'
import { Day } from './day'
import { ChangeRecurring, KeepErrand, NewRecurring, Recurring, type RecurringState } from './record'

const OnDay = z.strictObject({ id: Id, on: Day })

const theirs = { by: ['resident', 'dispatcher'], own: ['family'] } as const satisfies Partial<Table[string]>

/**
 * 定期: an errand that asks for itself, each occurrence a record of its own; and 常用, one that is asked again by a tap: a rule without days. Both
 * keep the answers of an errand that was asked once, so that every kind's questions are asked in one place.
 */
export const recurring = area('recurring', {
  add: { ...theirs, moves: { from: [], to: 'going' }, input: NewRecurring, output: one('recurring', Recurring) },
  keep: { ...theirs, moves: { from: [], to: 'kept' }, input: KeepErrand, output: one('recurring', Recurring) },
  /** Of one household; those that are over are left out. */
  list: {
    ...theirs,
    input: z.strictObject({ householdId: Id, after: z.optional(Cursor) }),
    output: page('recurring', Recurring),
  },
  one: { ...theirs, input: OnlyId, output: one('recurring', Recurring) },
  change: { ...theirs, changes: true, input: ChangeRecurring, output: moved },
  pause: { ...theirs, moves: { from: ['going'], to: 'paused' }, input: OnlyId, output: moved },
  /** 接着要: from now on whoever says it is the one who asks. */
  resume: {
    ...theirs,
    moves: { from: ['paused'], to: 'going' },
    input: z.strictObject({ id: Id, agreed: z.optional(Agreed) }),
    output: moved,
  },
  /** 这天不要, of a day whose errand has not been made yet; 还是要. */
  skip: { ...theirs, changes: true, input: OnDay, output: moved },
  unskip: { ...theirs, changes: true, input: OnDay, output: moved },
  end: { ...theirs, moves: { from: ['kept', 'going', 'paused'], to: 'ended' }, input: OnlyId, output: moved },
  /** It cannot ask any more: who asked is no relative now, or took a consent back. Told to the family and the desk. */
  stop: { by: ['clock'], moves: { from: ['going'], to: 'paused' }, input: OnlyId, output: moved },
  /** Its last day is over, or its household is gone. */
  finish: { by: ['clock'], moves: { from: ['going'], to: 'ended' }, input: OnlyId, output: moved },
} satisfies Table<RecurringState>)
