import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { errand } from '../../../domain/errand'
import { storageRules } from '../../../domain/schema'
import * as z from '../../../domain/zod'
import { startCloud } from '../../../local/cloud/index'
import { openTown, schema, sdk, tempDir, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown({ storageRules })
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
  const { fileID } = Object(await (await upload('photo/h1.jpg', 'JPG')).json())
  const link = await linkTo(fileID)
  const seen = await fetch(link)
  expect([seen.status, seen.headers.get('content-type'), await seen.text()]).toEqual([200, 'image/jpeg', 'JPG'])
  expect((await fetch(link.replace(/.{8}$/, '00000000'))).status).toBe(403)
  town.cloud.clock.advance(10 * 60_000)
  expect((await fetch(link)).status).toBe(403)
})

test('two links to one file are different and cannot be guessed', async () => {
  const { fileID } = Object(await (await upload('photo/a.jpg', 'x')).json())
  const [one, two] = [await linkTo(fileID), await linkTo(fileID)]
  expect(one).not.toBe(two)
  expect(one).not.toContain('photo')
})

test('a page that somebody uploads is never shown as one', async () => {
  const { fileID } = await sdk.uploadFile({ cloudPath: 'evil.html', fileContent: Buffer.from('<script>') })
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
  expect((await upload('photo/a.jpg', 'x', '')).status).toBe(401)
  expect((await upload('photo/a.jpg', Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413)
  expect((await fetch(`${town.cloud.url}/storage/put/guess`, { method: 'PUT', body: 'x' })).status).toBe(403)
})

test('what is deleted is gone, and what never was is told', async () => {
  const { fileID } = Object(await (await upload('photo/gone.jpg', 'x')).json())
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

test('links, tickets and whose a file is survive a restart, and end when they should', async () => {
  const { dir, remove } = tempDir()
  const options = { dataDir: dir, schema, storageRules }
  const first = await startCloud(options)
  const put = (url: string, openid: string): Promise<Response> =>
    fetch(`${url}/storage/upload?path=photo/kept.jpg`, {
      method: 'POST',
      headers: { 'x-openid': openid },
      body: 'kept',
    })
  const { fileID } = Object(await (await put(first.url, 'r')).json())
  Object.assign(process.env, first.env)
  const link = await linkTo(fileID)
  const announced = await announce(first.url, 'report.csv')
  await first.close()
  const second = await startCloud(options)
  Object.assign(process.env, second.env)
  const moved = link.replace(first.url, second.url)
  expect(await (await fetch(moved)).text()).toBe('kept')
  expect((await put(second.url, 'other')).status).toBe(403)
  const ticket = announced.url.replace(first.url, second.url)
  expect((await fetch(ticket, { method: 'PUT', body: 'a,b' })).status).toBe(200)
  expect((await sdk.downloadFile({ fileID: announced.fileId })).fileContent.toString()).toBe('a,b')
  second.clock.advance(10 * 60_000)
  expect((await fetch(moved)).status).toBe(403)
  expect((await fetch(ticket, { method: 'PUT', body: 'late' })).status).toBe(403)
  await second.close()
  Object.assign(process.env, town.cloud.env)
  remove()
})

/** What the SDK asks for before it uploads. */
async function announce(url: string, path: string): Promise<{ url: string; fileId: string }> {
  const body = JSON.stringify({ action: 'storage.getUploadMetadata', path })
  return Object(await (await fetch(`${url}/admin`, { method: 'POST', body })).json()).data
}

test('a link opens files, and is neither a ticket nor a link of another folder', async () => {
  const { fileID } = Object(await (await upload('photo/kinds.jpg', 'x')).json())
  const link = await linkTo(fileID)
  const asTicket = link.replace('/storage/file/', '/storage/put/')
  expect((await fetch(asTicket, { method: 'PUT', body: 'y' })).status).toBe(403)
  const announced = await announce(town.cloud.url, 'photo/kinds.jpg')
  expect((await fetch(announced.url.replace('/storage/put/', '/storage/file/'))).status).toBe(403)
  const { dir, remove } = tempDir()
  const other = await startCloud({ dataDir: dir, schema })
  expect((await fetch(link.replace(town.cloud.url, other.url))).status).toBe(403)
  await other.close()
  remove()
})

test('a link lives as long as the function says', async () => {
  const { fileID } = Object(await (await upload('photo/short.jpg', 'x')).json())
  const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
  const link = fileList[0]?.tempFileURL ?? ''
  town.cloud.clock.advance(59_000)
  expect((await fetch(link)).status).toBe(200)
  town.cloud.clock.advance(1000)
  expect((await fetch(link)).status).toBe(403)
})

describe('what the storage rules let a phone write', () => {
  const refused = { errCode: -503002 }

  test.each([
    'x.jpg',
    'photo/a/b.jpg',
    'photo/a.png',
    'photo/.jpg',
    'photo/老人.jpg',
    'photos/a.jpg',
    'a/photo/a.jpg',
    `photo/${'a'.repeat(81)}.jpg`,
    'photo/a.xlsx',
    'sheet/a.jpg',
    'sheet/a.xlsm',
  ])('not %s', async path => {
    const answer = await upload(path, 'x')
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining(refused)])
  })

  test.each(['photo/a1.jpg', 'face/a1.jpg', 'sheet/a1.xlsx', 'sheet/a1.csv'])('its own %s', async path => {
    expect((await upload(path, 'x')).status).toBe(200)
  })

  test('its own photo again, but not another person’s, and not what a function put there', async () => {
    expect((await upload('photo/mine.jpg', 'one', 'r1')).status).toBe(200)
    expect((await upload('photo/mine.jpg', 'two', 'r1')).status).toBe(200)
    expect(await (await upload('photo/mine.jpg', 'three', 'r2')).json()).toMatchObject(refused)
    await sdk.uploadFile({ cloudPath: 'photo/desk.jpg', fileContent: Buffer.from('desk') })
    expect(await (await upload('photo/desk.jpg', 'x', 'r1')).json()).toMatchObject(refused)
  })

  test('of two phones that want one new name, one gets it', async () => {
    const answers = await Promise.all(['r1', 'r2', 'r3'].map(openid => upload('photo/race.jpg', openid, openid)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403])
  })

  test('a name is free again when its file is deleted', async () => {
    const { fileID } = Object(await (await upload('photo/again.jpg', 'x', 'r1')).json())
    await sdk.deleteFile({ fileList: [fileID] })
    expect((await upload('photo/again.jpg', 'x', 'r2')).status).toBe(200)
  })

  test('every photo that a delivery may show, and no other', () => {
    for (const [path, fits] of [
      ['photo/h-1_A.jpg', true],
      ['photo/a/b.jpg', false],
      ['x.jpg', false],
      ['photo/a.png', false],
    ] as const) {
      const asProof = z.safeParse(errand.deliver.input, {
        id: 'e1',
        how: 'photo',
        photo: `cloud://env.1/${path}`,
      }).success
      expect([path, asProof]).toEqual([path, fits])
    }
  })

  test('the rules that the README says to paste', () => {
    const readme = readFileSync(resolve(__dirname, '../../../README.md'), 'utf8')
    expect(readme).toContain(`"write": ${JSON.stringify(storageRules.write)}`)
  })

  test('nothing, when nobody wrote rules; a rule that is not understood starts no cloud', async () => {
    const { dir, remove } = tempDir()
    const bare = await startCloud({ dataDir: dir, schema })
    const answer = await fetch(`${bare.url}/storage/upload?path=photo/a.jpg`, {
      method: 'POST',
      headers: { 'x-openid': 'r1' },
      body: 'x',
    })
    expect(await answer.json()).toMatchObject(refused)
    await bare.close()
    const odd = ['auth.uid == 1', '/a/.test(resource.path)', 'auth != null || true']
    for (const write of odd)
      await expect(startCloud({ dataDir: dir, schema, storageRules: { read: false, write } })).rejects.toThrow(
        'not understood',
      )
    await expect(startCloud({ dataDir: dir, schema, storageRules: { read: true, write: false } })).rejects.toThrow(
      'reading',
    )
    remove()
  })
})

test('nothing but whole files lies in the folder', () => {
  const names = readdirSync(join(town.dir, 'files'), { recursive: true }).map(String)
  const files = names.filter(name => name.length > 2)
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter(name => !/^(drafts|..\/[0-9a-f]{64}(\.owner)?)$/.test(name))).toEqual([])
})
