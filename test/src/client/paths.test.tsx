import { startAgain, tell } from './played'
import Taro from '@tarojs/taro'
import { tabs, subpackages } from '../../../config/pages'
import { back, go, paths, redirect } from '@/client/paths'

const turns = { navigateTo: jest.fn(), switchTab: jest.fn(), redirectTo: jest.fn(), navigateBack: jest.fn() }
const stack = jest.fn()

beforeEach(() => {
  startAgain()
  Object.values(turns).forEach(turn => turn.mockReset().mockResolvedValue({}))
  stack.mockReset().mockReturnValue([1, 2])
  Object.assign(Taro, turns, { getCurrentPages: stack })
})

test('parameters survive the way, whatever is in them', () => {
  expect(paths.errandAsk({ kind: 'meal', again: undefined, byPhone: true })).toBe(
    '/pages/errand/ask/index?kind=meal&byPhone=1',
  )
  expect(paths.errandOne({ id: 'a#1&b=2' })).toBe('/pages/errand/one/index?id=a%231%26b%3D2')
})

test('a tab is turned to, any other page is opened over this one', async () => {
  await go(paths.errandMine())
  expect(turns.navigateTo).toHaveBeenCalledWith({ url: '/pages/errand/mine/index' })
  await go(paths.tabMe())
  await redirect(paths.tabStudy())
  expect(turns.switchTab.mock.calls).toEqual([[{ url: '/pages/tab/me/index' }], [{ url: '/pages/tab/study/index' }]])
})

test('ten pages deep the next one takes the place of the last', async () => {
  turns.navigateTo.mockRejectedValue({ errMsg: 'navigateTo:fail webview count limit exceed' })
  await go(paths.errandMine())
  expect(turns.redirectTo).toHaveBeenCalledWith({ url: '/pages/errand/mine/index' })
})

test('back from a page that a card opened leads home', async () => {
  await back()
  expect(turns.navigateBack).toHaveBeenCalled()
  stack.mockReturnValue([1])
  await back()
  expect(turns.switchTab).toHaveBeenCalledWith({ url: '/pages/tab/home/index' })
})

test('the stage opens our pages and nothing else', () => {
  tell('navigate', { path: 'pages/study/read/index?id=p1' })
  for (const path of ['https://example.com', '//example.com/pages/', 'javascript:1', '', 7, null])
    tell('navigate', { path })
  expect(turns.navigateTo.mock.calls).toEqual([[{ url: '/pages/study/read/index?id=p1' }]])
})

test('every path leads to a page that is there', () => {
  const built = [...tabs, ...subpackages().flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))]
  const id = { id: 'x', household: 'x', errand: 'x', scene: 'x' }
  const all = Object.values(paths).map(path => path(id).split('?')[0]?.slice(1))
  expect(all.filter(page => !built.includes(page ?? ''))).toEqual([])
})
