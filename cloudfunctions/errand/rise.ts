import { errand } from '@domain/errand'
import { isRide } from '@domain/errand/backup'
import { nextDue, risings, type Rising } from '@domain/errand/due'
import { Failure } from '@domain/failure'
import { toDesk, toFamily, type Saying } from '@domain/notice'
import type { InputOf, Moved } from '@domain/operation'
import type { Actor } from '../kernel/actor'
import { errands } from './errands'

export type ErrandDocument = NonNullable<Awaited<ReturnType<typeof errands.get>>>

/** What the clock must do about this record next. */
export function dueOf(record: ErrandDocument, now: number) {
  return nextDue({ ...record, id: record._id, state: record.state ?? '', my: [] }, now)
}

/** It rises to the desk with a reason; a person, not a timer, ends it (law 7). Only while nobody has written since. */
export function raise(record: ErrandDocument, why: Rising, actor: Actor): Promise<Moved> {
  return errands.change(errand.rise, record._id, actor, {
    rev: record.rev,
    patch: { escalated: { why, at: actor.now } },
    tell: [{ to: toDesk, say: why }, ...toldFamily(why, record).map(say => ({ to: toFamily, say }))],
  })
}

/** What a family is told of it: that somebody looks after it, and not whom to blame. */
function toldFamily(why: Rising, { kind }: ErrandDocument): Saying[] {
  if (why === 'nobodyDeparts' && isRide({ kind })) return ['carNotOff']
  return why === 'nobodyArrives' ? ['late'] : []
}

/** The clock's own verb for one errand: rises if it is due to. */
export async function rise({ id }: InputOf<typeof errand.rise>, actor: Actor): Promise<Moved> {
  const record = await errands.get(id)
  const due = record && dueOf(record, actor.now)
  const why = risings.find(rising => rising === due?.act)
  if (!record || !due || !why || due.at > actor.now) throw new Failure('NOT_FOUND')
  return raise(record, why, actor)
}
