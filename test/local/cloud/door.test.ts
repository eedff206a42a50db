import { createServer, request as httpRequest } from 'node:http'
import { openTown, type Town } from './town'

const phone = 'http://127.0.0.1:4999'
let town: Town
beforeAll(async () => {
  town = await openTown({
    functions: { echo: async event => event, broken: () => Promise.reject(new Error('no')) },
    origins: () => [phone],
  })
})
afterAll(() => town.close())

/** fetch sets its own Host and Origin; a stranger would not. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = 'POST',
  body = '{}',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${town.cloud.url}${path}`, { method, headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

test('a phone calls with its openid in the header and gets the result', async () => {
  const answer = await raw('/call/echo', { 'x-openid': 'r1', origin: phone }, 'POST', '{"a":1}')
  expect(JSON.parse(answer.body)).toMatchObject({ result: { a: 1, userInfo: { openId: 'r1' } } })
  expect(answer.headers['access-control-allow-origin']).toBe(phone)
})

test('a failure is told as errCode and errMsg', async () => {
  expect(JSON.parse((await raw('/call/broken', { 'x-openid': 'r1' })).body)).toMatchObject({ errCode: -504002 })
  expect(JSON.parse((await raw('/call/echo', { 'x-openid': 'r1' }, 'POST', 'not json')).body)).toMatchObject({
    errCode: -501007,
  })
})

test.each(['', '   '])('without an openid (%j) nobody calls', async openid => {
  expect((await raw('/call/echo', { 'x-openid': openid })).status).toBe(401)
  expect((await raw('/call/echo?openid=r1', {}, 'POST', '{"openid":"r1"}')).status).toBe(401)
})

test('an event over 100 KB is refused at the door', async () => {
  expect((await raw('/call/echo', { 'x-openid': 'r1' }, 'POST', JSON.stringify('x'.repeat(100 * 1024)))).status).toBe(
    413,
  )
})

test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example'])(
  'a host called %j is not this machine',
  async host => {
    for (const path of ['/call/echo', '/admin', '/stats', '/clock', '/trigger/echo', '/faults'])
      expect((await raw(path, { host, 'x-openid': 'r1' })).status).not.toBe(200)
  },
)

test.each(['http://evil.example', 'null', 'http://127.0.0.1:5000', 'https://127.0.0.1:4999'])(
  'a page of %s may not speak to the cloud',
  async origin => {
    for (const path of [
      '/call/echo',
      '/admin',
      '/stats',
      '/clock',
      '/trigger/echo',
      '/faults',
      '/storage/upload?path=a',
      '/wechat/subscribe',
    ]) {
      const answer = await raw(path, { origin, 'x-openid': 'r1' })
      expect([path, answer.status, answer.headers['access-control-allow-origin']]).toEqual([path, 403, undefined])
    }
  },
)

test('the browser may ask beforehand, if its page may call', async () => {
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-openid,content-type' }
  const answer = await raw('/call/echo', { origin: phone, ...asked }, 'OPTIONS', '')
  expect([answer.status, answer.headers['access-control-allow-headers']]).toEqual([204, 'content-type, x-openid'])
  expect((await raw('/call/echo', { origin: 'http://evil.example', ...asked }, 'OPTIONS', '')).status).toBe(403)
})

test('a page of the same server may call', async () => {
  expect((await raw('/call/echo', { origin: town.cloud.url, 'x-openid': 'r1' })).status).toBe(200)
})

test('the clock is read and moved by tools', async () => {
  const before = JSON.parse((await raw('/clock', {}, 'GET', '')).body)
  const moved = JSON.parse((await raw('/clock', {}, 'POST', '{"advanceMs":60000}')).body)
  expect(moved.offsetMs - before.offsetMs).toBe(60_000)
  const set = JSON.parse((await raw('/clock', {}, 'POST', '{"set":1772323200000}')).body)
  expect(Math.abs(set.now - 1_772_323_200_000)).toBeLessThan(1000)
  for (const junk of ['{}', '{"advanceMs":-1}', '{"set":"x"}'])
    expect((await raw('/clock', {}, 'POST', junk)).status).toBe(400)
})

test('a timer can be rung by tools', async () => {
  expect(JSON.parse((await raw('/trigger/echo', {})).body)).toMatchObject({ result: { Type: 'Timer' } })
  const twice = { result: [{ Type: 'Timer' }, { Type: 'Timer' }] }
  expect(JSON.parse((await raw('/trigger/echo?times=2', {})).body)).toMatchObject(twice)
})

test('what nobody serves is told', async () => {
  expect((await raw('/nowhere', {}, 'GET', '')).status).toBe(404)
})

test('another server of this process can lend its port to the phone', async () => {
  const server = createServer((request, response) => {
    void town.cloud.handle(request, response).then(answered => answered || response.end('page'))
  })
  const port = await new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve(Number(Object(server.address()).port))),
  )
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/call/echo`, {
      method: 'POST',
      headers: { 'x-openid': 'r1' },
      body: '{}',
    })
    expect(await answer.json()).toMatchObject({ result: { userInfo: { openId: 'r1' } } })
    expect(await (await fetch(`http://127.0.0.1:${port}/index.html`)).text()).toBe('page')
    expect(await (await fetch(`http://127.0.0.1:${port}/admin`, { method: 'POST' })).text()).toBe('page')
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})
