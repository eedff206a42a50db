import { errand } from '@domain/errand'
import { lunch } from '../cloudfunctions/town'
import { hand, type Handset, type Keeper } from './handset'
import { live } from './town'
import { pack } from './window'

const living = live()
const home = 'pages/tab/home/index.js'

/** The phone of a daughter on her errand's page, with these lines written into the build, and a page that promises this card. */
async function onErrand(code: string, promise: unknown, keeper: Keeper = {}): Promise<Handset> {
  const { id } = await living.town.as('daughter')(errand.request, lunch)
  const its = { ...pack, js: { ...pack.js, [home]: `${pack.js[home]};${code}` } }
  const phone = hand(living.town, 'daughter', keeper, its)
  phone.phone.start()
  await phone.opened()
  await phone.open(`/pages/errand/one/index?id=${id}`)
  const offered = { title: '先前的', path: '/pages/errand/one/index', imageUrl: '/card.png', promise }
  Object.assign(phone.phone.navigator.top()?.instance ?? {}, { onShareAppMessage: () => offered })
  return phone
}

test.each([
  ['promised', () => Promise.resolve({ title: '后来的', path: '/pages/errand/one/index?live=1' }), '后来的'],
  ['promised and not made', () => Promise.reject(new Error('no')), '先前的'],
])('a card that is %s is sent', async (_, promise, title) => {
  const phone = await onErrand('', promise())
  await phone.tap('发到群里说一声')
  await phone.until(() => phone.shared.length > 0, 'waited for the card')
  expect(phone.shared).toEqual([expect.objectContaining({ title, picture: '/card.png' })])
  expect(phone.shared[0]).not.toHaveProperty('activity')
  await phone.close()
})

test('a live card carries its activity', async () => {
  const phone = await onErrand('wx.updateShareMenu({ isUpdatableMessage: true, activityId: "a1" })', undefined)
  await phone.tap('发到群里说一声')
  await phone.until(() => phone.shared.length > 0, 'waited for the card')
  expect(phone.shared[0]).toHaveProperty('activity', 'a1')
  await phone.close()
})

const entering =
  'wx.getGroupEnterInfo().then(a => console.error(JSON.stringify(wx.cloud.CloudID(a.cloudID))), a => console.error(a.errMsg))'

test.each([
  ['from a card in a group', { ok: true, value: 'g1' }, '{"$cloudID":"g1"}'],
  ['from nowhere', { ok: false, no: 'off' }, 'getGroupEnterInfo:fail'],
] as const)('opened %s, the app may ask which group it was, for the cloud alone to read', async (_, given, said) => {
  const phone = await onErrand(entering, undefined, { groupEntry: async () => given })
  await phone.until(() => phone.phone.errors.join('').includes(said), 'waited for the group')
  await phone.close()
})
