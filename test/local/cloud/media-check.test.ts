import { startCloud } from '../../../local/cloud/index'
import { api } from './api'
import { openTown, schema, sdk, type Town } from './town'

interface Message {
  event: Record<string, unknown>
  source: string | undefined
  openid: string | undefined
}

let town: Town
const heard: Message[] = []
let fails = false
const functions = {
  ear: async (event: unknown) => {
    const { SOURCE: source, OPENID: openid } = sdk.getWXContext()
    heard.push({ event: Object(event), source, openid })
    if (fails) throw new Error('the ear is closed')
  },
}
beforeAll(async () => {
  town = await openTown({ functions, messages: { wxa_media_check: 'ear' } })
})
beforeEach(() => void heard.splice(0))
afterAll(() => town.close())

const asked = { version: 2, scene: 3, openid: 'r1', mediaType: 2 }
const check = async (mediaUrl: string): Promise<string> =>
  String((await api('security.mediaCheckAsync', { ...asked, mediaUrl }))['traceId'])
async function linkTo(cloudPath: string, text = ''): Promise<string> {
  const { fileID } = await sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text) })
  return (await sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]?.tempFileURL ?? ''
}
const later = async (options = {}): Promise<number> => {
  town.cloud.clock.advance(10_000)
  return town.cloud.deliverMessages(options)
}

test.each([
  ['nothing', 'photo/a.jpg', 'a picture', 'pass', 100],
  ['its name', 'photo/[[risky]].jpg', '', 'risky', 20006],
  ['a name of plain letters', 'photo/a--review--.jpg', '', 'review', 20006],
  ['its bytes', 'photo/b.jpg', '\u00ff[[risky]]', 'risky', 20006],
])('a picture marked in %s is judged later, and the function is told', async (_where, path, text, suggest, label) => {
  const traceId = await check(await linkTo(path, text))
  expect(await town.cloud.deliverMessages()).toBe(0)
  expect(heard).toEqual([])
  expect(await later()).toBe(1)
  expect(heard).toEqual([
    {
      source: 'wx_unknown',
      openid: undefined,
      event: expect.objectContaining({
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: 'wxlocalxinlin0000',
        trace_id: traceId,
        version: 2,
        errcode: 0,
        result: { suggest, label },
        detail: [expect.objectContaining({ suggest, label })],
      }),
    },
  ])
  expect(await later()).toBe(0)
})

test('on request the same result comes twice', async () => {
  const traceId = await check(await linkTo('photo/twice.jpg'))
  expect(await later({ twice: true })).toBe(1)
  expect(heard.map(({ event }) => event['trace_id'])).toEqual([traceId, traceId])
  expect(await later()).toBe(0)
})

test('a result that never comes never comes', async () => {
  await check(await linkTo('photo/--never--.jpg'))
  expect(await later()).toBe(0)
})

test('a link that opens nothing comes back as not downloaded', async () => {
  await check(`${town.cloud.url}/storage/file/00`)
  await later()
  expect(heard[0]?.event).toMatchObject({ errcode: -1008 })
  expect(heard[0]?.event).not.toHaveProperty('result')
})

test.each([
  [{ mediaUrl: 'cloud://a/b.jpg' }, 47001],
  [{ version: 1 }, 47001],
  [{ mediaType: 3 }, 40004],
  [{ openid: '' }, 40003],
  [{ scene: 5 }, 40129],
  [{ mediaUrl: 'http://127.0.0.1/--61010--.jpg' }, 61010],
  [{ mediaUrl: 'http://127.0.0.1/--timeout--.jpg' }, -604102],
])('%j is refused with %d, and nothing comes later', async (more, errCode) => {
  const parameters = { ...asked, mediaUrl: 'http://127.0.0.1/a.jpg', ...more }
  await expect(api('security.mediaCheckAsync', parameters)).rejects.toMatchObject({ errCode })
  expect(await later()).toBe(0)
})

test('WeChat remembers what it was asked, what came of it, and whether a function heard', async () => {
  const traceId = await check(await linkTo('photo/--review--.jpg'))
  await later()
  fails = true
  const unheard = await check(await linkTo('photo/c.jpg'))
  await later()
  fails = false
  const about = (id: string): unknown[] =>
    town.cloud.wechat.asked().filter(one => 'traceId' in one && one.traceId === id)
  expect(about(traceId)).toEqual([
    { what: 'media', openid: 'r1', traceId, at: expect.any(Number) },
    { what: 'media', openid: 'r1', traceId, at: expect.any(Number), verdict: 'review', heardBy: 'ear' },
  ])
  expect(about(unheard)[1]).not.toHaveProperty('heardBy')
})

test('a phone that plays WeChat is known by where it calls from', async () => {
  await town.cloud.call('ear', 'r1', { MsgType: 'event', Event: 'wxa_media_check', result: { suggest: 'pass' } })
  expect(heard[0]).toMatchObject({ source: 'wx_client', openid: 'r1' })
})

test('started timers deliver by themselves', async () => {
  await check(await linkTo('photo/timed.jpg'))
  town.cloud.clock.advance(10_000)
  const told = new Promise(resolve => town.cloud.wechat.onAsked(resolve))
  const stop = town.cloud.startTimers()
  await told
  stop()
  expect(heard).toHaveLength(1)
})

test('a message for a function that is not there starts no cloud', async () => {
  const wrong = { dataDir: `${town.dir}-x`, schema, functions, messages: { wxa_media_check: 'eye' } }
  await expect(startCloud(wrong)).rejects.toThrow('wxa_media_check is for eye')
})

test('a result that was due when the cloud went down comes after it is up again', async () => {
  const traceId = await check(await linkTo('photo/late.jpg'))
  await town.cloud.close()
  const again = await startCloud({ dataDir: town.dir, schema, functions, messages: { wxa_media_check: 'ear' } })
  Object.assign(process.env, again.env)
  again.clock.advance(10_000)
  expect(await again.deliverMessages()).toBe(1)
  expect(heard.map(({ event }) => event['trace_id'])).toEqual([traceId])
  await again.close()
})
