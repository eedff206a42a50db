import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { safety } from '@domain/safety'
import { dayMs, minuteMs } from '@domain/time'
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
  await looked()
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

test.each(['[[review]]', '[[timeout]]'])(
  'a name WeChat did not pass (%s) is hers when the desk has looked',
  async name => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    forgotten()
    await town.as('daughter')(people.introduce, { name })
    expect((await me('daughter'))?.name).toBe('王女士')
    expect((await town.as('daughter')(errand.request, { ...lunch, when: later() })).askedBy).toBe('王女士')
    const [row] = await queue()
    expect(row).toMatchObject({ where: '称呼', whose: '王女士', words: name })
    await town.as('desk')(safety.hide, { id: row?.id ?? '' })
    expect((await me('daughter'))?.name).toBe('王女士')
    await town.as('desk')(safety.allow, { id: row?.id ?? '' })
    expect((await me('daughter'))?.name).toBe(name)
    expect(await town.stored('people', personId('daughter'))).toMatchObject({ held: {} })
  },
)

test('a name that waits does not come over the one she chose since', async () => {
  forgotten()
  await town.as('daughter')(people.introduce, { name: '[[review]]一' })
  await town.as('daughter')(people.introduce, { name: '[[review]]二' })
  const [first, second] = await queue()
  await town.as('desk')(safety.allow, { id: first?.id ?? '' })
  expect((await me('daughter'))?.name).toBe('王女士')
  await town.as('daughter')(people.introduce, { name: '王小姐' })
  await town.as('desk')(safety.allow, { id: second?.id ?? '' })
  expect((await me('daughter'))?.name).toBe('王小姐')
  expect(await refusal(town.as('daughter')(people.introduce, { name: '[[risky]]' }))).toBe('UNFIT_WORDS')
})

test.each(['--risky--', '--review--', '--never--'])('a face WeChat did not pass (%s) is his alone', async mark => {
  forgotten()
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  const { fileID } = (await sdk.uploadFile({
    cloudPath: `face/zhang${mark}.jpg`,
    fileContent: Buffer.from('jpg'),
  })) as { fileID: string }
  await town.as('zhang')(people.introduce, { face: fileID })
  await looked()
  expect((await town.as('zhang')(people.face, {})).url).toMatch(/^http/)
  const carriedFace = async (by: 'accept' | 'agree') => {
    const { id } = await town.as('daughter')(errand.request, { ...lunch, when: later() })
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
    if (by === 'accept') await town.as('zhang')(errand.accept, { id })
    else
      await town.as('desk')(errand.agree, {
        id,
        communityId: a,
        by: { riderId: personId('zhang') },
        from: personId('zhang'),
      })
    const { riderFace } = await town.as('daughter')(errand.one, { id })
    await town.as('desk')(errand.cancel, { id, why: '改天', riderId: personId('zhang') })
    return riderFace
  }
  expect([await carriedFace('agree'), await carriedFace('accept')]).toEqual([undefined, undefined])
  town.cloud.clock.advance(31 * minuteMs)
  const [row] = await queue()
  expect(row).toMatchObject({ where: '头像', whose: '张师傅', picture: true })
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  expect([await carriedFace('agree'), await carriedFace('accept')]).toEqual(
    Array(2).fill(expect.stringMatching(/^http/)),
  )
})

let hours = 0
/** Nobody of the town before is remembered any more. */
const forgotten = () => town.cloud.clock.advance(++hours * 60 * minuteMs)
const later = () => ({ from: lunch.when.from + dayMs, until: lunch.when.until + dayMs })
const queue = async () => (await town.as('desk')(safety.queue, { communityId: a })).rows
/** WeChat has looked at the pictures. */
async function looked(): Promise<void> {
  town.cloud.clock.advance(11_000)
  await town.cloud.deliverMessages()
}

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
