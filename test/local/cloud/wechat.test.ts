import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsQR from 'jsqr'
import { startCloud, type SentNotice } from '../../../local/cloud/index'
import { api, tap } from './api'
import { openTown, schema, tempDir, type Town } from './town'

const {
  PNG,
}: { PNG: { sync: { read(bytes: Buffer): { data: Buffer; width: number; height: number } } } } = require('pngjs')

let town: Town
beforeAll(async () => {
  town = await openTown({ functions: { send: async event => api('subscribeMessage.send', event) } })
})
afterAll(() => town.close())

const message = {
  touser: 'r1',
  templateId: 'accepted',
  page: 'pages/errand/one/index?id=e1',
  data: {
    thing1: { value: '买菜' },
    character_string2: { value: 'E1' },
    phrase3: { value: '已接单' },
    time4: { value: '2026-03-01 10:30' },
  },
}

test('a notice goes out once for each grant, and then is refused with 43101', async () => {
  const heard: SentNotice[] = []
  const stop = town.cloud.wechat.onNotice(notice => heard.push(notice))
  const asked = await fetch(`${town.cloud.url}/wechat/subscribe`, {
    method: 'POST',
    headers: { 'x-openid': 'r1' },
    body: '{"templates":["accepted","delivered"]}',
  })
  expect(await asked.json()).toEqual({ accepted: 'accept', delivered: 'accept' })
  expect(await api('subscribeMessage.send', message)).toMatchObject({ errCode: 0 })
  await expect(api('subscribeMessage.send', message)).rejects.toMatchObject({ errCode: 43101 })
  stop()
  expect(heard.map(({ openid, template, errcode }) => [openid, template, errcode])).toEqual([
    ['r1', 'accepted', 0],
    ['r1', 'accepted', 43101],
  ])
  expect(town.cloud.wechat.notices('r1')[0]).toMatchObject({ page: message.page, data: { thing1: { value: '买菜' } } })
  expect(town.cloud.wechat.notices('r2')).toEqual([])
  expect(town.cloud.wechat.granted('r1', 'delivered')).toBe(1)
})

test.each([
  ['a text over twenty characters', { thing1: { value: '买'.repeat(21) } }],
  ['a line break', { thing1: { value: '买\n菜' } }],
  ['an empty field', { thing1: { value: '' } }],
  ['Chinese in a character string', { character_string1: { value: '单号' } }],
  ['letters in a phrase', { phrase1: { value: 'ok' } }],
  ['a field type that is none', { words1: { value: 'x' } }],
])('%s is refused with 47003 and costs no grant', async (_what, data) => {
  town.cloud.wechat.grants('r3', 'accepted', 1)
  const before = town.cloud.wechat.granted('r3', 'accepted')
  await expect(api('subscribeMessage.send', { ...message, touser: 'r3', data })).rejects.toMatchObject({
    errCode: 47003,
  })
  expect(town.cloud.wechat.granted('r3', 'accepted')).toBe(before)
})

test('a phone sees its own notices only', async () => {
  const read = async (openid: string): Promise<unknown> =>
    (await fetch(`${town.cloud.url}/wechat/notices`, { headers: { 'x-openid': openid } })).json()
  expect(await read('r1')).toMatchObject({ notices: [{ errcode: 0 }, { errcode: 43101 }] })
  expect(await read('r2')).toEqual({ notices: [] })
  expect((await fetch(`${town.cloud.url}/wechat/notices`)).status).toBe(401)
})

test.each(['{}', '{"templates":[]}', '{"templates":["a","b","c","d","e","f"]}', 'x'])(
  'the subscription %s is refused',
  async body => {
    expect(
      (await fetch(`${town.cloud.url}/wechat/subscribe`, { method: 'POST', headers: { 'x-openid': 'r1' }, body }))
        .status,
    ).toBe(400)
  },
)

test('what is answered is on the disk by then', async () => {
  const onDisk = (): { grants: Record<string, number>; notices: unknown[] } =>
    JSON.parse(readFileSync(join(town.dir, 'wechat.json'), 'utf8'))
  for (let n = 1; n <= 20; n++) {
    await tap(town, 'r7', 'subscribe', { templates: ['kept'] })
    expect(onDisk().grants['r7 kept']).toBe(n)
  }
  for (let n = 1; n <= 20; n++) {
    await api('subscribeMessage.send', { ...message, touser: 'r7', templateId: 'kept' })
    expect(onDisk().grants['r7 kept']).toBe(20 - n)
  }
})

test('grants and notices survive a restart', async () => {
  const { dir, remove } = tempDir()
  const first = await startCloud({ dataDir: dir, schema })
  first.wechat.grants('r1', 't', 2)
  first.clock.advance(5000)
  await first.close()
  const second = await startCloud({ dataDir: dir, schema })
  expect([second.wechat.granted('r1', 't'), second.clock.offsetMs()]).toEqual([2, 5000])
  await second.close()
  remove()
})

test('a station code is a picture that can be scanned', async () => {
  const { buffer, contentType } = await api('wxacode.getUnlimited', {
    scene: 's=K7Q2M9',
    page: 'pages/station/visit/index',
    width: 430,
    checkPath: false,
  })
  expect(contentType).toBe('image/png')
  if (!Buffer.isBuffer(buffer)) throw new Error('no picture')
  const { data, width, height } = PNG.sync.read(buffer)
  expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe('/pages/station/visit/index?scene=s=K7Q2M9')
})

test.each([
  [{ scene: 'x'.repeat(33), page: 'a' }, 40169],
  [{ scene: '', page: 'a' }, 40169],
  [{ scene: '驿站', page: 'a' }, 40129],
  [{ scene: 'a%20', page: 'a' }, 40129],
  [{ scene: 'a', page: '/a' }, 41030],
  [{ scene: 'a', page: 'a?b=1' }, 41030],
])('the code %j is refused with %d', async (parameters, errCode) => {
  await expect(api('wxacode.getUnlimited', parameters)).rejects.toMatchObject({ errCode })
})

test.each([
  ['买一斤青菜', 'pass'],
  ['[[review]] 买一斤青菜', 'review'],
  ['[[risky]]', 'risky'],
])('the text %s is judged %s', async (content, suggest) => {
  expect(await api('security.msgSecCheck', { version: 2, scene: 2, openid: 'r1', content })).toMatchObject({
    errCode: 0,
    result: { suggest },
  })
})

test('a text that cannot be judged says why', async () => {
  const check = (parameters: unknown): Promise<unknown> =>
    api('security.msgSecCheck', { version: 2, scene: 2, openid: 'r1', content: 'x', ...Object(parameters) })
  await expect(check({ content: '[[61010]]' })).rejects.toMatchObject({ errCode: 61010 })
  await expect(check({ content: '[[timeout]]' })).rejects.toMatchObject({ errCode: -604102 })
  await expect(check({ content: 'x'.repeat(2501) })).rejects.toMatchObject({ errCode: 47001 })
  await expect(check({ scene: 9 })).rejects.toMatchObject({ errCode: 40129 })
})

test.each(['customerServiceMessage.send', 'a.b', 'security.constructor2', 'toString.valueOf2'])(
  'the api %s is unknown here',
  async name => {
    await expect(api(name, {})).rejects.toMatchObject({ errCode: -604100 })
  },
)
