import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultRule } from '../../../local/cloud/index'
import { openTown, sdk, tempDir, type Town } from './town'

const write: Omit<FaultRule & { on: 'request' }, 'fault'> = { on: 'request', action: 'database.modifyDocument' }
const sdkPath = require.resolve('wx-server-sdk')

let town: Town
beforeAll(async () => {
  town = await openTown({
    functions: {
      counter: async event => {
        const counters = sdk.database({ throwOnNotFound: false }).collection('counters')
        const inc = sdk.database().command['inc']
        for (const id of Object(event).ids) await counters.where({ _id: id }).update({ data: { n: inc?.(1) } })
        return 'counted'
      },
    },
  })
})
afterAll(() => town.close())
beforeEach(async () => {
  town.cloud.faults.clear()
  town.cloud.resetStats()
  for (const _id of ['a', 'b'])
    await town.db
      .collection('counters')
      .doc(_id)
      .set({ data: { n: 0 } })
})

const inc = (): Promise<{ stats: { updated: number } }> =>
  town.db
    .collection('counters')
    .where({ _id: 'a' })
    .update({ data: { n: town.db.command['inc']?.(1) } })
const read = async (id = 'a'): Promise<unknown> =>
  (await town.db.collection('counters').where({ _id: id }).get()).data[0]?.['n']
const count = (...ids: string[]): Promise<unknown> => town.cloud.call('counter', 'r1', { verb: 'count', ids })

test('without a rule nothing goes wrong, and nothing is listed', async () => {
  await inc()
  expect([await read(), town.cloud.stats().faults]).toEqual([1, {}])
})

test('an error comes before the write, with its own code', async () => {
  town.cloud.faults.add({ ...write, fault: { kind: 'error', code: 'DATABASE_REQUEST_FAILED', message: 'the disk' } })
  await expect(inc()).rejects.toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('the disk') })
  expect(await read()).toBe(0)
})

test('a conflict is worded as the cloud words it', async () => {
  town.cloud.faults.add({ ...write, fault: { kind: 'conflict' } })
  await expect(inc()).rejects.toThrow('[ResourceUnavailable.TransactionConflict] Transaction is conflict')
  expect(await read()).toBe(0)
})

test('what is not answered has been done', async () => {
  town.cloud.faults.add({ ...write, fault: { kind: 'unanswered' } })
  await expect(inc()).rejects.toThrow('socket hang up')
  expect(await read()).toBe(1)
})

test('what is delivered twice is done twice', async () => {
  town.cloud.faults.add({ ...write, fault: { kind: 'twice' } })
  expect(await inc()).toMatchObject({ stats: { updated: 1 } })
  expect([await read(), town.cloud.stats().actions['counters modifyDocument']?.requests]).toEqual([2, 4])
})

test('only the one that was meant is struck, and each strike is listed', async () => {
  const nth = { ...write, collection: 'counters', nth: 2 }
  town.cloud.faults.add({ ...nth, fault: { kind: 'unanswered' } })
  town.cloud.faults.add({ ...write, collection: 'errands', fault: { kind: 'conflict' } })
  town.cloud.faults.add({ ...write, fn: 'counter', verb: 'count', fault: { kind: 'conflict' } })
  await inc()
  await expect(inc()).rejects.toThrow('socket hang up')
  await inc()
  expect(await read()).toBe(3)
  expect(town.cloud.stats().faults).toEqual({ 'unanswered any request database.modifyDocument counters': 1 })
})

test('what is held is done when it is let go, not before', async () => {
  town.cloud.faults.add({ ...write, nth: 1, fault: { kind: 'hold' } })
  const first = inc()
  await inc()
  expect(await read()).toBe(1)
  town.cloud.faults.release()
  await first
  expect(await read()).toBe(2)
})

test('a delay is over when the clock says so', async () => {
  town.cloud.faults.add({ ...write, nth: 1, fault: { kind: 'delay', ms: 3600_000 } })
  const slow = inc()
  await inc()
  town.cloud.clock.advance(3599_000)
  await inc()
  expect(await read()).toBe(2)
  town.cloud.clock.advance(1000)
  await slow
  expect(await read()).toBe(3)
})

test('a call can be delivered twice, fail, or have its answer lost', async () => {
  town.cloud.faults.add({ on: 'call', fn: 'counter', nth: 1, fault: { kind: 'twice' } })
  expect([await count('a'), await read()]).toEqual(['counted', 2])
  town.cloud.faults.add({ on: 'call', fn: 'counter', nth: 1, fault: { kind: 'unanswered' } })
  await expect(count('a')).rejects.toMatchObject({ errCode: -501002 })
  expect(await read()).toBe(3)
  town.cloud.faults.add({ on: 'call', verb: 'count', nth: 1, fault: { kind: 'error', code: 'FUNCTIONS_EXECUTE_FAIL' } })
  await expect(count('a')).rejects.toMatchObject({ errCode: -504002 })
  expect(await read()).toBe(3)
})

test.each([
  ['before', 0],
  ['after', 1],
] as const)('who is killed %s a request asks nothing after it', async (when, done) => {
  town.cloud.faults.add({ ...write, fn: 'counter', nth: 1, fault: { kind: 'kill', when } })
  await expect(count('a', 'b', 'b')).rejects.toMatchObject({ errCode: -504002 })
  expect([await read('a'), await read('b')]).toEqual([done, 0])
  expect(await count('b')).toBe('counted')
})

test('tools ask for faults, and for an end to them, and are told which rule is none', async () => {
  const say = async (body: unknown): Promise<[number, unknown]> => {
    const answer = await fetch(`${town.cloud.url}/faults`, { method: 'POST', body: JSON.stringify(body) })
    return [answer.status, await answer.json()]
  }
  const rule = { ...write, fault: { kind: 'conflict' } }
  expect(await say({ add: rule })).toEqual([200, { rules: [rule] }])
  await expect(inc()).rejects.toThrow('Transaction is conflict')
  expect(await (await fetch(`${town.cloud.url}/stats`)).json()).toMatchObject({
    faults: { 'conflict any request database.modifyDocument': 1 },
  })
  expect(await say({ clear: true })).toEqual([200, { rules: [] }])
  await inc()
  const junk = [null, {}, 'x', { add: {} }, { add: { ...rule, nth: 0 } }, { add: { ...rule, fault: { kind: 'x' } } }]
  for (const body of [...junk, { add: { on: 'call', fault: { kind: 'kill', when: 'after' } } }])
    expect((await say(body))[0]).toBe(400)
})

describe('in a thread', () => {
  const functions = tempDir()
  let other: Town
  beforeAll(async () => {
    mkdirSync(join(functions.dir, 'work'))
    writeFileSync(
      join(functions.dir, 'work', 'index.js'),
      `const cloud = require(${JSON.stringify(sdkPath)})
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
      let calls = 0
      exports.main = async () => {
        const at = ++calls
        const counters = cloud.database().collection('counters')
        await counters.add({ data: { at } }).catch(() => undefined)
        await counters.add({ data: { after: at } })
        return at
      }`,
    )
    other = await openTown({ functionsDir: functions.dir })
  })
  afterAll(async () => {
    await other.close()
    functions.remove()
    Object.assign(process.env, town.cloud.env)
  })

  test('the instance itself dies, and the next call has another one', async () => {
    expect(await other.cloud.call('work', 'r1', {})).toBe(1)
    other.cloud.faults.add({ on: 'request', fn: 'work', nth: 1, fault: { kind: 'kill', when: 'after' } })
    await expect(other.cloud.call('work', 'r1', {})).rejects.toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('killed'),
    })
    expect(await other.cloud.call('work', 'r1', {})).toBe(1)
    expect(other.cloud.stats().actions['counters insertDocument']?.requests).toBe(5)
  })
})
