import { tap } from './api'
import { openTown, sdk, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown({
    functions: {
      echo: async event => ({ event, info: sdk.getWXContext()['OPEN_DATA_INFO'] }),
      outer: async event => (await sdk.callFunction({ name: 'echo', data: event })).result,
      ask: async event => sdk.getOpenData({ list: Object(event).list }),
    },
  })
})
afterAll(() => town.close())

const enter = async (openid: string, group = 'g1'): Promise<string> =>
  String((await tap(town, openid, 'group-enter', { group }))['cloudID'])
const call = async (openid: string, event: unknown): Promise<{ event: Record<string, unknown>; info?: string }> =>
  Object(await town.cloud.call('echo', openid, event))

test('whoever opens a card in a group can prove the group, and not read it', async () => {
  const $cloudID = await enter('r1')
  expect(Buffer.from($cloudID, 'hex').toString('latin1')).not.toContain('"g1"')
  const { event, info } = await call('r1', { verb: 'bind', group: { $cloudID } })
  expect(event).toMatchObject({
    verb: 'bind',
    group: {
      cloudID: $cloudID,
      data: { opengid: 'g1', chat_type: 3, watermark: { appid: 'wxlocalxinlin0000', timestamp: expect.any(Number) } },
    },
  })
  expect(JSON.parse(info ?? '')).toEqual({ keys: ['group'] })
})

test('a member has the same group_openid each time, another member another', async () => {
  const memberOf = async (openid: string): Promise<unknown> =>
    Object((await call(openid, { group: { $cloudID: await enter(openid) } })).event['group']).data.group_openid
  expect(await memberOf('r1')).toBe(await memberOf('r1'))
  expect(await memberOf('r1')).not.toBe(await memberOf('r2'))
})

test('open data that the phone wrote itself is not vouched for', async () => {
  const forged = { cloudID: 'x', data: { opengid: 'g9' } }
  const { event, info } = await call('r1', { group: forged })
  expect([event['group'], info]).toEqual([forged, undefined])
})

test('a CloudID below the top, a plain one, and one that a function passes on stay text', async () => {
  const $cloudID = await enter('r1')
  const { event } = await call('r1', { deep: { group: { $cloudID } }, list: [{ $cloudID }], plain: $cloudID })
  expect(event).toMatchObject({ deep: { group: $cloudID }, list: [$cloudID], plain: $cloudID })
  const passed = Object(await town.cloud.call('outer', 'r1', { plain: $cloudID }))
  expect(passed.event.plain).toBe($cloudID)
})

test('five are replaced in one call', async () => {
  const $cloudID = await enter('r1')
  const { event, info } = await call('r1', Object.fromEntries([...'abcdef'].map(key => [key, { $cloudID }])))
  expect(JSON.parse(info ?? '')).toEqual({ keys: [...'abcde'] })
  expect(event['f']).toBe($cloudID)
})

describe.each([
  [
    'in the event',
    async (openid: string, id: string) => (await call(openid, { group: { $cloudID: id } })).event['group'],
  ],
  [
    'by getOpenData',
    async (openid: string, id: string) => Object(await town.cloud.call('ask', openid, { list: [id] })).list[0],
  ],
])('%s', (_how, read) => {
  test('its owner reads it for five minutes', async () => {
    const id = await enter('r1')
    town.cloud.clock.advance(5 * 60_000 - 1000)
    expect(await read('r1', id)).toMatchObject({ cloudID: id, data: { opengid: 'g1' } })
    town.cloud.clock.advance(1000)
    expect(await read('r1', id)).toEqual({ cloudID: id, errCode: -601006, errMsg: 'cloudID expired.' })
  })

  test('nobody else does, and junk is none', async () => {
    const id = await enter('r1')
    expect(await read('r2', id)).toMatchObject({ errCode: -601007 })
    for (const junk of ['', '__proto__', 'OWNER', `${id}0`, id.replace(/.$/, last => (last === '0' ? '1' : '0'))])
      expect(await read('r1', junk)).toMatchObject({ cloudID: junk, errCode: -601005 })
  })
})

test.each([{}, { group: '' }, { group: 7 }, { group: 'a b' }, null, 'x'])('no group is entered by %j', async body => {
  expect(await tap(town, 'r1', 'group-enter', body)).toMatchObject({ status: 400 })
})

test('each entry is kept', () => {
  expect(town.cloud.wechat.asked()[0]).toMatchObject({ what: 'group', openid: 'r1', group: 'g1' })
})
