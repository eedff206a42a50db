import { arrived, cloud, fine, startAgain, tell } from './played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { errand } from '@domain/errand'
import { Failure } from '@domain/failure'
import { useKept } from '@/client/kept'
import { logFault } from '@/client/log'
import { useQuery } from '@/client'
import { useStart } from '@/client/start'
import { Button } from '@/components/Button'
import { Screen } from '@/components/Screen'
import { wechat } from '@/wechat'

function Page() {
  useStart()
  const { data } = useQuery(errand.mine, {})
  return <Screen>{data ? '我的点单' : '等一下'}</Screen>
}

function Keeping() {
  const [value, keep] = useKept('draft.test')
  return (
    <Screen>
      {String(value)}
      <Button onTap={() => keep('一份午饭')}>写午饭</Button>
      <Button onTap={() => keep('一份晚饭')}>写晚饭</Button>
    </Screen>
  )
}

const lineOf = () => document.querySelector('.screen__line')?.textContent

beforeAll(() => tell('identity', { openid: 'o-start' }))
beforeEach(() => {
  startAgain()
  cloud(() => fine({ rows: [] }))
})
afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

test('without a network every screen says so calmly, and asks again by itself when it is back', async () => {
  render(<Page />)
  await screen.findByText('我的点单')
  await act(async () => tell('offline', { value: true }))
  expect(lineOf()).toBe('没有网络，填的都在')
  expect(arrived).toHaveLength(1)
  act(() => tell('offline', { value: false }))
  expect(lineOf()).toBe('')
  await waitFor(() => expect(arrived).toHaveLength(2))
})

test('a screen that is shown follows the font setting as it stands now', () => {
  const scale = jest.spyOn(wechat, 'fontScale').mockReturnValue(1.4)
  render(<Screen>字</Screen>)
  expect(document.querySelector('.screen--largest')).toBeTruthy()
  cleanup()
  scale.mockReturnValue(1)
  render(<Screen>字</Screen>)
  expect(document.querySelector('.screen--largest')).toBeNull()
})

test('a slow network is said, and costs no further call', async () => {
  render(<Page />)
  await screen.findByText('我的点单')
  const before = arrived.length
  act(() => tell('refuse', { value: ['weak'] }))
  expect(lineOf()).toBe('网络很慢，点一下要多等几秒')
  act(() => tell('refuse', { value: [] }))
  expect(lineOf()).toBe('')
  expect(arrived).toHaveLength(before)
})

test('on a full phone what was typed stays on the screen, and one sentence says what it means', () => {
  render(<Keeping />)
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  fireEvent.click(screen.getByText('写午饭'))
  expect(document.body.textContent).toContain('一份午饭')
  expect(lineOf()).toBe('手机存满了，没发出去的先别关')
  jest.restoreAllMocks()
  fireEvent.click(screen.getByText('写晚饭'))
  expect(lineOf()).toBe('')
})

const planted = /王大爷|13900000001|人民路|602|桂花/
test.each([
  ['an error', new TypeError('Cannot read 王大爷 of 13900000001')],
  [
    'what WeChat hands to onError',
    'MiniProgramError\n王大爷 人民路 18 号 602\nReferenceError: 桂花\n at pages/errand/one/index.js:12:9',
  ],
  ['a failure', new Failure('TAKEN', { who: '王大爷', why: '13900000001' })],
  ['an object', { name: '王大爷', phone: '13900000001' }],
  ['nothing', undefined],
  ['a poisoned name', Object.assign(new Error('602'), { name: '王大爷Error 13900000001' })],
])('the log holds no word of anybody: %s', (_, fault) => {
  const log = jest.spyOn(wechat, 'log').mockImplementation(() => undefined)
  logFault('errand.accept', fault)
  expect(log).toHaveBeenCalledTimes(1)
  expect(JSON.stringify(log.mock.calls)).not.toMatch(planted)
  expect(log.mock.calls[0]?.[0]).toMatchObject({ about: 'errand.accept' })
})

test('the log says what broke and where', () => {
  const log = jest.spyOn(wechat, 'log').mockImplementation(() => undefined)
  logFault('app', 'MiniProgramError\nx\nReferenceError: y\n at pages/errand/one/index.js:12:9')
  expect(log.mock.calls[0]?.[0]).toMatchObject({ code: 'MiniProgramError', at: 'pages/errand/one/index.js:12:9' })
})
