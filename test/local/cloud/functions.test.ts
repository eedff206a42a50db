import { setImmediate as turn } from 'node:timers/promises'
import { openTown, sdk, type Town } from './town'

let town: Town
let goOn: () => void = () => undefined
const held = new Promise<void>(resolve => (goOn = resolve))
beforeAll(async () => {
  town = await openTown({
    functions: {
      whoami: async event => ({ context: sdk.getWXContext(), event }),
      interleaved: async () => {
        const before = sdk.getWXContext()['OPENID']
        await turn()
        await sdk.database().collection('counters').where({ _id: 'nobody' }).get()
        return [before, sdk.getWXContext()['OPENID']]
      },
      outer: async event => (await sdk.callFunction({ name: 'whoami', data: event })).result,
      broken: async () => {
        throw new Error('the kettle is broken')
      },
      slow: () => new Promise(resolve => setTimeout(resolve, 60_000).unref()),
      big: async () => 'x'.repeat(1024 * 1024),
      clock: async () => Date.now() + Number(process.env['XINLIN_CLOCK_OFFSET_MS']),
      work: async () => {
        const counters = sdk.database().collection('counters')
        await counters.add({ data: { n: 1 } })
        await counters.where({ n: 1, _id: sdk.database().command['gt']?.('') }).get()
      },
      nothing: async () => undefined,
      waits: async () => {
        await held
        await sdk
          .database()
          .collection('counters')
          .add({ data: { n: 2 } })
      },
    },
  })
})
afterAll(() => town.close())

test('a function knows who called, and the caller cannot say otherwise', async () => {
  const result = await town.cloud.call('whoami', 'rider-1', { a: 1, userInfo: { openId: 'rider-2' } })
  expect(result).toMatchObject({
    context: { OPENID: 'rider-1', SOURCE: 'wx_client' },
    event: { a: 1, userInfo: { openId: 'rider-1' } },
  })
})

test('a thousand people at once are never taken for one another', async () => {
  const people = Array.from({ length: 1000 }, (_, n) => `person-${n}`)
  const seen = await Promise.all(people.map(openid => town.cloud.call('interleaved', openid, {})))
  expect(seen.filter((pair, n) => JSON.stringify(pair) !== JSON.stringify([people[n], people[n]]))).toEqual([])
})

test('outside a call nobody is the caller', () => {
  expect(sdk.getWXContext()['OPENID']).toBeUndefined()
})

test('a function that calls another does so for its own caller', async () => {
  expect(await town.cloud.call('outer', 'rider-1', { a: 1 })).toMatchObject({
    context: { OPENID: 'rider-1', SOURCE: 'wx_client,scf' },
  })
})

test('a timer is nobody', async () => {
  const result = await town.cloud.trigger('whoami')
  expect(result).toMatchObject({ context: { SOURCE: 'wx_trigger' }, event: { Type: 'Timer' } })
  expect(result).not.toHaveProperty('context.OPENID')
})

test('what a function throws reaches the phone as -504002 with its words', async () => {
  await expect(town.cloud.call('broken', 'r', {})).rejects.toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('the kettle is broken'),
  })
})

test('a function that does not exist is told by its name', async () => {
  await expect(town.cloud.call('__proto__', 'r', {})).rejects.toMatchObject({
    errCode: -501000,
    errMsg: expect.stringContaining('__proto__'),
  })
})

test('a request over 100 KB and a result over 1 MB are refused with the platform codes', async () => {
  await expect(town.cloud.call('whoami', 'r', { text: 'x'.repeat(100 * 1024) })).rejects.toMatchObject({
    errCode: -501001,
    errMsg: expect.stringContaining('EXCEED_MAX_PAYLOAD_SIZE'),
  })
  await expect(town.cloud.call('big', 'r', {})).rejects.toMatchObject({ errCode: -604001 })
})

test('a function that takes longer than its limit is given up', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance'] })
  try {
    const call = expect(town.cloud.call('slow', 'r', {})).rejects.toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('20 seconds'),
    })
    await jest.advanceTimersByTimeAsync(20_001)
    await call
  } finally {
    jest.useRealTimers()
  }
})

test('no result is null, as JSON has it', async () => {
  expect(await town.cloud.call('nothing', 'r', {})).toBeNull()
})

test('a function sees the moved clock by its environment only', async () => {
  town.cloud.clock.advance(86_400_000)
  const seen = await town.cloud.call('clock', 'r', {})
  expect(Math.abs(Number(seen) - town.cloud.clock.now())).toBeLessThan(2000)
  expect(() => town.cloud.clock.advance(-1)).toThrow('only advances forward')
})

test('what a call asked of the cloud is counted as its own', async () => {
  town.cloud.resetStats()
  await town.cloud.call('work', 'rider-1', { verb: 'accept' })
  const { invocations, functions, totals, actions } = town.cloud.stats()
  expect(invocations).toEqual([
    expect.objectContaining({ fn: 'work', verb: 'accept', openid: 'rider-1', requests: 2, examined: 1, returned: 1 }),
  ])
  expect(functions['work']).toMatchObject({ calls: 1, errors: 0, requests: 2 })
  expect(totals).toMatchObject({ calls: 1, requests: 2 })
  expect(actions['counters insertDocument']?.bytesWritten).toBeGreaterThan(40)
  await town.cloud.call('broken', 'rider-1', {}).catch(() => undefined)
  expect(town.cloud.stats().invocations[1]).toMatchObject({ fn: 'broken', error: 'FUNCTIONS_EXECUTE_FAIL' })
})

test('a running call is known however many others come and go beside it', async () => {
  town.cloud.resetStats()
  const waiting = town.cloud.call('waits', 'rider-1', {})
  for (let n = 0; n < 5100; n++) await town.cloud.call('nothing', 'rider-2', {})
  goOn()
  await waiting
  expect(town.cloud.stats().functions['waits']).toMatchObject({ calls: 1, requests: 1 })
})

test('listeners hear where something was written, not what, and not of writes that failed', async () => {
  const heard: unknown[] = []
  const stop = town.cloud.changes.on(change => heard.push(change))
  await town.errands.add({ data: { _id: 'heard', communityId: 'c1', secret: 'x' } })
  await town.errands.add({ data: { _id: 'heard', communityId: 'c1' } }).catch(() => undefined)
  await town.errands.where({ _id: 'heard' }).update({ data: { communityId: 'c2' } })
  stop()
  await town.errands.doc('heard').remove()
  expect(heard).toEqual([
    { collection: 'errands', communityId: 'c1' },
    { collection: 'errands', communityId: 'c1' },
    { collection: 'errands', communityId: 'c2' },
  ])
})
