import { cloud, fine, refused, startAgain, tell, tenOhSeven } from '../../client/played'
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import StationTab from '@/pages/tab/station'
import { StationList } from '@/pages/tab/station/StationList'
import { answerNext, page, person, station } from './played'

const text = (part: string | RegExp) => screen.findByText(part)

beforeAll(() => tell('identity', { openid: 'o-zhao' }))
beforeEach(() => {
  startAgain()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(cleanup)

describe('the stations of a community', () => {
  test('open ones come first, in name order, and every one says why', async () => {
    const closed = { how: 'while', until: tenOhSeven + 3_000_000, at: tenOhSeven }
    cloud(() =>
      page([
        station('A 关着', { closure: closed }),
        station('C 开着'),
        station('B 开着'),
        station('D 夜里', { openFrom: '18:00' }),
      ]),
    )
    render(<StationList communityId="c1" />)
    await text('B 开着')
    const names = [...document.querySelectorAll('.list-card__title')].map(node => node.textContent)
    expect(names).toEqual(['B 开着', 'C 开着', 'A 关着', 'D 夜里'])
    expect(screen.getAllByText('开着（按 08:00-21:00）')).toHaveLength(2)
    expect(screen.getByText('关一会儿，10:57 再开')).toBeTruthy()
    expect(screen.getByText('还没开，18:00 开门')).toBeTruthy()
  })

  test('says what is broken and how fresh the facts are', async () => {
    cloud(() =>
      page([
        station('旧', { verifiedAt: tenOhSeven - 30 * 86_400_000, faults: [{ facility: 'water', at: tenOhSeven }] }),
        station('新'),
      ]),
    )
    render(<StationList communityId="c2" />)
    await text('很久没核实了')
    expect(screen.getByText('热水坏了')).toBeTruthy()
    expect(screen.getByText('刚核实 2 小时前')).toBeTruthy()
    expect(screen.getByText('热水 · 充电')).toBeTruthy()
  })

  test('a community without stations is told so', async () => {
    cloud(() => page([]))
    render(<StationList communityId="c3" />)
    await text('这个社区还没有驿站')
  })

  test('when the cloud cannot answer, its sentence stands there and one can try again', async () => {
    cloud(() => refused('BROKEN'))
    render(<StationList communityId="c4" />)
    await text('系统出了点问题，请打电话给社区')
    cloud(() => page([station('回来了')]))
    screen.getByText('再试一次').click()
    await text('回来了')
  })

  test('a station this phone cannot read hides no other', async () => {
    cloud(() => page([station('好的'), { id: 7 }]))
    render(<StationList communityId="c5" />)
    await text('好的')
    expect(screen.getByText('有 1 个驿站要更新小程序才看得到')).toBeTruthy()
  })
})

describe('the tab', () => {
  test('a guest without an account chooses a community first, and nothing else is asked of him', async () => {
    cloud(() => fine({ rows: [] }, { me: person({ id: '', name: '' }) }))
    render(<StationTab />)
    await text('选社区')
    expect(screen.getByText('先选您常在的社区，不用注册')).toBeTruthy()
  })

  test("我到了 stands on top: a station's code leads on to the arrival, a foreign one is told as such", async () => {
    const navigate = jest.spyOn(Taro, 'navigateTo').mockResolvedValue({ errMsg: '' })
    act(() => meet(person({ memberships: [{ communityId: 'c9', role: 'resident' }] })))
    cloud(() => page([station('人民路店')]))
    render(<StationTab />)
    await text('人民路店')
    fireEvent.click(screen.getByText('我到了'))
    await answerNext('scan', 'https://example.com/menu')
    await text('没认出这个码，请再扫一次')
    fireEvent.click(screen.getByText('我到了'))
    await answerNext('scan', 'pages/station/arrive/index?scene=K7Q2M9')
    await waitFor(() => expect(navigate).toHaveBeenCalledWith({ url: '/pages/station/arrive/index?code=K7Q2M9' }))
  })
})
