import { api } from './api'
import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  const templates = { once: { fields: ['thing1', 'time2'] }, always: { fields: ['thing1'], isLongTerm: true } } as const
  town = await openTown({ templates })
})
beforeEach(() => town.cloud.wechat.grants('r1', 'once', 1))
afterAll(() => town.close())

const thing1 = { value: '送到了' }
const time2 = { value: '10:30' }
const send = (more: object): Promise<Record<string, unknown>> =>
  api('subscribeMessage.send', { touser: 'r1', templateId: 'once', data: { thing1, time2 }, ...more })

test.each([
  ['another template', { templateId: 'never' }, 40037],
  ['a name of every object', { templateId: 'constructor' }, 40037],
  ['a field too few', { data: { thing1 } }, 47003],
  ['a field too many', { data: { thing1, time2, thing3: thing1 } }, 47003],
  ['no data', { data: {} }, 47003],
  ['nobody', { touser: '' }, 40003],
  ['a list of people', { touser: ['r1'] }, 40003],
  ['a page of the web', { page: 'https://example.org/' }, 41030],
  ['a page above', { page: '../a' }, 41030],
  ['a state that is none', { miniprogramState: 'release' }, 47001],
  ['a language that is none', { lang: 'de' }, 47001],
])('%s is refused and costs no grant', async (_what, more, errCode) => {
  const before = town.cloud.wechat.granted('r1', 'once')
  await expect(send(more)).rejects.toMatchObject({ errCode })
  expect(town.cloud.wechat.granted('r1', 'once')).toBe(before)
})

test.each([
  { page: '' },
  { page: 'pages/a/index?id=1' },
  { page: '/pages/a' },
  { miniprogramState: 'trial' },
  { lang: 'en_US' },
])('%j is taken', async more => {
  expect(await send(more)).toMatchObject({ errCode: 0 })
})

test('a long-term subscription is not used up, and still needs to be given', async () => {
  town.cloud.wechat.grants('r3', 'always', 1)
  const always = { touser: 'r3', templateId: 'always', data: { thing1 } }
  for (let n = 0; n < 3; n++) expect(await send(always)).toMatchObject({ errCode: 0 })
  await expect(send({ ...always, touser: 'r2' })).rejects.toMatchObject({ errCode: 43101 })
})

test('what was wrong with a message is said in its error', async () => {
  await expect(send({ data: { thing1, time2: { value: '明天' } } })).rejects.toMatchObject({
    errMsg: expect.stringContaining('data.time2.value invalid'),
  })
})
