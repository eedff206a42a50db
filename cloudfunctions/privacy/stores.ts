import type { ErrandRecord } from '@domain/errand/record'
import type { RecurringRecord } from '@domain/recurring/record'
import type { Confirmation } from '@domain/rider/record'
import type { Claims } from '@domain/roster/claim'
import { personDoor } from '@domain/relation'
import type { Me } from '@domain/role'
import type { Visit } from '@domain/station'
import { _ } from '../kernel/cloud'
import { records } from '../kernel/records'

/** What other areas write; here it is read, and freed of whoever leaves. */
export const errands = records<Omit<ErrandRecord, 'id' | 'rev' | 'state' | 'timeline'>>('errands')
export const visits = records<Omit<Visit, 'id' | 'my' | 'state'> & { personId: string }>('visits')
export const progress = records<{ postId: string; personId: string; card: number; finishedAt: number }>('progress')
export const people = records<{ phone?: string; confirmations?: Confirmation[] }>('people', { lasting: true })
export const bindings = records<{ relativeId: string }>('bindings')
export const recurrings = records<RecurringRecord>('recurrings')
export const workers = records<{ personId?: string; claims: Claims; marks: string[] }>('roster')

/** His own, as each index finds them: the errands of his households, those he carried, where he was, what he read. */
export const own = {
  family: (me: Me) => ({ householdId: _.in(me.households.map(({ id }) => id)) }),
  carried: (me: Me) => ({ inboxOf: personDoor(me.id), riderId: me.id }),
  person: (me: Me) => ({ personId: me.id }),
}
