import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changed } from '../../local/stage/events'
import { openStage, type Stage } from '../../local/stage/server'

const folder = mkdtempSync(join(tmpdir(), 'xinlin-stage-'))
const at = (name: string) => join(folder, name)
const dataDir = at('data')
let stage: Stage | undefined

const town = {
  community: { id: 'c1', name: '金星社区' },
  people: [
    { openid: 'o-wang', name: '王女士', role: '居民', phone: 'family', communityId: 'c1' },
    { openid: 'o-li', name: '李书记', role: '书记', phone: 'desk', communityId: 'c1' },
  ],
  stations: [{ id: 's1', name: '红色驿站', code: 'ABCDEF' }],
}

/** A function as the product's are: it writes one errand. */
const errandFunction = `
const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async event => {
  if (event.verb === 'request') await cloud.database().collection('errands').add({ data: { communityId: 'c1', word: '桂花', phone: '13800000000' } })
  return { ok: true, at: 0, data: {} }
}`

beforeAll(() => {
  for (const name of ['seed', 'app', 'weapp', 'page', 'functions/errand', 'functions/safety'])
    mkdirSync(at(name), { recursive: true })
  writeFileSync(at('seed/town.json'), JSON.stringify(town))
  writeFileSync(at('app/index.html'), 'the app')
  writeFileSync(at('weapp/index.html'), 'the WeChat build')
  writeFileSync(at('page/index.html'), 'the stage')
  writeFileSync(at('schema.json'), JSON.stringify({ errands: { indexes: [] } }))
  writeFileSync(at('functions/errand/index.js'), errandFunction)
  writeFileSync(at('functions/safety/index.js'), 'exports.main = async () => undefined')
})
afterEach(() => stage?.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function open(): Promise<{ url: string; ports: number[] }> {
  stage = await openStage({
    port: 0,
    dataDir,
    schemaFile: at('schema.json'),
    functionsDir: at('functions'),
    seedDir: at('seed'),
    appDir: at('app'),
    weappDir: at('weapp'),
    pageDir: at('page'),
  })
  const { ports } = await (await fetch(`${stage.url}town`)).json()
  return { url: stage.url, ports }
}

const say = (url: string, body: unknown) => fetch(`${url}stage/say`, { method: 'POST', body: JSON.stringify(body) })
const messages = async (url: string): Promise<{ who: string; what: Record<string, unknown> }[]> =>
  (await (await fetch(`${url}town`)).json()).messages

/** The status of a request with headers that `fetch` does not let one set. */
function status(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers, method }, response => {
      response.resume()
      resolve(response.statusCode)
    })
    asking.once('error', reject)
    asking.end()
  })
}

type Lines = Record<string, unknown>[]

/** Opens a page's stream; `heard` are its events up to the first of that kind. */
function hearing(url: string, kind: string): Promise<{ heard: Promise<Lines> }> {
  return new Promise((opened, reject) => {
    const lines: Lines = []
    const asking = get(`${url}events`, response => {
      response.setEncoding('utf8')
      const heard = new Promise<Lines>(resolve => {
        response.on('data', (text: string) => {
          for (const [, line] of text.matchAll(/^data: (.*)$/gm)) lines.push(JSON.parse(line ?? ''))
          if (!lines.some(line => line.kind === kind)) return
          asking.destroy()
          resolve(lines)
        })
      })
      opened({ heard })
    })
    asking.once('error', reject)
  })
}

describe('what a page hears', () => {
  test('of a change only the collection and the community', () => {
    const record = { collection: 'errands', communityId: 'c1', _id: 'e1', after: { word: '桂花' } }
    expect(changed(record)).toEqual({ kind: 'changed', collection: 'errands', communityId: 'c1' })
    expect(changed({ collection: 'people' })).toEqual({ kind: 'changed', collection: 'people' })
  })

  test('a call of a phone reaches every open stage, without a word of the record', async () => {
    const { url, ports } = await open()
    const stages = await Promise.all([1, 2, 3].map(() => hearing(url, 'changed')))
    const call = () =>
      fetch(`http://127.0.0.1:${ports[0]}/call/errand`, {
        method: 'POST',
        headers: { 'x-openid': 'o-wang' },
        body: '{"verb":"request"}',
      })
    expect(await (await call()).json()).toEqual({ result: { ok: true, at: 0, data: {} } })
    for (const lines of await Promise.all(stages.map(({ heard }) => heard))) {
      expect(lines.find(line => line.kind === 'changed')).toEqual({
        kind: 'changed',
        collection: 'errands',
        communityId: 'c1',
      })
      expect(JSON.stringify(lines)).not.toMatch(/桂花|13800000000/)
    }
  })
})

test('what WeChat was asked reaches every open stage, and who opens one later', async () => {
  const { url, ports } = await open()
  const stages = await Promise.all([1, 2].map(() => hearing(url, 'asked')))
  await fetch(`http://127.0.0.1:${ports[0]}/wechat/group-enter`, {
    method: 'POST',
    headers: { 'x-openid': 'o-wang' },
    body: '{"group":"g-secret"}',
  })
  const asked = { openid: 'o-wang', at: expect.any(Number), words: '从群里的卡片进来', isOdd: false }
  for (const lines of await Promise.all(stages.map(({ heard }) => heard)))
    expect(lines).toContainEqual({ kind: 'asked', asked })
  const late: { asked: unknown[] } = await (await fetch(`${url}town`)).json()
  expect(late.asked).toEqual([asked])
  expect(JSON.stringify(late)).not.toContain('g-secret')
})

describe('who may speak to the stage', () => {
  test('a foreign host or origin is refused, by the stage and by each phone', async () => {
    const { url, ports } = await open()
    for (const port of [new URL(url).port, ...ports]) {
      const here = `http://127.0.0.1:${port}/`
      expect(await status(here, {})).toBe(200)
      expect(await status(here, { host: 'evil.example' })).toBe(403)
      expect(await status(here, { host: `evil.example:${port}` })).toBe(403)
      expect(await status(here, { origin: 'https://evil.example' })).toBe(403)
      expect(await status(`${here}call/errand`, { origin: url.slice(0, -1).replace(/\d+$/, '1') }, 'POST')).toBe(403)
    }
    expect(await status(`${url}stage/restart`, { origin: `http://127.0.0.1:${ports[0]}` }, 'POST')).toBe(403)
  })

  test('a phone may stand in a frame of the stage alone', async () => {
    const { url, ports } = await open()
    const policy = (await fetch(`http://127.0.0.1:${ports[1]}/`)).headers.get('content-security-policy')
    expect(policy).toBe(`frame-ancestors ${url.slice(0, -1)} http://localhost:${new URL(url).port}`)
  })

  test('each phone has both builds of the app on its own origin', async () => {
    const { ports } = await open()
    for (const port of ports) {
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('the app')
      expect(await (await fetch(`http://127.0.0.1:${port}/weapp/`)).text()).toBe('the WeChat build')
    }
  })

  test.each([
    '..%2f..%2fseed%2ftown.json',
    '%2e%2e/seed/town.json',
    '%00',
    '%',
    '.../town.json',
    'weapp/..%2fapp/index.html',
  ])('no file outside the app is sent: %s', async path => {
    const { ports } = await open()
    expect(await status(`http://127.0.0.1:${ports[0]}/${path}`, {})).toBe(404)
  })
})

describe('the group', () => {
  test('a typed line stays over a restart, and that the product cannot read it is said once', async () => {
    const first = await open()
    await say(first.url, { openid: 'o-wang', groupId: 'g1', text: '谁顺路？' })
    await say(first.url, { openid: 'o-li', groupId: 'g1', text: '我看看' })
    await say(first.url, {
      openid: 'o-li',
      groupId: 'g1',
      card: { title: '送饭 · 金星小区', path: '/pages/errand/one/index?id=e1', kind: 'meal' },
    })
    await stage?.close()
    const again = await messages((await open()).url)
    expect(again.map(({ who, what }) => [who, Object.keys(what)[0]])).toEqual([
      ['王女士', 'text'],
      ['', 'remark'],
      ['李书记', 'text'],
      ['李书记', 'card'],
    ])
  })

  test.each([
    null,
    '',
    [],
    { openid: 'o-wang' },
    { openid: '', groupId: 'g', text: 'x' },
    { openid: 'o', groupId: 'g', text: 'x'.repeat(201) },
  ])('refuses %j', async body => {
    expect((await say((await open()).url, body)).status).toBe(400)
  })

  test.each(['constructor', 'toString', '__proto__', 'nothing'])('there is no deed %s', async name => {
    const { url } = await open()
    expect((await fetch(`${url}stage/${name}`, { method: 'POST', body: '{}' })).status).toBe(404)
  })
})

test('重新开始 brings the seed back, and every open stage hears of it', async () => {
  const { url } = await open()
  await say(url, { openid: 'o-wang', groupId: 'g1', text: '在吗' })
  const { heard } = await hearing(url, 'restarted')
  await fetch(`${url}stage/restart`, { method: 'POST', body: '{}' })
  await heard
  expect(await messages(url)).toEqual([])
  expect(JSON.parse(readFileSync(join(dataDir, 'town.json'), 'utf8'))).toEqual(town)
})

test('快进 moves the clock forward, and a restart does not take it back', async () => {
  const { url } = await open()
  const { at: before } = await (await fetch(`${url}town`)).json()
  await fetch(`${url}stage/later`, { method: 'POST', body: '{"minutes":30}' })
  await stage?.close()
  const { at: after } = await (await fetch(`${(await open()).url}town`)).json()
  expect(after - before).toBeGreaterThanOrEqual(30 * 60_000)
})
