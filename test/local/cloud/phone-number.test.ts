import { api, tap } from './api'
import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const codeOf = async (openid: string, body: unknown = {}): Promise<string> =>
  String((await tap(town, openid, 'phone-code', body))['code'])
const exchange = (parameters: unknown): Promise<Record<string, unknown>> =>
  api('phonenumber.getPhoneNumber', parameters)
const refused = { errCode: 40029 }

test('a code is exchanged once for the number of whoever tapped', async () => {
  const code = await codeOf('r1', { phoneNumber: '13900001234' })
  expect(await exchange({ code })).toMatchObject({
    errCode: 0,
    phoneInfo: { phoneNumber: '13900001234', purePhoneNumber: '13900001234', countryCode: 86 },
  })
  await expect(exchange({ code })).rejects.toMatchObject(refused)
  await expect(exchange({ code: code.toUpperCase() })).rejects.toMatchObject(refused)
})

test('a code lives five minutes', async () => {
  const [early, late] = [await codeOf('r1'), await codeOf('r1')]
  town.cloud.clock.advance(5 * 60_000 - 1000)
  expect(await exchange({ code: early })).toMatchObject({ errCode: 0 })
  town.cloud.clock.advance(1000)
  await expect(exchange({ code: late })).rejects.toMatchObject(refused)
})

test('somebody else’s code is refused where the openid is said, and not used up by that', async () => {
  const code = await codeOf('r1')
  await expect(exchange({ code, openid: 'r2' })).rejects.toMatchObject(refused)
  expect(await exchange({ code, openid: 'r1' })).toMatchObject({ errCode: 0 })
})

test('whoever says no number has always the same one', async () => {
  const numberOf = async (openid: string): Promise<unknown> =>
    Object((await exchange({ code: await codeOf(openid) }))['phoneInfo']).phoneNumber
  expect(await numberOf('r1')).toBe(await numberOf('r1'))
  expect(await numberOf('r1')).not.toBe(await numberOf('r2'))
})

test.each([{ phoneNumber: 5 }, { phoneNumber: '138 0000' }, { phoneNumber: '' }, [], 'x'])(
  'no code is made for %j',
  async body => expect(await tap(town, 'r1', 'phone-code', body)).toMatchObject({ status: 400, errCode: -501007 }),
)

test('each exchange is kept, without the number', () => {
  const asked = town.cloud.wechat.asked()
  expect(asked[0]).toMatchObject({ what: 'phone', openid: 'r1', errcode: 0 })
  expect(asked[1]).toMatchObject({ what: 'phone', openid: 'r1', errcode: 40029 })
  expect(JSON.stringify(asked)).not.toContain('1390000')
})
