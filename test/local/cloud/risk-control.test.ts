import { api } from './api'
import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const asked = { appid: 'wxlocalxinlin0000', openid: 'r1', scene: 2, clientIp: '127.0.0.1' }
const rank = (more: object): Promise<Record<string, unknown>> =>
  api('riskControl.getUserRiskRank', { ...asked, ...more })

test.each([
  ['r1', 0],
  ['r1-risk1', 1],
  ['r1-risk4', 4],
  ['r1-risk5', 0],
  ['r1-risk4-x', 0],
])('%s is ranked %d', async (openid, riskRank) => {
  expect(await rank({ openid })).toMatchObject({ errCode: 0, riskRank })
  expect(town.cloud.wechat.asked().at(-1)).toMatchObject({ what: 'risk', openid, rank: riskRank })
})

test('whoever was away for two hours is not ranked, but for a test', async () => {
  await expect(rank({ openid: 'r1-away' })).rejects.toMatchObject({ errCode: 61010 })
  expect(await rank({ openid: 'r1-away', isTest: true })).toMatchObject({ riskRank: 0 })
})

test.each([
  [{ appid: 'wxanother' }, 40013],
  [{ openid: '' }, 40003],
  [{ scene: 3 }, 47001],
  [{ clientIp: 'localhost' }, 47001],
  [{ mobileNo: 'x' }, 47001],
])('%j is refused with %d', async (more, errCode) => {
  await expect(rank(more)).rejects.toMatchObject({ errCode })
})
