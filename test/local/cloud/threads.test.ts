import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud } from '../../../local/cloud/index'
import { openTown, schema, sdk, tempDir, type Town } from './town'

const { dir, remove } = tempDir()
const sdkPath = require.resolve('wx-server-sdk')

/** A built function; one that says `cloud` or `db` gets the SDK. */
function write(name: string, code: string, config: unknown = {}): void {
  mkdirSync(join(dir, name), { recursive: true })
  writeFileSync(
    join(dir, name, 'index.js'),
    !/cloud|db/.test(code)
      ? code
      : `const cloud = require(${JSON.stringify(sdkPath)})\ncloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })\nconst db = cloud.database()\n${code}`,
  )
  writeFileSync(join(dir, name, 'config.json'), JSON.stringify(config))
}

let town: Town
beforeAll(async () => {
  write(
    'whoami',
    `
    let calls = 0
    const atLoad = process.env.WX_OPENID
    exports.main = async (event) => {
      const busy = ++calls
      await db.collection('counters').where({ _id: 'x' }).get()
      return { context: cloud.getWXContext(), overlapped: busy !== calls, atLoad, zone: new Date().getTimezoneOffset(), home: process.env.HOME, offset: process.env.XINLIN_CLOCK_OFFSET_MS }
    }`,
  )
  write('outer', `exports.main = async (event) => (await cloud.callFunction({ name: 'whoami', data: event })).result`)
  write('busy', `exports.main = (event) => { while (event.loop) {} return 'free' }`, { timeout: 1 })
  write(
    'late',
    `exports.main = async (event) => { if (event.late) setImmediate(() => { throw new Error('too late') }); return 'ok' }`,
  )
  write('exit', `exports.main = async (event) => { if (event.exit) process.exit(3); return 'here' }`)
  write(
    'dies',
    `exports.main = async ({ how }) => { const t = await db.startTransaction(); await t.collection('counters').doc('held').update({ data: { n: 1 } }); if (how === 'exit') process.exit(3); for (;;) {} }`,
    { timeout: 1 },
  )
  write('torn', `throw new Error('cannot load')`)
  write('leaves', `process.exit(1)`)
  write(
    'accept',
    `exports.main = async ({ rider }) => (await db.collection('errands').where({ _id: 'race', state: 'dispatched' }).update({ data: { state: 'accepted', riderId: rider } })).stats.updated`,
    { timeout: 20 },
  )
  write(
    'send',
    `exports.main = async ({ api }) => { const [a, b] = api.split('.'); return cloud.openapi[a][b]({ touser: 'x', templateId: 't', data: { thing1: { value: '好' } } }).catch((error) => { if (error.errCode === -501001) throw error; return error.errCode }) }`,
    { permissions: { openapi: ['subscribeMessage.send', 'no.such'] } },
  )
  write(
    'ring',
    `exports.main = async (event) => ({ event, source: cloud.getWXContext().SOURCE, openid: cloud.getWXContext().OPENID, left: [process.env.WX_OPENID, process.env.TRIGGER_SRC] })`,
    { triggers: [{ name: 'minutely', type: 'timer', config: '0 * * * * * *' }] },
  )
  write(
    'again',
    `exports.main = async ({ times }) => (times > 0 ? (await cloud.callFunction({ name: 'again', data: { times: times - 1 } })).result + 1 : 0)`,
    { timeout: 10 },
  )
  write('endless', `exports.main = () => cloud.callFunction({ name: 'endless' })`, { timeout: 20 })
  write('limit', `exports.main = async (event, context) => context.time_limit_in_ms`)
  write('long', `exports.main = async (event, context) => context.time_limit_in_ms`, { timeout: 900 })
  write(
    'turns',
    `exports.main = async ({ n }) => { await db.collection('counters').add({ data: { _id: 'turn' + n } }); return 'done' }`,
    { timeout: 20 },
  )
  write(
    'forgets',
    `exports.main = async (event) => { if (event.forgets) { Promise.reject(new Error('nobody caught this')); await new Promise(() => undefined) } return 'well' }`,
  )
  write('big', `exports.main = async ({ bytes }) => 'x'.repeat(bytes - 2)`)
  write('prints', `exports.main = async () => { console.log('to the log'); return 'said' }`)
  town = await openTown({ functionsDir: dir })
})
afterAll(async () => {
  await town.close()
  remove()
})

test('twenty people at once: own identity, one call at a time in an instance, nothing of this machine around', async () => {
  const seen = await Promise.all(Array.from({ length: 20 }, (_, n) => town.cloud.call('whoami', `p${n}`, {})))
  seen.forEach((one, n) =>
    expect(one).toMatchObject({ context: { OPENID: `p${n}`, SOURCE: 'wx_client' }, overlapped: false, offset: '0' }),
  )
  for (const one of seen) for (const field of ['atLoad', 'home']) expect(one).not.toHaveProperty(field)
})

test('a caller, or a timer, is not kept for the next call', async () => {
  await town.cloud.call('ring', 'somebody', {})
  expect(await town.cloud.trigger('ring')).toEqual({
    event: expect.objectContaining({ Type: 'Timer', TriggerName: 'minutely' }),
    source: 'wx_trigger',
    left: [null, 'timer'],
  })
  expect(await town.cloud.call('ring', 'somebody', {})).toMatchObject({ left: ['somebody', null] })
})

test('a nested call keeps the caller', async () => {
  expect(await town.cloud.call('outer', 'rider-1', {})).toMatchObject({
    context: { OPENID: 'rider-1', SOURCE: 'wx_client,scf' },
  })
})

test('a busy loop is ended at its limit, and the next call is served', async () => {
  await expect(town.cloud.call('busy', 'r', { loop: true })).rejects.toMatchObject({
    errCode: -504003,
    errMsg: expect.stringContaining('1 seconds'),
  })
  expect(await town.cloud.call('busy', 'r', {})).toBe('free')
})

test.each(['exit', 'loop'])('what a function held when it died (%s) is free, and as it was', async how => {
  await town.db
    .collection('counters')
    .doc('held')
    .set({ data: { n: 0 } })
  await expect(town.cloud.call('dies', 'r', { how })).rejects.toThrow()
  const { stats } = await town.db
    .collection('counters')
    .where({ _id: 'held', n: 0 })
    .update({ data: { n: 2 } })
  expect(stats.updated).toBe(1)
})

test('a throw after the answer, or the end of the process, hurts nobody else', async () => {
  expect(await town.cloud.call('late', 'r', { late: true })).toBe('ok')
  expect(await town.cloud.call('late', 'r', {})).toBe('ok')
  await expect(town.cloud.call('exit', 'r', { exit: true })).rejects.toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('exit code 3'),
  })
  expect(await town.cloud.call('exit', 'r', {})).toBe('here')
})

test.each(['torn', 'leaves'])('a function that does not load (%s) says so to each caller', async fn => {
  const calls = Array.from({ length: 4 }, () => town.cloud.call(fn, 'r', {}))
  for (const call of calls) await expect(call).rejects.toMatchObject({ errCode: -504002 })
})

test('thirty riders through instances: one winner', async () => {
  await town.errands.add({ data: { _id: 'race', state: 'dispatched' } })
  const updated = await Promise.all(
    Array.from({ length: 30 }, (_, n) => town.cloud.call('accept', `r${n}`, { rider: `r${n}` })),
  )
  expect(updated.filter(one => one === 1)).toHaveLength(1)
})

test('a thousand calls by a thousand people are never taken for one another', async () => {
  const people = Array.from({ length: 1000 }, (_, n) => `person-${n}`)
  const seen = await Promise.all(people.map(openid => town.cloud.call('whoami', openid, {})))
  const wrong = seen.filter((one, n) => Object(one).context.OPENID !== people[n] || Object(one).overlapped)
  expect(wrong).toEqual([])
})

test('whoever waits for a busy function is served in the order of coming', async () => {
  // Of its three instances two are kept by whoever asks first; the others all go through the third.
  for (const nth of [1, 2]) town.cloud.faults.add({ on: 'request', fn: 'turns', nth, fault: { kind: 'hold' } })
  const order: number[] = []
  let goneBy: () => void = () => undefined
  const others = new Promise<void>(resolve => (goneBy = resolve))
  const calls = Array.from({ length: 40 }, async (_, n) => {
    await town.cloud.call('turns', `r${n}`, { n })
    if (order.push(n) === 38) goneBy()
  })
  await others
  expect(order).toEqual([...order].sort((a, b) => a - b))
  town.cloud.faults.clear()
  await Promise.all(calls)
})

test('a function that calls itself while all its instances are taken is answered', async () => {
  const calls = Array.from({ length: 6 }, () => town.cloud.call('again', 'r', { times: 2 }))
  expect(await Promise.all(calls)).toEqual([2, 2, 2, 2, 2, 2])
})

test('one that calls itself without end is refused by name, not waited for', async () => {
  const calls = Array.from({ length: 4 }, () => town.cloud.call('endless', 'r', {}))
  const refused = { reason: { errMsg: expect.stringContaining('nested more than 4 deep') } }
  expect(await Promise.allSettled(calls)).toMatchObject([refused, refused, refused, refused])
})

test('a function has 3 seconds, or what config.json says, 60 at most', async () => {
  expect(await town.cloud.call('limit', 'r', {})).toBe(3000)
  expect(await town.cloud.call('long', 'r', {})).toBe(60_000)
})

test('a rejection that nobody handles ends its own instance and no other', async () => {
  const [lost, well] = await Promise.allSettled([
    town.cloud.call('forgets', 'r1', { forgets: true }),
    town.cloud.call('forgets', 'r2', {}),
  ])
  expect(lost).toMatchObject({ reason: { errCode: -504002, errMsg: expect.stringContaining('nobody caught this') } })
  expect(well).toMatchObject({ value: 'well' })
  expect(await town.cloud.call('forgets', 'r1', {})).toBe('well')
})

test('a result of exactly 1 MB passes, one byte more does not', async () => {
  expect(String(await town.cloud.call('big', 'r', { bytes: 1024 * 1024 }))).toHaveLength(1024 * 1024 - 2)
  await expect(town.cloud.call('big', 'r', { bytes: 1024 * 1024 + 1 })).rejects.toMatchObject({ errCode: -604001 })
})

test('an event of exactly 100 KB passes, one byte more does not', async () => {
  const event = (bytes: number): object => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) })
  expect(await town.cloud.call('limit', 'r', event(100 * 1024))).toBe(3000)
  await expect(town.cloud.call('limit', 'r', event(100 * 1024 + 1))).rejects.toMatchObject({ errCode: -501001 })
})

test('what a function prints goes to the log of the process, never to its output', async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
  const stdout = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  await town.cloud.call('prints', 'r', {})
  const [logged, printed] = [stderr, stdout].map(spy => spy.mock.calls.map(([text]) => String(text)).join(''))
  jest.restoreAllMocks()
  expect([logged, printed]).toEqual(['to the log\n', ''])
})

test('an openapi that config.json does not list is not permitted, and one that is nowhere is unknown', async () => {
  expect(await town.cloud.call('send', 'r', { api: 'security.msgSecCheck' })).toBe(-604101)
  expect(await town.cloud.call('send', 'r', { api: 'no.such' })).toBe(-604100)
  expect(await town.cloud.call('send', 'r', { api: 'subscribeMessage.send' })).toBe(43101)
})

test('outside of a function the SDK speaks for nobody', () => {
  expect(sdk.getWXContext()['OPENID']).toBeUndefined()
})

test.each([
  ['functionsDir', '/nowhere/at/all', 'the functions folder /nowhere/at/all cannot be read'],
  ['dataDir', '/dev/null/data', 'cannot be written'],
])('a %s that cannot be used is said in one line, and nothing stays open', async (option, value, words) => {
  const data = tempDir()
  await expect(startCloud({ dataDir: data.dir, schema, [option]: value })).rejects.toThrow(words)
  data.remove()
})

test('two triggers on one function, and a schedule that cannot be read, are refused', async () => {
  for (const [triggers, words] of [
    [
      [
        { name: 'a', type: 'timer', config: '* * * * * * *' },
        { name: 'b', type: 'timer', config: '* * * * * * *' },
      ],
      'one trigger',
    ],
    [[{ name: 'a', type: 'timer', config: '* * * *' }], 'seven fields'],
  ] as const) {
    const data = tempDir()
    mkdirSync(join(data.dir, 'f', 'bad'), { recursive: true })
    writeFileSync(join(data.dir, 'f', 'bad', 'index.js'), '')
    writeFileSync(join(data.dir, 'f', 'bad', 'config.json'), JSON.stringify({ triggers }))
    await expect(
      startCloud({ dataDir: join(data.dir, 'd'), schema, functionsDir: join(data.dir, 'f') }),
    ).rejects.toThrow(words)
    data.remove()
  }
})
