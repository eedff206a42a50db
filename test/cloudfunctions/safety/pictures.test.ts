import { errand } from '@domain/errand'
import { safety } from '@domain/safety'
import { dayMs, minuteMs } from '@domain/time'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const tomorrow = { ...lunch, when: { from: lunch.when.from + dayMs, until: lunch.when.until + dayMs } }
let photos = 0
/** Delivered by 张师傅 with a photo whose name says what WeChat will make of it. */
async function delivered(mark: string): Promise<string> {
  const { id } = await town.as('daughter')(errand.request, tomorrow)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id })
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  const cloudPath = `photo/e-${id}-${++photos}${mark}.jpg`
  const { fileID } = (await sdk.uploadFile({ cloudPath, fileContent: Buffer.from('jpg') })) as { fileID: string }
  await town.as('zhang')(errand.deliver, { id, how: 'photo', photo: fileID })
  return id
}
const look = async (openid: string, id: string) => {
  const { url, waits } = await town.as(openid)(errand.photo, { id })
  return waits ?? (url === '' ? 'nothing' : 'shown')
}
async function heard(options = {}): Promise<void> {
  town.cloud.clock.advance(11_000)
  await town.cloud.deliverMessages(options)
}
const queue = async () => (await town.as('desk')(safety.queue, { communityId: a })).rows

test('until WeChat has looked at it a photo is seen by who took it and by the desk', async () => {
  const id = await delivered('')
  expect([await look('zhang', id), await look('desk', id), await look('daughter', id)]).toEqual([
    'shown',
    'shown',
    'waiting',
  ])
  expect(await queue()).toEqual([])
  await heard({ twice: true })
  expect(await look('daughter', id)).toBe('shown')
  expect(await queue()).toEqual([])
  await heard({ twice: true })
})

test.each([
  ['is sure that it is unfit', '--risky--', 'risky', 'hidden'],
  ['is not sure', '--review--', 'review', 'waiting'],
])('when WeChat %s the desk decides', async (_how, mark, why, meanwhile) => {
  const id = await delivered(mark)
  await heard({ twice: true })
  expect(await look('daughter', id)).toBe(meanwhile)
  const [row] = await queue()
  expect(row).toMatchObject({ why, picture: true, whose: '张师傅', where: '送饭 · 王大爷', ofId: id })
  expect((await town.as('desk')(safety.picture, { id: row?.id ?? '' })).url).toMatch(/^http/)
  await town.as('desk')(safety.hide, { id: row?.id ?? '' })
  expect(await look('daughter', id)).toBe('hidden')
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  expect(await look('daughter', id)).toBe('shown')
  expect(await queue()).toEqual([])
})

test.each([
  ['whose result never comes', '--never--'],
  ['that WeChat could not be asked about', '--61010--'],
])('a photo %s goes to the desk after half an hour', async (_which, mark) => {
  const id = await delivered(mark)
  town.cloud.clock.advance(29 * minuteMs)
  await town.cloud.deliverMessages()
  expect(await queue()).toEqual([])
  town.cloud.clock.advance(2 * minuteMs)
  const [row] = await queue()
  expect(row).toMatchObject({ why: 'late', ofId: id })
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  expect(await look('daughter', id)).toBe('shown')
})

test('the desk’s no stands, whatever WeChat says later', async () => {
  const id = await delivered('')
  town.cloud.clock.advance(31 * minuteMs)
  const [row] = await queue()
  await town.as('desk')(safety.hide, { id: row?.id ?? '' })
  await heard()
  expect(await look('daughter', id)).toBe('hidden')
})

test('no phone can say that a photo was looked at', async () => {
  const id = await delivered('--never--')
  const rows = (await town.as('desk')(safety.queue, { communityId: a })).rows
  expect(rows).toEqual([])
  const database = (require('wx-server-sdk') as typeof import('wx-server-sdk')).database()
  const { data } = (await database
    .collection('doubts')
    .where({ communityId: a, state: 'checking' })
    .get()) as unknown as {
    data: { traceId: string }[]
  }
  const message = {
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: data[0]?.traceId,
    errcode: 0,
    result: { suggest: 'pass' },
  }
  for (const openid of ['zhang', 'daughter', 'desk']) {
    expect(await town.raw(openid, 'safety', message)).toMatchObject({ ok: false })
    expect(await look('daughter', id)).toBe('waiting')
  }
  for (const verb of ['pass', 'doubt', 'hold', 'watch']) expect(await refusalOf('desk', verb)).toBe('UNKNOWN_VERB')
})

const refusalOf = async (openid: string, verb: string) =>
  (await town.raw(openid, 'safety', { verb, input: { id: 'd1' }, key: 'key-of-a-phone' })).code

test('only the desk of the community is given the picture', async () => {
  const id = await delivered('--review--')
  await heard()
  const [row] = (await queue()).filter(({ ofId }) => ofId === id)
  for (const openid of ['zhang', 'daughter', 'guest', 'desk-b'])
    expect(await refusal(town.as(openid)(safety.picture, { id: row?.id ?? '' }))).toMatch(/FORBIDDEN|NOT_FOUND/)
})
