import { recurring } from '@domain/recurring'
import { a, personId, type Town } from '../town'
import type { About, Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'

const { hash } = require('../../../cloudfunctions/kernel/hash') as typeof import('../../../cloudfunctions/kernel/hash')

/** 每周一三五, half past ten. */
export const meals = {
  weekdays: [1, 3, 5] satisfies (1 | 3 | 5)[],
  dates: [],
  from: '10:30',
  until: '11:00',
  fromOn: '2026-11-24',
}
const ofErrand = { of: 'errand', but: ['BAD_INPUT'] } as const
/** A Friday of its days. */
const onDay = ({ id }: About) => ({ id, on: '2026-11-27' })

export const samples: Samples = {
  add: { ...ofErrand, input: ({ id }) => ({ errandId: id, ...meals }) },
  keep: { ...ofErrand, input: ({ id }) => ({ errandId: id, name: '爸爸的午饭' }) },
  list: { of: 'household', input: ({ id }) => ({ householdId: id }) },
  change: { of: 'recurring', input: ({ id, record }) => ({ id, rev: record.rev, ...meals }), but: ['WRONG_STATE'] },
  skip: { of: 'recurring', input: onDay, but: ['NOT_FOUND'] },
  unskip: { of: 'recurring', input: onDay, but: ['NOT_FOUND'] },
}

/** A rule in every state, and who stands in on a day. */
export async function things(town: Town, before: readonly Thing[]): Promise<Thing[]> {
  const family = town.as('daughter')
  const errandId =
    before.find(({ kind, state, which }) => kind === 'errand' && state === 'returned' && !which)?.id ?? ''
  const made = async (state: string, end?: typeof recurring.pause | typeof recurring.end): Promise<Thing> => {
    const { id } =
      state === 'kept'
        ? await family(recurring.keep, { errandId, name: '爸爸的午饭' })
        : await family(recurring.add, { errandId, ...meals })
    if (end) await family(end, { id })
    return {
      kind: 'recurring',
      collection: 'recurrings',
      id,
      state,
      belongs: { family: ['daughter', 'moved-away'] },
    }
  }
  const stopped = await made('paused', recurring.pause)
  await town.set('recurrings', stopped.id, { stopped: 'askerLeft', callsOpen: 1 })
  const list = [await made('kept'), await made('going'), stopped, await made('ended', recurring.end)]
  const id = `s${hash('h-father 2026-11-25')}`
  await town.put('substitutes', {
    _id: id,
    communityId: a,
    householdId: 'h-father',
    on: '2026-11-25',
    riderId: personId('li'),
    riderName: '李师傅',
    regularRiderId: personId('zhang'),
    regularRider: '张师傅',
    by: '李书记',
    inboxOf: ['household:h-father', `person:${personId('li')}`],
    endsAt: 0,
    state: 'named',
    rev: 'r0',
    touchedAt: 0,
    timeline: [],
    outbox: {},
  })
  const belongs = { family: ['daughter', 'moved-away'], standsIn: ['li'] }
  return [...list, { kind: 'substitute', collection: 'substitutes', id, state: 'named', belongs }]
}
