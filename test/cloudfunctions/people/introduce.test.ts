import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'

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

const me = async (openid: string) => (await town.raw(openid, 'people', { verb: 'community', input: { id: a } })).me
const number = '13912345678'

/** WeChat exchanges codes as told: a colleague of the local cloud does it in the running town. */
function exchanges(answer: (code: string) => unknown): void {
  const { cloud } = require('../../../cloudfunctions/kernel/cloud') as { cloud: { openapi: object } }
  const real = cloud.openapi
  const getPhoneNumber = async ({ code }: { code: string }) => answer(code)
  Object.assign(cloud, { openapi: { phonenumber: { getPhoneNumber } } })
  putBack = () => Object.assign(cloud, { openapi: real })
}

test('the number WeChat knows goes back to its owner alone, and stands nowhere in the cloud', async () => {
  exchanges(code => ({ errCode: 0, phoneInfo: { purePhoneNumber: code === 'tapped' ? number : '' } }))
  expect(await town.as('zhang')(people.phoneNumber, { code: 'tapped' })).toEqual({ number })
  expect(JSON.stringify(await town.stored('people', personId('zhang')))).not.toContain(number)
  expect(JSON.stringify(await me('zhang'))).not.toContain(number)
  expect(await town.as('guest')(people.phoneNumber, { code: 'tapped' })).toEqual({ number })
})

test.each([
  ['a code that was used', () => Promise.reject(Object.assign(new Error('x'), { errCode: 40029 }))],
  ['a number from abroad', () => ({ phoneInfo: { purePhoneNumber: '2025550123', countryCode: '1' } })],
  ['no number', () => ({ phoneInfo: {} })],
  ['an answer of another shape', () => ({})],
])('%s is written by hand, and the log has no digit of it', async (_, answer) => {
  const lines = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  exchanges(answer)
  expect(await refusal(town.as('zhang')(people.phoneNumber, { code: 'tapped' }))).toBe('NO_NUMBER')
  expect(JSON.stringify(lines.mock.calls)).not.toMatch(/tapped|2025550123/)
})

test('a relative is called as she likes; a rider keeps the name the community confirmed', async () => {
  await town.as('daughter')(people.introduce, { name: '王小姐' })
  expect((await me('daughter'))?.name).toBe('王小姐')
  for (const openid of ['zhang', 'desk', 'keeper'])
    expect(await refusal(town.as(openid)(people.introduce, { name: '李书记' }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('guest')(people.introduce, { name: '谁' }))).toBe('FORBIDDEN')
})

test.each(['cloud://e.1/photo/a.jpg', 'https://elsewhere/face/a.jpg', 'cloud://e.1/face/../x.jpg', ''])(
  'a face that is %p is refused',
  async face => expect(await refusal(town.as('zhang')(people.introduce, { face }))).toBe('BAD_INPUT'),
)

test('a family sees the face of who is coming while he is, and nobody else does', async () => {
  const answer = await fetch(`${town.cloud.url}/storage/upload?path=face/zhang.jpg`, {
    method: 'POST',
    headers: { 'x-openid': 'zhang', 'content-type': 'image/jpeg' },
    body: Buffer.from('a face'),
  })
  const { fileID } = (await answer.json()) as { fileID: string }
  await town.as('zhang')(people.introduce, { face: fileID })
  expect((await town.as('zhang')(people.face, {})).url).toMatch(/^http/)
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id })

  const { riderFace = '' } = await town.as('daughter')(errand.one, { id })
  expect(await (await fetch(riderFace)).text()).toBe('a face')
  expect((await town.as('daughter')(errand.mine, {})).rows[0]?.riderFace).toBe(riderFace)
  for (const openid of ['desk', 'zhang', 'neighbour', 'li'])
    expect(await town.as(openid)(errand.one, { id })).not.toHaveProperty('riderFace')

  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await town.as('daughter')(errand.confirm, { id })
  expect(await town.as('daughter')(errand.one, { id })).not.toHaveProperty('riderFace')
})

test('a list with a face costs one request more the first time, and none after', async () => {
  await town.put('errands', ...(await carried()))
  town.cloud.resetStats()
  await town.as('daughter')(errand.mine, {})
  const first = town.cloud.stats().totals.requests
  town.cloud.resetStats()
  await town.as('daughter')(errand.mine, {})
  expect(town.cloud.stats().totals.requests).toBeLessThan(first)
})

/** Two errands in hand of riders with faces. */
async function carried(): Promise<object[]> {
  const record = { communityId: a, householdId: 'h-father', state: 'accepted', rev: 'r0', outbox: {}, openTo: [] }
  return ['e1', 'e2'].map(_id => ({
    ...record,
    _id,
    touchedAt: town.cloud.clock.now(),
    slot: _id,
    riderFace: `cloud://e.1/face/${_id}.jpg`,
  }))
}
