import { fine, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Mine } from '@domain/rider/record'
import { meet } from '@/client/me'
import RiderOne from '@/pages/rider/one'
import RiderProfile from '@/pages/rider/profile'
import { router } from '../../../../config/jest/taro'
import { communityId, forget, last, now, person, rows, town } from '../desk/town'

const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))
const press = async (name: string) => fireEvent.click(await screen.findByLabelText(name))

const profile = {
  name: '张师傅',
  trade: 'takeaway',
  firm: '人民路站',
  phone: '13900000003',
  areas: ['c1', 'gone'],
  neighbours: [],
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', until: '11:00' }],
  skills: ['carry', 'skill-of-tomorrow'],
  vehicle: 'ebike',
  certificates: [{ kind: 'health', until: '2020-01-01' }],
  advances: false,
}
const confirmation = { communityId, by: '李书记', how: 'firm', at: now }
const mine = (more: Partial<Mine> = {}) =>
  fine({ profile, confirmations: [confirmation], looks: [{ who: '小王', at: now }], ...more })

beforeAll(() => tell('identity', { openid: 'o-zhang' }))
beforeEach(() => {
  startAgain()
  router.params = {}
  act(() => meet(person('rider')))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('a rider reads who confirmed him and how, what he said of himself, and who looked at his number', async () => {
  town({ mine: mine() })
  render(<RiderProfile />)
  await text('张师傅 · 外卖 · 人民路站')
  await text(/^李书记 .*确认，公司说的$/)
  await text('周一到周五 09:00-\u206011:00')
  await text('金星小区')
  await text('能扛重物、skill-of-tomorrow')
  await tap('谁看过我的电话 1')
  await text(/^小王，社区/)
})

test('where nobody looked at his number, it says so', async () => {
  town({ mine: mine({ looks: [] }) })
  render(<RiderProfile />)
  await tap('谁看过我的电话 0')
  await text('还没有人看过')
})

test('where no community helps with this one, its question says so', async () => {
  town({ mine: mine(), neighbours: rows([]) })
  render(<RiderProfile />)
  await press('改还路过')
  await text('现在没有互助的邻近社区')
})

test('a paper that ran out is said on top; what he changes goes at once, one thing alone', async () => {
  town({ mine: mine() })
  render(<RiderProfile />)
  await text('健康证过期了，换了新的在这里改')
  await press('改怎么来')
  await tap('汽车')
  await tap('就这样')
  await waitFor(() => expect(last('edit')?.input).toEqual({ vehicle: 'car' }))
})

test('a change that is refused stays in its sheet, and says why', async () => {
  town({ mine: mine(), edit: refused('BAD_INPUT', { why: '健康证已经过期' }) })
  render(<RiderProfile />)
  await tap('去改')
  await tap('驾驶证')
  await tap('2030年')
  await tap('1月')
  await tap('31日')
  await tap('就这样')
  await text('健康证已经过期，请改一改')
})

test('another firm is asked of the desk; while that waits nothing else can be asked', async () => {
  town({ mine: mine() })
  const { unmount } = render(<RiderProfile />)
  await tap('改称呼、行当、公司、电话')
  await tap('快递')
  await tap('请社区看一看')
  await waitFor(() =>
    expect(last('amend')?.input).toEqual({
      communityId,
      name: '张师傅',
      trade: 'courier',
      firm: '人民路站',
      phone: '13900000003',
    }),
  )
  unmount()
  await forget()
  town({ mine: mine({ application: { communityId, state: 'waiting' } }) })
  render(<RiderProfile />)
  await text('要改的社区看过后换上，先还用原来的')
  expect(screen.queryByText('改称呼、行当、公司、电话')).toBeNull()
})

test('the desk has his page: who confirmed him, his number by a logged tap, and the end with a reason', async () => {
  router.params = { id: 'p7' }
  act(() => meet(person('dispatcher')))
  town({
    one: fine({ ...profile, id: 'p7', rev: 'p7-1', phone: '139******03', confirmation }),
    reveal: fine({ number: '13900000003' }),
    letGo: refused('STILL_CARRIES', { left: 2 }),
    neighbours: rows([]),
  })
  render(<RiderOne />)
  await text(/^李书记 .*确认，公司说的$/)
  await text('电话 139******03')
  await tap('看号码（他会看到记录）')
  await text('打 13900000003')
  expect(last('reveal')?.input).toEqual({ communityId, id: 'p7' })
  await tap('请他停')
  await tap('公司说他走了')
  fireEvent.click((await screen.findAllByText('请他停')).at(-1) ?? document.body)
  await waitFor(() => expect(last('letGo')?.input).toEqual({ communityId, id: 'p7', rev: 'p7-1', why: '公司说他走了' }))
  await text('他手上还有 2 单，先换人再请他停')
})
