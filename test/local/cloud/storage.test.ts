import { startCloud } from '../../../local/cloud/index'
import { openTown, schema, sdk, tempDir, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const upload = (path: string, body: Buffer | string, openid = 'r1'): Promise<Response> =>
  fetch(`${town.cloud.url}/storage/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: openid ? { 'x-openid': openid } : {},
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
const linkTo = async (fileID: string): Promise<string> =>
  (await sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]?.tempFileURL ?? ''

test('a function puts a file and reads it back', async () => {
  const bytes = Buffer.from([0, 255, 13, 10, 0x2d, 0x2d])
  const { fileID } = await sdk.uploadFile({ cloudPath: '照片/e1.jpg', fileContent: bytes })
  expect(fileID).toMatch(/^cloud:\/\/.*照片\/e1\.jpg$/)
  expect((await sdk.downloadFile({ fileID })).fileContent).toEqual(bytes)
})

test('a phone puts a photo, which only a link opens, for ten minutes on the product clock', async () => {
  const { fileID } = Object(await (await upload('hazards/h1.png', 'PNG')).json())
  const link = await linkTo(fileID)
  const seen = await fetch(link)
  expect([seen.status, seen.headers.get('content-type'), await seen.text()]).toEqual([200, 'image/png', 'PNG'])
  expect((await fetch(link.replace(/.{8}$/, '00000000'))).status).toBe(403)
  town.cloud.clock.advance(10 * 60_000)
  expect((await fetch(link)).status).toBe(403)
})

test('two links to one file are different and cannot be guessed', async () => {
  const { fileID } = Object(await (await upload('a.png', 'x')).json())
  const [one, two] = [await linkTo(fileID), await linkTo(fileID)]
  expect(one).not.toBe(two)
  expect(one).toMatch(/\/[0-9a-f]{48}$/)
})

test('a page that somebody uploads is never shown as one', async () => {
  const { fileID } = Object(await (await upload('evil.html', '<script>')).json())
  const seen = await fetch(await linkTo(fileID))
  expect([
    seen.headers.get('content-type'),
    seen.headers.get('content-disposition'),
    seen.headers.get('x-content-type-options'),
  ]).toEqual(['application/octet-stream', 'attachment', 'nosniff'])
})

test.each(['../etc/passwd', 'a/../../b', '/abs', 'a//b', '', '.', 'a/.', 'a\\..\\b', 'a\0b', 'x'.repeat(851)])(
  'the path %j is refused',
  async path => {
    expect((await upload(path, 'x')).status).toBe(400)
  },
)

test('nobody uploads without an openid, or over 10 MB, or to an unannounced place', async () => {
  expect((await upload('a', 'x', '')).status).toBe(401)
  expect((await upload('a', Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413)
  expect((await fetch(`${town.cloud.url}/storage/put/guess`, { method: 'PUT', body: 'x' })).status).toBe(403)
})

test('what is deleted is gone, and what never was is told', async () => {
  const { fileID } = Object(await (await upload('gone.png', 'x')).json())
  const link = await linkTo(fileID)
  expect((await sdk.deleteFile({ fileList: [fileID, `${fileID}x`] })).fileList.map(({ status }) => status)).toEqual([
    0, -503003,
  ])
  expect((await fetch(link)).status).toBe(403)
  expect((await sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]).toMatchObject({
    tempFileURL: '',
    status: -503003,
  })
})

test('at most fifty files in one request', async () => {
  await expect(sdk.deleteFile({ fileList: Array.from({ length: 51 }, () => 'x') })).rejects.toThrow('at most 50 files')
})

test('files survive a restart', async () => {
  const { dir, remove } = tempDir()
  const options = { dataDir: dir, schema }
  const first = await startCloud(options)
  const put = await fetch(`${first.url}/storage/upload?path=kept.png`, {
    method: 'POST',
    headers: { 'x-openid': 'r' },
    body: 'kept',
  })
  const { fileID } = Object(await put.json())
  await first.close()
  const second = await startCloud(options)
  Object.assign(process.env, second.env)
  expect(await (await fetch(await linkTo(fileID))).text()).toBe('kept')
  await second.close()
  Object.assign(process.env, town.cloud.env)
  remove()
})
