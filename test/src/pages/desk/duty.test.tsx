import { fine, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { hourMs } from '@domain/time'
import { meet } from '@/client/me'
import { Duty } from '@/pages/tab/home/desk/Duty'
import { TopBar } from '@/pages/tab/home/TopBar'
import { community, communityId, forget, last, now, person, rows, town } from './town'

const tap = async (part: string) => fireEvent.click(await screen.findByText(part))
const onDuty = (more: object = {}) =>
  town({ community: fine({ ...community, onDuty: { personId: 'p1', name: '李书记', until: now + hourMs, ...more } }) })

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  act(() => meet(person('dispatcher')))
})
afterEach(async () => {
  cleanup()
  await forget()
})

describe('今天值班：我', () => {
  test('is handed to the stand-in in one tap', async () => {
    onDuty({ standIn: '小王', standInId: 'p2' })
    render(<Duty communityId={communityId} />)
    await screen.findByText('今天值班：我，到 11:07，替班 小王')
    await tap('交给小王')
    await waitFor(() => expect(last('takeDuty')?.input).toMatchObject({ communityId, personId: 'p2' }))
    expect(last('takeDuty')?.input).not.toHaveProperty('standInId')
  })

  test('without one leads to where one is chosen', async () => {
    const navigate = jest.spyOn(Taro, 'navigateTo').mockResolvedValue({ errMsg: '' })
    onDuty()
    render(<Duty communityId={communityId} />)
    await tap('交班')
    expect(navigate).toHaveBeenCalledWith({ url: '/pages/membership/duty/index' })
    expect(last('takeDuty')).toBeUndefined()
  })

  test('a colleague’s is his to hand over', async () => {
    onDuty({ personId: 'p9', name: '小王', standIn: '李书记', standInId: 'p1' })
    render(<Duty communityId={communityId} />)
    await screen.findByText('我来值班')
    expect(screen.queryByText('交给李书记')).toBeNull()
  })
})

describe('the row of hats', () => {
  const qilong = { communityId: 'qilong', role: 'resident' as const }
  const names = rows([
    { id: communityId, name: '金星社区' },
    { id: 'qilong', name: '骑龙社区' },
  ])

  test('says the community with the role, and one tap turns to both', async () => {
    act(() => meet(person('dispatcher', { memberships: [{ communityId, role: 'dispatcher' }, qilong] })))
    town({ communities: names, mine: rows([]) })
    render(<TopBar />)
    await screen.findByText('金星书记台')
    await tap('骑龙家里')
    await waitFor(() => expect(last('community')?.input).toEqual({ id: 'qilong' }))
    await tap('金星书记台')
  })

  test('is not drawn for one role in one community', async () => {
    act(() => meet(person('dispatcher')))
    town({})
    render(<TopBar />)
    await screen.findByText('金星社区')
    expect(document.querySelector('.top-bar__hats')).toBeNull()
  })
})
