import { nextRing, readCron } from '../../../local/cloud/timers/cron'
import { startTimers } from '../../../local/cloud/timers/timers'
import type { Clock } from '../../../local/cloud/index'
import type { Runner } from '../../../local/cloud/functions/runner'

const beijing = (text: string): number => Date.parse(`${text}+08:00`)

test.each([
  ['0 */5 * * * * *', '2026-03-01T08:02:30', '2026-03-01T08:05:00'],
  ['0 0 8 * * * *', '2026-03-01T08:00:00', '2026-03-02T08:00:00'],
  ['0 30 6,18 * * * *', '2026-03-01T06:30:00', '2026-03-01T18:30:00'],
  ['30 0 0 1 * * *', '2026-12-31T23:59:59', '2027-01-01T00:00:30'],
  ['0 0 9 * * 1-5 *', '2026-03-06T09:00:00', '2026-03-09T09:00:00'],
  ['0 0 9 * * 0 *', '2026-03-01T09:00:01', '2026-03-08T09:00:00'],
  ['0 0 0 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
  ['10-20/5 * * * * * *', '2026-03-01T00:00:15', '2026-03-01T00:00:20'],
  ['0 0 0 1 1 * 2030', '2026-03-01T00:00:00', '2030-01-01T00:00:00'],
])('%s rings after %s at %s, Beijing time', (schedule, from, rings) => {
  expect(nextRing(readCron(schedule), beijing(from))).toBe(beijing(rings))
})

test('a year that is over rings no more', () => {
  expect(nextRing(readCron('0 0 0 1 1 * 2020'), beijing('2026-03-01T00:00:00'))).toBeUndefined()
})

test.each([
  '',
  '* * * * *',
  '60 * * * * * *',
  '* * 24 * * * *',
  '* * * 0 * * *',
  '* * * * * 7 *',
  '*/0 * * * * * *',
  '5-1 * * * * * *',
  'x * * * * * *',
  '1,,2 * * * * * *',
  '__proto__ * * * * * *',
])('the schedule %j is refused', schedule => {
  expect(() => readCron(schedule)).toThrow('schedule')
})

describe('on the product clock', () => {
  let offset = 0
  let release: (() => void)[] = []
  let rung: string[] = []
  const clock: Clock = {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    set: to => void (offset = to - Date.now()),
    advance: ms => void (offset += ms),
    reached: async () => undefined,
  }
  const config = { openapi: [], timeoutMs: 3000, triggers: [{ name: 't', type: 'timer', config: '0 * * * * * *' }] }
  const runner: Runner = {
    names: () => ['clock'],
    config: () => config,
    run: async () => '',
    kill: () => undefined,
    close: async () => undefined,
  }
  const trigger = (fn: string): Promise<void> => {
    rung.push(fn)
    return new Promise(resolve => release.push(resolve))
  }
  beforeEach(() => {
    jest.useFakeTimers({ now: beijing('2026-03-01T08:00:30') })
    offset = 0
    release = []
    rung = []
  })
  afterEach(() => jest.useRealTimers())
  const finish = async (): Promise<void> => {
    for (const done of release.splice(0)) done()
    await jest.advanceTimersByTimeAsync(0)
  }

  test('a timer rings when its minute comes, once', async () => {
    const stop = startTimers(runner, clock, trigger)
    await jest.advanceTimersByTimeAsync(29_000)
    expect(rung).toEqual([])
    await jest.advanceTimersByTimeAsync(2000)
    expect(rung).toEqual(['clock'])
    await finish()
    stop()
    await jest.advanceTimersByTimeAsync(300_000)
    expect(rung).toEqual(['clock'])
  })

  test('it never overlaps with itself', async () => {
    const stop = startTimers(runner, clock, trigger)
    await jest.advanceTimersByTimeAsync(200_000)
    expect(rung).toHaveLength(1)
    await finish()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(rung).toHaveLength(2)
    stop()
  })

  test('a clock moved a day forward rings it once, and one set back is believed', async () => {
    const stop = startTimers(runner, clock, trigger)
    clock.advance(86_400_000)
    await jest.advanceTimersByTimeAsync(1000)
    expect(rung).toHaveLength(1)
    await finish()
    clock.set(beijing('2026-01-01T00:00:50'))
    await jest.advanceTimersByTimeAsync(1000)
    expect(rung).toHaveLength(1)
    await jest.advanceTimersByTimeAsync(10_000)
    expect(rung).toHaveLength(2)
    stop()
  })

  test.each([
    ['always fails is tried again twice', 5, 3],
    ['failed once is tried again until it succeeds', 1, 2],
    ['succeeds runs once', 0, 1],
  ])('a run that %s', async (_what, failures, runs) => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const stop = startTimers(runner, clock, async fn => {
      if (rung.push(fn) <= failures) throw new Error('it failed')
    })
    await jest.advanceTimersByTimeAsync(31_000)
    expect(rung).toHaveLength(runs)
    stop()
    stderr.mockRestore()
  })

  test('the stage may ring faster', async () => {
    const stop = startTimers(runner, clock, trigger, 100)
    await jest.advanceTimersByTimeAsync(100)
    await finish()
    await jest.advanceTimersByTimeAsync(100)
    expect(rung).toHaveLength(2)
    stop()
  })
})
