import { minuteMs } from '@domain/time'
import { a, lunch, openTown, type Town } from '../town'
import { pileUp, quiet, wrongs } from './backlog'
import { harms } from './trials'

let town: Town
beforeAll(async () => {
  town = await openTown()
  town.cloud.wechat.grants('zhang', 'XINLIN_PROGRESS', 100_000)
})
beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => {
  town.cloud.faults.clear()
  jest.restoreAllMocks()
})
afterAll(() => town.close())

const ring = () => town.tick().catch(() => undefined)
const struck = () => Object.keys(town.cloud.stats().faults).length > 0

/**
 * Killed before a request is killed after the one before it, as the clock asks one thing after the other; and a conflict is a refusal.
 * WeChat's own door may deliver a push twice, and nobody can take it back: only what is written is delivered twice here.
 */
const cases: [string, object][] = [
  ['kills the instance after it is done', {}],
  ['is refused before it is done', {}],
  ['is done and never answered', {}],
  ['is delivered twice', { action: 'database.modifyDocument' }],
]

test.each(cases)(
  'when any one request of a run %s, nothing doubles and nothing is missed',
  async (harm, which) => {
    let rounds = 0
    // Of all its requests every second one: the whole row of them takes minutes. Of its writes, which are few, each.
    const step = 'action' in which ? 1 : 2
    for (let nth = 1; ; nth += step) {
      const backlog = await pileUp(town)
      town.cloud.resetStats()
      const fault = harms[harm] ?? { kind: 'hold' }
      town.cloud.faults.add({ on: 'request', fn: 'clock', ...which, nth, fault })
      await ring()
      town.cloud.faults.clear()
      const isStruck = struck()
      await quiet(town)
      expect([nth, await wrongs(town, backlog)]).toEqual([nth, []])
      if (!isStruck) break
      rounds++
    }
    expect(rounds).toBeGreaterThan(20)
  },
  120_000,
)

test('fired twice at one moment, it does everything once', async () => {
  const backlog = await pileUp(town)
  await Promise.all([town.cloud.trigger('clock', { times: 2 }), town.cloud.trigger('clock', { times: 2 })])
  await quiet(town)
  expect(await wrongs(town, backlog)).toEqual([])
})

describe('more than a batch', () => {
  const many = 130
  const piled = async (): Promise<string[]> => {
    const now = town.cloud.clock.now()
    const ids = Array.from({ length: many }, (_, n) => `m${now}-${String(n).padStart(3, '0')}`)
    const waitingSince = now - 11 * minuteMs
    const { when: _when, ...asked } = lunch
    const told = { timeline: [], outbox: {}, callsOpen: 0, inboxOf: [], rev: 'r0', touchedAt: now }
    const waits = { ...asked, ...told, state: 'requested', waitingSince, dueAt: now - minuteMs }
    await Promise.all(ids.map(_id => town.put('errands', { ...waits, _id, slot: _id })))
    return ids
  }
  const risen = async (ids: string[]): Promise<number> => {
    const records = await Promise.all(ids.map(id => town.stored('errands', id)))
    return records.filter(record => record?.escalated !== undefined).length
  }

  test('is finished in one run', async () => {
    const ids = await piled()
    expect(await town.tick()).toMatchObject({ data: { risen: many, told: many } })
    expect(await risen(ids)).toBe(many)
  })

  test('past its deadline a run stops, and the next one does the rest', async () => {
    const ids = await piled()
    let writes = 0
    const stop = town.cloud.changes.on(({ collection }) => {
      if (collection === 'errands' && ++writes === 70) town.cloud.clock.advance(40_000)
    })
    await town.tick()
    stop()
    expect(await risen(ids)).toBe(70)
    await town.tick()
    expect(await risen(ids)).toBe(many)
  })

  test('however many cannot even be set aside, whoever stands behind them has his turn, and the run ends', async () => {
    const ids = await piled()
    await town.put('posts', { _id: 'p1', communityId: a, state: 'scheduled', dueAt: 1, rev: 'r0', timeline: [] })
    town.cloud.faults.add({
      on: 'request',
      fn: 'clock',
      action: 'database.modifyDocument',
      collection: 'errands',
      fault: { kind: 'error', code: 'DATABASE_REQUEST_FAILED' },
    })
    town.cloud.resetStats()
    await town.tick()
    // Each errand is tried once and set aside once, in three batches.
    expect(town.cloud.stats().actions['errands modifyDocument']?.requests ?? 0).toBe(0)
    expect(Object.values(town.cloud.stats().faults)).toEqual([2 * many])
    expect(await town.stored('posts', 'p1')).toMatchObject({ state: 'published' })
    town.cloud.faults.clear()
    await town.tick()
    expect(await risen(ids)).toBe(many)
  })
})
