import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { a, b, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const send = (openid: string, event: unknown, fn = 'errand') => town.raw(openid, fn, event)

test('an unknown verb, and names every object has, are answered by name', async () => {
  for (const verb of ['explode', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
    expect(await send('daughter', { verb, input: {} })).toMatchObject({ ok: false, code: 'UNKNOWN_VERB' })
  }
})

test('junk instead of an event is refused and nothing is written', async () => {
  for (const event of [
    null,
    7,
    'accept',
    [],
    {},
    { verb: 7 },
    { verb: 'accept', key: { $ne: null } },
    { verb: 'accept', input: null, key: newKey() },
  ]) {
    const reply = await send('zhang', event)
    expect(reply.ok).toBe(false)
    expect(reply.code).toMatch(/BAD_INPUT|UNKNOWN_VERB/)
  }
})

test('operators and prototypes in fields are values or refusals, never queries', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  for (const bad of [{ $ne: null }, { $gt: '' }, ['x'], 7, null, '', 'x'.repeat(65), '../../etc', '$where']) {
    expect(await send('zhang', { verb: 'accept', input: { id: bad }, key: newKey() })).toMatchObject({
      ok: false,
      code: 'BAD_INPUT',
    })
  }
  const typed = '{"$set":{"state":"confirmed"}} $ne __proto__ ${x} <b>'
  const reply = await town.as('daughter')(errand.request, { ...lunch, note: typed })
  expect(reply.note).toBe(typed)
  expect(
    await send('daughter', { verb: 'request', input: { ...lunch, state: 'confirmed' }, key: newKey() }),
  ).toMatchObject({ ok: false, code: 'BAD_INPUT' })
  expect(
    await send('daughter', {
      verb: 'request',
      input: JSON.parse('{"__proto__":{"communityId":"x"}}') as object,
      key: newKey(),
    }),
  ).toMatchObject({ ok: false })
  expect(await town.stored('errands', id)).toMatchObject({ state: 'requested' })
})

test('missing and overlong text says which field and why, in Chinese', async () => {
  const missing = await send('daughter', { verb: 'request', input: { ...lunch, what: '  ' }, key: newKey() })
  expect(missing).toMatchObject({ ok: false, code: 'BAD_INPUT', detail: { field: 'what', why: '请写一写' } })
  const long = await send('daughter', { verb: 'request', input: { ...lunch, what: '饭'.repeat(61) }, key: newKey() })
  expect(long).toMatchObject({ ok: false, code: 'BAD_INPUT', detail: { field: 'what', why: '最多写 60 个字' } })
})

test('200 KB are refused, by the platform or by us, and the function lives on', async () => {
  await expect(
    send('daughter', { verb: 'request', input: { ...lunch, note: 'x'.repeat(200_000) }, key: newKey() }),
  ).rejects.toBeDefined()
  expect((await send('daughter', { verb: 'mine', input: {} })).ok).toBe(true)
})

test('a write without a key is refused', async () => {
  expect(await send('daughter', { verb: 'request', input: lunch })).toMatchObject({ ok: false, code: 'BAD_INPUT' })
})

test('the wrong role, and the right role in another community, are refused and write nothing', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  const before = await town.stored('errands', id)
  const dispatch = { id, communityId: a, to: 'pool' as const }
  for (const openid of ['daughter', 'zhang', 'keeper', 'guest', 'desk-b']) {
    expect(await refusal(town.as(openid)(errand.dispatch, dispatch))).toBe('FORBIDDEN')
  }
  expect(await refusal(town.as('desk-b')(errand.dispatch, { ...dispatch, communityId: b }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk-b')(errand.board, { communityId: a }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk-b')(errand.cancel, { id, why: '试试' }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('neighbour')(errand.cancel, { id, why: '试试' }))).toBe('FORBIDDEN')
  expect(await town.stored('errands', id)).toEqual(before)
})

test('a request for somebody else’s household is refused', async () => {
  expect(await refusal(town.as('neighbour')(errand.request, lunch))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk-b')(errand.request, { ...lunch, byPhone: true }))).toBe('FORBIDDEN')
})

test('a key used again with another input is refused, with the same one it is answered', async () => {
  const key = newKey()
  const first = await town.as('daughter')(errand.request, lunch, key)
  expect((await town.as('daughter')(errand.request, lunch, key)).id).toBe(first.id)
  expect(await refusal(town.as('daughter')(errand.request, { ...lunch, what: '两份午饭' }, key))).toBe('KEY_REUSED')
  const cancelling = newKey()
  await town.as('daughter')(errand.cancel, { id: first.id, why: '不用了' }, cancelling)
  expect(await refusal(town.as('daughter')(errand.cancel, { id: first.id, why: '另一个原因' }, cancelling))).toBe(
    'KEY_REUSED',
  )
})

test('no one can be the clock', async () => {
  expect(await send('desk', { verb: 'tick', input: {}, key: newKey() }, 'clock')).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
  })
  const { id } = await town.as('daughter')(errand.request, lunch)
  expect(await refusal(town.as('desk')(errand.rise, { id }))).toBe('FORBIDDEN')
})

test('an OPENID in the event is not who calls', async () => {
  const reply = await send('guest', {
    verb: 'mine',
    input: {},
    openid: 'daughter',
    userInfo: { openId: 'daughter' },
    OPENID: 'daughter',
  })
  expect(reply).toMatchObject({ ok: false, code: 'FORBIDDEN' })
})

test('the reply carries the person when the phone does not know him as he is', async () => {
  const first = await send('daughter', { verb: 'mine', input: {} })
  expect(first.me).toMatchObject({ id: personId('daughter'), name: '王女士' })
  expect(first.me).not.toHaveProperty('openid')
  expect((await send('daughter', { verb: 'mine', input: {}, me: first.me?.rev })).me).toBeUndefined()
  const read = await send(
    'daughter',
    { verb: 'read', input: { at: 5 }, key: newKey(), me: first.me?.rev },
    people.read.area,
  )
  expect(read.me).toMatchObject({ readAt: 5 })
})
