import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { templates } from '@domain/template'
import { a, lunch, openTown, personId, type Town } from '../town'

let town: Town
let putBack: () => unknown = () => undefined
beforeEach(async () => {
  town = await openTown()
})
afterEach(async () => {
  putBack()
  jest.restoreAllMocks()
  await town.close()
})

const ledger = async (openid: string) => (await town.stored('people', personId(openid)))?.subscribed
const offerTo = async (openid: string) => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId(openid) } })
  await town.tick()
  return id
}
const sent = (openid: string) => town.cloud.wechat.notices(openid).map(({ errcode }) => errcode)

/** 允许 in WeChat's dialog, and the phone's report of it. */
async function allow(openid: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    town.cloud.wechat.grants(openid, templates.task.id, 1)
    await town.as(openid)(people.subscribed, { answers: { task: 'accept' } })
  }
}

test('one answer is one message: the ledger counts it up, and down when it was sent', async () => {
  await allow('zhang', 2)
  expect(await ledger('zhang')).toMatchObject({ task: { left: 2 } })
  await offerTo('zhang')
  expect(sent('zhang')).toEqual([0])
  expect(await ledger('zhang')).toMatchObject({ task: { left: 1 } })
})

test('his phone learns with its next call what is left', async () => {
  await allow('zhang', 1)
  const held = (await town.raw('zhang', 'errand', { verb: 'offers', input: {} })).me
  expect(held?.subscribed).toMatchObject({ task: { left: 1 } })
  await offerTo('zhang')
  town.cloud.clock.advance(61_000)
  const { me } = await town.raw('zhang', 'errand', { verb: 'offers', input: {}, me: held?.rev })
  expect(me?.subscribed).toMatchObject({ task: { left: 0 } })
})

test('when WeChat takes no more (43101) the ledger is put right and the desk telephones', async () => {
  await town.as('zhang')(people.subscribed, { answers: { task: 'accept', change: 'accept' } })
  await offerTo('zhang')
  expect(sent('zhang')).toEqual([43101])
  expect(await ledger('zhang')).toMatchObject({ task: { left: 0 }, change: { left: 1 } })
  const { rows } = await town.as('desk')(errand.calls, { communityId: a })
  expect(rows.some(({ whom }) => whom === '张师傅')).toBe(true)
})

test('two refusals are kept with their moment, one that says yes wipes them', async () => {
  await town.as('zhang')(people.subscribed, { answers: { task: 'reject' } })
  await town.as('zhang')(people.subscribed, { answers: { task: 'reject' } })
  expect(await ledger('zhang')).toMatchObject({
    task: { left: 0, rejects: 2, rejectedAt: expect.any(Number) },
  })
  await town.as('zhang')(people.subscribed, { answers: { task: 'accept' } })
  expect(await ledger('zhang')).toMatchObject({ task: { left: 1, rejects: 0 } })
})

test('a report that is repeated counts once, and of a guest there is nothing to keep', async () => {
  const answers = { task: 'accept' as const }
  await town.as('zhang')(people.subscribed, { answers }, 'key-same-report')
  await town.as('zhang')(people.subscribed, { answers }, 'key-same-report')
  expect(await ledger('zhang')).toMatchObject({ task: { left: 1 } })
  await town.as('nobody-yet')(people.subscribed, { answers })
  expect(await town.stored('people', personId('nobody-yet'))).toBeUndefined()
})

test('who was never asked costs no write: the clock takes from no ledger that is not there', async () => {
  town.cloud.wechat.grants('zhang', templates.task.id, 1)
  await offerTo('zhang')
  expect(sent('zhang')).toEqual([0])
  expect(await ledger('zhang')).toBeUndefined()
})

test.each(['no-such', '__proto__', 'constructor'])('a template called %s is refused', async name => {
  const answers = JSON.parse(`{ "${name}": "accept" }`)
  const call = town.raw('zhang', 'people', { verb: 'subscribed', input: { answers }, key: 'key-odd-name' })
  expect(await call).toMatchObject({ ok: name === '__proto__' })
  expect(await ledger('zhang')).toBeUndefined()
})

interface Message {
  touser: string
  templateId: string
  data: Record<string, { value: string }>
}

/** WeChat refuses offers as told, then takes them: what the local cloud cannot be made to do. Answers the offers it was sent. */
function refuses(...codes: number[]): Message[] {
  const tries: Message[] = []
  const { cloud } = require('../../../cloudfunctions/kernel/cloud') as { cloud: { openapi: object } }
  const real = cloud.openapi
  const send = async (message: Message) => {
    if (message.templateId !== templates.task.id) return
    tries.push(message)
    const errCode = codes[tries.length - 1]
    if (errCode !== undefined) throw Object.assign(new Error('refused'), { errCode })
  }
  const openapi = new Proxy(real, {
    get: (own, name) => (name === 'subscribeMessage' ? { send } : Reflect.get(own, name)),
  })
  Object.assign(cloud, { openapi })
  putBack = () => Object.assign(cloud, { openapi: real })
  return tries
}

test('two at once to one person (43108) are tried once more; a sensitive word (45168) is said in plain words', async () => {
  const twice = refuses(43108)
  await offerTo('zhang')
  expect(twice.map(({ touser }) => touser)).toEqual(['zhang', 'zhang'])
  putBack()
  const plain = refuses(45168)
  await offerTo('li')
  expect(plain.map(({ data }) => data.thing1?.value)).toEqual(['社区请您帮个忙', '有新进展，点开看看'])
})

test.each([43107, 47003, 43108])('%i ends on the desk’s list of calls, and the log names no word of it', async code => {
  const lines = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  refuses(...Array<number>(20).fill(code))
  await offerTo('zhang')
  const { rows } = await town.as('desk')(errand.calls, { communityId: a })
  expect(rows.some(({ whom }) => whom === '张师傅')).toBe(true)
  const logged = JSON.stringify(lines.mock.calls)
  expect(logged).toContain(String(code))
  expect(logged).not.toMatch(/社区请您|帮个忙|张师傅|zhang|10:07/)
})
