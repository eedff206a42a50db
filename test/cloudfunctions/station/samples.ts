import { a, personId, type Town } from '../town'
import type { About, Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'

const withRev = (more: object = {}) => ({
  of: 'station',
  input: ({ id, record }: About) => ({ id, rev: record.rev, ...more }),
})

export const samples: Samples = {
  behind: { of: 'station', input: ({ record }) => ({ code: record.code }) },
  arrive: { of: 'station', input: ({ record }) => ({ code: record.code }) },
  announce: { of: 'station', input: ({ record }) => ({ code: record.code }) },
  close: withRev({ how: 'while' }),
  reopen: withRev(),
  attest: withRev(),
  mend: withRev({ facility: 'water' }),
  report: { of: 'station', input: ({ id }) => ({ id, facility: 'water' }) },
  admit: { of: 'visit', input: ({ id }) => ({ id }) },
}

const belongs = { keeper: ['keeper', 'moved-away'] }

export async function things(town: Town): Promise<Thing[]> {
  const states = ['waiting', 'counted']
  const visit = (state: string) => ({
    _id: `visit-${state}`,
    communityId: a,
    stationId: 's1',
    stationName: '红色驿站',
    personId: personId('zhang'),
    who: '张师傅',
    on: '2026-11-23',
    at: town.cloud.clock.now(),
    how: 'keeper',
    state,
    rev: 'r0',
    touchedAt: 0,
    timeline: [],
    outbox: {},
  })
  await town.put('visits', ...states.map(visit))
  const visits = states.map(state => ({
    kind: 'visit',
    collection: 'visits',
    id: `visit-${state}`,
    state,
    belongs,
  }))
  return [...visits, { kind: 'station', collection: 'stations', id: 's1', belongs }]
}
