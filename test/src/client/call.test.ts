import { arrived, cloud, fine, lost, receipt, refused, said, stageOrigin, startAgain, tell, tenOhSeven } from './played'
import { errand } from '@domain/errand'
import { Failure, failures } from '@domain/failure'
import { Key } from '@domain/operation'
import { people } from '@domain/people'
import * as z from '@domain/zod'
import { call } from '@/client/call'
import { heldMe } from '@/client/me'
import { now } from '@/client/now'

const failureOf = (asked: Promise<unknown>): Promise<Failure> =>
  asked.then(
    () => Promise.reject(new Error('it did not fail')),
    (fault: Failure) => fault,
  )

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})

describe('what a person is told', () => {
  test('every failure of the cloud arrives as its own sentence', async () => {
    for (const code of Object.keys(failures)) {
      cloud(() => refused(code, { who: '李师傅', left: 2 }))
      const failure = await failureOf(call(errand.one, { id: 'e1' }))
      expect(failure.code).toBe(code)
      expect(failure.sentence).toMatch(/[\u4e00-\u9fff]/)
    }
    cloud(() => refused('TAKEN', { who: '李师傅' }))
    expect((await failureOf(call(errand.accept, { id: 'e1' }))).sentence).toBe('刚被李师傅接了，谢谢您')
  })

  test.each(['FROM_NEXT_YEAR', '__proto__', 'toString', ''])(
    'a code this phone does not know (%s) reads as BROKEN',
    async code => {
      cloud(() => refused(code))
      expect((await failureOf(call(errand.one, { id: 'e1' }))).code).toBe('BROKEN')
    },
  )

  test.each([null, '', [], 'junk', { result: null }, { result: { ok: true } }, { result: { ok: 'yes', at: 1 } }])(
    'an answer that is none (%j) reads as BROKEN',
    async answer => {
      cloud(() => answer)
      expect((await failureOf(call(errand.one, { id: 'e1' }))).code).toBe('BROKEN')
    },
  )

  test('what the platform refuses reads as BROKEN, and as too long where it was too long', async () => {
    cloud(() => ({ errCode: -504002, errMsg: 'cloud.callFunction:fail FUNCTIONS_EXECUTE_FAIL' }))
    expect((await failureOf(call(errand.one, { id: 'e1' }))).code).toBe('BROKEN')
    cloud(() => ({ errCode: -501001, errMsg: 'cloud.callFunction:fail EXCEED_MAX_PAYLOAD_SIZE' }))
    expect((await failureOf(call(errand.one, { id: 'e1' }))).code).toBe('TOO_BIG')
  })
})

describe('a network that fails', () => {
  test('a write whose reply was lost is sent once more, with the same key', async () => {
    cloud(() => (arrived.length === 1 ? lost() : receipt('e1')))
    await call(errand.accept, { id: 'e1' })
    expect(arrived).toHaveLength(2)
    expect(z.safeParse(Key, arrived[0]?.key).success).toBe(true)
    expect(arrived[1]?.key).toBe(arrived[0]?.key)
  })

  test('a question carries no key and is not repeated', async () => {
    cloud(lost)
    expect((await failureOf(call(errand.one, { id: 'e1' }))).code).toBe('OFFLINE')
    expect(arrived).toHaveLength(1)
    expect(arrived[0]).not.toHaveProperty('key')
  })

  test('who waits for 12 seconds is told that the network is slow', async () => {
    jest.useFakeTimers()
    cloud(() => new Promise(() => undefined))
    const failure = failureOf(call(errand.one, { id: 'e1' }))
    await jest.advanceTimersByTimeAsync(12_000)
    expect((await failure).code).toBe('TIMED_OUT')
    jest.useRealTimers()
  })

  test('网络很慢 on the stage: the question leaves late, and is answered', async () => {
    jest.useFakeTimers()
    cloud(() => fine({ rows: [] }))
    tell('refuse', { value: ['weak'] })
    const asking = call(errand.offers, {})
    await jest.advanceTimersByTimeAsync(3_999)
    expect(arrived).toHaveLength(0)
    await jest.advanceTimersByTimeAsync(1)
    tell('refuse', { value: [] })
    jest.useRealTimers()
    expect(await asking).toEqual({ rows: [] })
    expect(arrived).toHaveLength(1)
  })

  test('断网 on the stage is a dead network: nothing leaves, and a reply under way is lost', async () => {
    tell('offline', { value: true })
    expect((await failureOf(call(errand.accept, { id: 'e1' }))).code).toBe('OFFLINE')
    expect(arrived).toHaveLength(0)
    tell('offline', { value: false })
    cloud(() => {
      tell('offline', { value: true })
      return receipt('e1')
    })
    expect((await failureOf(call(errand.accept, { id: 'e1' }))).code).toBe('OFFLINE')
    expect(arrived).toHaveLength(1)
    tell('offline', { value: false })
  })
})

describe('what is read', () => {
  const row = (id: string) => ({ id, state: 'requested', communityId: 'c1', my: ['family'] })

  test('a row that cannot be read is left out and counted, the others stand', async () => {
    cloud(() => fine({ rows: [row('e1'), { id: 7 }, row('e3'), null], next: 'e3' }))
    const { rows, next, unreadable } = await call(errand.mine, {})
    expect(rows.map(({ id }) => id)).toEqual(['e1', 'e3'])
    expect(next).toBe('e3')
    expect(unreadable).toBe(2)
  })

  test('a list that can be read says nothing of unreadable rows', async () => {
    cloud(() => fine({ rows: [row('e1')] }))
    expect(await call(errand.mine, {})).toEqual({ rows: [row('e1')] })
  })

  test.each([{ rows: 'none' }, {}, null])('a list that is none (%j) is broken', async data => {
    cloud(() => fine(data))
    expect((await failureOf(call(errand.mine, {}))).code).toBe('BROKEN')
  })

  test('a record that cannot be read is broken, never half', async () => {
    cloud(() => fine({ id: 7 }))
    expect((await failureOf(call(errand.one, { id: 'e1' }))).code).toBe('BROKEN')
  })
})

describe('who and when', () => {
  const me = {
    id: 'p1',
    name: '王女士',
    rev: 'm1',
    households: [],
    stations: [],
    freeUntil: 0,
    readAt: 0,
    memberships: [
      { communityId: 'c1', role: 'resident' },
      { communityId: 'c1', role: 'mayor' },
    ],
  }

  test('the first call names nobody; after a reply with `me` the phone says which it knows', async () => {
    cloud(() => fine({ rows: [] }, { me }))
    await call(people.communities, {})
    await call(people.communities, {})
    expect(arrived.map(arrival => arrival.me)).toEqual([undefined, 'm1'])
    expect(arrived[0]?.openid).toBe('o-wang')
  })

  test('a role from a newer cloud is left out, the person is still known', () => {
    expect(heldMe()?.memberships).toEqual([{ communityId: 'c1', role: 'resident' }])
  })

  test('a failure can bring `me`, too', async () => {
    cloud(() => ({ result: { ok: false, at: tenOhSeven, code: 'FORBIDDEN', me: { ...me, rev: 'm2' } } }))
    await failureOf(call(errand.accept, { id: 'e1' }))
    expect(heldMe()?.rev).toBe('m2')
  })

  test('now is the cloud’s, whatever the phone believes', async () => {
    jest.useFakeTimers({ now: Date.UTC(2031, 0, 1) })
    cloud(() => fine({ rows: [] }))
    await call(people.communities, {})
    jest.setSystemTime(Date.UTC(2031, 0, 1) + 60_000)
    expect(now()).toBe(tenOhSeven + 60_000)
    jest.useRealTimers()
  })
})

describe('the stage', () => {
  test('hears of every write that came through, and of no question', async () => {
    cloud(() => receipt('e1'))
    await call(errand.accept, { id: 'e1' })
    cloud(() => fine({ rows: [] }))
    await call(errand.mine, {})
    expect(said.filter(({ kind }) => kind === 'acted')).toEqual([
      { xinlin: 1, kind: 'acted', area: 'errand', verb: 'accept' },
    ])
  })

  test.each([
    ['another origin', { origin: 'http://127.0.0.1:9999' }],
    ['the internet', { origin: 'https://example.com' }],
    ['this page itself', { source: window }],
  ])('is believed, %s is not', async (_, from) => {
    tell('offline', { value: true }, { origin: stageOrigin, ...from })
    cloud(() => fine({ rows: [] }))
    await expect(call(errand.mine, {})).resolves.toEqual({ rows: [] })
  })

  test.each([
    null,
    'offline',
    7,
    { xinlin: 1 },
    { xinlin: 1, kind: 7 },
    { xinlin: 1, kind: '__proto__' },
    { xinlin: 1, kind: 'changed' },
  ])('may say %j and nothing happens', data => {
    const event = new MessageEvent('message', { data, origin: stageOrigin, source: window.parent })
    expect(() => window.dispatchEvent(event)).not.toThrow()
  })
})
