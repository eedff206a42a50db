import { errand } from '@domain/errand'
import { a, lunch, personId } from '../cloudfunctions/town'
import type { Handset } from './handset'
import { live } from './town'

const living = live()

/** What is done at a door goes through the outbox: its screen does not wait for the cloud. */
async function isDelivered(phone: Handset, id: string): Promise<void> {
  await phone.until(() => phone.phone.read().cloud.includes('errand.deliver'), 'waited for the delivery')
  await phone.opened()
  expect((await living.town.as('daughter')(errand.one, { id })).state).toBe('delivered')
}

/** An errand in 张师傅's hands. */
async function accepted(): Promise<string> {
  const { id } = await living.town.as('daughter')(errand.request, lunch)
  await living.town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await living.town.as('zhang')(errand.accept, { id })
  return id
}

test.each([
  ['large', { width: 4000, height: 3000 }, { quality: 70, width: 1280, height: undefined }],
  ['upright', { width: 3000, height: 4000 }, { quality: 70, width: undefined, height: 1280 }],
  ['small', { width: 640, height: 480 }, { quality: 70, width: undefined, height: undefined }],
])('a %s photo of what was brought goes up written anew, without where and when it was taken', async (_, size, to) => {
  const id = await accepted()
  const compressed: object[] = []
  const uploaded: string[] = []
  const phone = await living.phone('zhang', {
    choosePicture: async () => ({ ok: true, value: 'wxfile://taken.jpg' }),
    pictureSize: async () => size,
    compressPicture: async (path, wanted) => `${path}.anew${compressed.push({ path, ...wanted })}`,
    async uploadFile(path, file) {
      uploaded.push(file)
      const headers = { 'content-type': 'image/jpeg', 'x-openid': 'zhang' }
      const answer = await fetch(`${living.town.cloud.url}/storage/upload?path=${path}`, {
        method: 'POST',
        headers,
        body: 'jpeg',
      })
      return ((await answer.json()) as { fileID: string }).fileID
    },
  })
  await phone.tap('送到了')
  await phone.tap(/^拍张照/, '[role=dialog]')
  await phone.misses('手上的')
  await isDelivered(phone, id)
  expect(compressed).toEqual([{ path: 'wxfile://taken.jpg', ...to }])
  expect(uploaded).toEqual(['wxfile://taken.jpg.anew1'])
})

test.each([
  ['refused', /没有打开相机和相册，也没关系/],
  ['unread', /没同意隐私说明，相机和相册没有用/],
  ['privacy', /没同意隐私说明，相机和相册没有用/],
  ['undeclared', /这里还用不了相机和相册/],
  ['off', /手机没给出相机和相册/],
] as const)(
  'a camera that is %s is answered in the sheet, and the word of whom it was handed to does',
  async (no, words) => {
    const id = await accepted()
    const open = [`/pages/errand/one/index?id=${id}`, '/pages/tab/home/index']
    for (const url of open) {
      const phone = await living.phone('zhang', { choosePicture: async () => ({ ok: false, no }) })
      await phone.open(url)
      await phone.tap('送到了')
      await phone.tap(/^拍张照/, '[role=dialog]')
      await phone.sees(words)
      const dialog = phone.top().querySelector('[role=dialog]')
      expect(dialog?.textContent).toMatch(words)
      expect(dialog?.textContent?.includes('去设置')).toBe(no === 'refused')
      expect(phone.phone.errors).toEqual([])
      if (url !== open.at(-1)) continue
      await phone.tap('交给了本人', '[role=dialog]')
      await phone.misses(/^拍张照/)
      await isDelivered(phone, id)
    }
  },
)

test('a picture that cannot be made small is no riddle: it is said, and written into the log without its name', async () => {
  const id = await accepted()
  const phone = await living.phone('zhang', {
    choosePicture: async () => ({ ok: true, value: 'wxfile://王大爷家门口.jpg' }),
    pictureSize: () => Promise.reject(new Error('wxfile://王大爷家门口.jpg')),
  })
  await phone.open(`/pages/errand/one/index?id=${id}`)
  await phone.tap('送到了')
  await phone.tap(/^拍张照/, '[role=dialog]')
  await phone.sees('系统出了点问题，请打电话给社区')
  expect(phone.logged.join()).toContain('"about":"photo"')
  expect(phone.logged.join()).not.toContain('王大爷')
  await phone.tap('交给了本人', '[role=dialog]')
  await isDelivered(phone, id)
})
