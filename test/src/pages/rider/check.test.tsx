import { fine, lost, startAgain, tell } from '../../client/played'
import { cleanup, render, screen } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import RiderCheck from '@/pages/rider/check'
import { forget, town } from '../desk/town'

const code = '0123456789abcdef0123'
const him = { state: 'valid', name: '张师傅', trade: 'takeaway', communities: ['金星社区'], printed: false }
const text = (part: string | RegExp) => screen.findByText(part)

/** 扫一扫: held to the badge. */
const scan = () => {
  router.params = { scene: code }
  return render(<RiderCheck />)
}

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  cleanup()
  router.params = {}
  await forget()
})

test('it says who he is and that he is one, and when that was asked', async () => {
  town({ check: fine(him) })
  scan()
  await text('是：金星社区确认的志愿者')
  await text('张师傅')
  await text('10:07 问的社区')
})

test('what it said before is not shown at the next door: neither while it is asked again nor without a network', async () => {
  town({ check: fine(him) })
  scan()
  await text(/^是：/)
  cleanup()
  town({ check: () => new Promise(() => undefined) })
  scan()
  expect(screen.queryByText(/^是：/)).toBeNull()
  cleanup()
  town({ check: lost })
  scan()
  await text(/没有网络/)
  expect(screen.queryByText(/^是：/)).toBeNull()
})

test.each([
  ['not', /^不是：/],
  ['expired', /^这张码过期了/],
])('of one who is none (%s) it says so, and no name', async (state, words) => {
  town({ check: fine({ state }) })
  scan()
  await text(words)
  expect(screen.queryByText('张师傅')).toBeNull()
})
