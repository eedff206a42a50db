import { errand } from '@domain/errand'
import { lunch } from '../cloudfunctions/town'
import { live } from './town'
import type { Handset } from './handset'

const living = live()
let phone: Handset
beforeEach(async () => {
  phone = await living.phone('daughter')
})

const stack = () => phone.phone.navigator.stack().map(page => page.route.replace(/^pages\/|\/index$/g, ''))
const inbox = '/pages/errand/inbox/index'

test('ten pages lie over each other, and not one more', () => {
  const { navigator } = phone.phone
  for (let i = 1; i < 10; i++) navigator.navigateTo(`${inbox}?n=${i}`)
  expect(navigator.stack()).toHaveLength(10)
  expect(() => navigator.navigateTo(inbox)).toThrow('webview count limit exceed')
  expect(navigator.top()?.query).toEqual({ n: '9' })
})

test.each([
  ['navigateTo', '/pages/tab/me/index', 'can not navigateTo a tabbar page'],
  ['redirectTo', '/pages/tab/me/index', 'can not redirectTo a tabbar page'],
  ['switchTab', inbox, 'can not switch to no-tabBar page'],
  ['navigateTo', '/pages/nowhere', 'page "pages/nowhere" is not found'],
  ['reLaunch', '__proto__', 'is not found'],
] as const)('%s to %s is refused', (turn, url, why) => {
  expect(() => phone.phone.navigator[turn](url)).toThrow(why)
  expect(stack()).toEqual(['tab/home'])
})

test('one page back shows the one beneath; from the first there is none', async () => {
  const { navigator } = phone.phone
  const home = phone.top()
  await phone.tap(/^消息/)
  await phone.sees(/还没有消息/)
  expect(home.hidden).toBe(true)
  expect(phone.title()).toBe('消息')
  navigator.navigateBack()
  expect(phone.top()).toBe(home)
  expect(home.hidden).toBe(false)
  expect(phone.title()).toBe('新邻')
  expect(() => navigator.navigateBack()).toThrow('cannot navigate back at first page')
})

test('a tab keeps what stands on it; the pages over it go', () => {
  const { navigator } = phone.phone
  const home = phone.top()
  navigator.navigateTo(inbox)
  const gone = phone.top()
  navigator.switchTab('/pages/tab/station/index')
  expect(stack()).toEqual(['tab/station'])
  expect(gone.isConnected).toBe(false)
  navigator.switchTab('/pages/tab/home/index')
  expect(phone.top()).toBe(home)
  navigator.reLaunch('/pages/tab/home/index')
  expect(phone.top()).not.toBe(home)
  expect(home.isConnected).toBe(false)
})

test('redirectTo puts a page in the place of another', () => {
  phone.phone.navigator.navigateTo(inbox)
  phone.phone.navigator.redirectTo('/pages/errand/mine/index')
  expect(stack()).toEqual(['tab/home', 'errand/mine'])
})

test('the code of a subpackage is loaded when one of its pages is first entered', () => {
  // The first screen has asked for the homes that lie with the errands.
  expect(phone.phone.packages()).toEqual(['', 'pages/errand'])
  phone.phone.navigator.navigateTo(inbox)
  phone.phone.navigator.navigateTo('/pages/people/community/index')
  expect(phone.phone.packages()).toEqual(['', 'pages/errand', 'pages/people'])
})

test('发到群里说一声 sends the card that the page offers', async () => {
  const { id } = await living.town.as('daughter')(errand.request, lunch)
  await phone.open(`/pages/errand/one/index?id=${id}`)
  await phone.tap('发到群里说一声')
  await phone.until(() => phone.shared.length > 0, 'waited for the card')
  expect(phone.shared[0]).toMatchObject({ path: `/pages/errand/one/index?id=${id}` })
  expect(phone.shared[0]?.title).toContain('送饭')
  expect(phone.phone.errors).toEqual([])
})

test('a page that is pulled down asks again', async () => {
  const asked = phone.phone.read().cloud
  expect(asked).toContain('errand.mine')
  phone.phone.pull()
  await phone.until(() => phone.phone.read().cloud.includes('errand.mine'), 'waited for the question')
})
