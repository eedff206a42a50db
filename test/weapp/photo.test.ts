import { errand } from '@domain/errand'
import { a, lunch, personId } from '../cloudfunctions/town'
import { live } from './town'

const living = live()

test.each([
  ['large', { width: 4000, height: 3000 }, { quality: 70, width: 1280, height: undefined }],
  ['upright', { width: 3000, height: 4000 }, { quality: 70, width: undefined, height: 1280 }],
  ['small', { width: 640, height: 480 }, { quality: 70, width: undefined, height: undefined }],
])('a %s photo of what was brought goes up written anew, without where and when it was taken', async (_, size, to) => {
  const { id } = await living.town.as('daughter')(errand.request, lunch)
  await living.town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await living.town.as('zhang')(errand.accept, { id })
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
  expect(compressed).toEqual([{ path: 'wxfile://taken.jpg', ...to }])
  expect(uploaded).toEqual(['wxfile://taken.jpg.anew1'])
  expect((await living.town.as('daughter')(errand.one, { id })).state).toBe('delivered')
})
