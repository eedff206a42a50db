import { arrived, cloud, fine, receipt, refused, said, startAgain, tell, tenOhSeven } from '../../client/played'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import StationOne from '@/pages/station/one'
import { router } from '../../../../config/jest/taro'
import { station } from './played'

const text = (part: string | RegExp) => screen.findByText(part)
const reports = () => arrived.filter(({ verb }) => verb === 'report').map(({ input }) => input)

let number = 0
function open(more: object = {}): string {
  number += 1
  const id = `one${number}`
  cloud(({ verb }) => (verb === 'one' ? fine({ ...station('人民路店'), id, ...more }) : receipt(id)))
  router.params = { id }
  render(<StationOne />)
  return id
}

beforeAll(() => tell('identity', { openid: 'o-zhao' }))
beforeEach(() => {
  startAgain()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(cleanup)

test('shows the facts, and calls only on a tap', async () => {
  open({ faults: [{ facility: 'power', at: tenOhSeven - 3_600_000 }] })
  await text('人民路店')
  expect(screen.getByText('红色驿站 · 人民路 1 号')).toBeTruthy()
  expect(screen.getByText('门口写的时间 08:00-21:00')).toBeTruthy()
  expect(screen.getByText('1 小时前有人说：充电坏了')).toBeTruthy()
  expect(said.some(({ what }) => what === 'phoneCall')).toBe(false)
  fireEvent.click(screen.getByText('打电话问问'))
  await waitFor(() => expect(said.find(({ what }) => what === 'phoneCall')?.payload).toEqual({ number: '87654321' }))
})

test('有东西坏了 takes two taps; what is known to be broken is not asked again', async () => {
  const id = open({ faults: [{ facility: 'power', at: tenOhSeven }] })
  fireEvent.click(await text('有东西坏了'))
  await text('什么坏了')
  expect(screen.queryByText('充电')).toBeNull()
  const choice = screen.getAllByText('热水').at(-1)
  if (choice) fireEvent.click(choice)
  await text('已经告诉店里了，谢谢您')
  expect(reports()).toEqual([{ id, facility: 'water' }])
})

test('what cannot be opened says why', async () => {
  cloud(() => refused('NOT_FOUND'))
  router.params = { id: 'nowhere' }
  render(<StationOne />)
  await text('没找到，可能已经取消了')
  cleanup()
  router.params = {}
  render(<StationOne />)
  await text('没找到这个驿站')
})
