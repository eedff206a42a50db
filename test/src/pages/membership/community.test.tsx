import { fine, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { router } from '../../../../config/jest/taro'
import { meet } from '@/client/me'
import MembershipCommunity from '@/pages/membership/community'
import MembershipSubdistrict from '@/pages/membership/subdistrict'
import { communityId, community, forget, last, person, town } from '../desk/town'
import { tap, text, type } from './typed'

const is = (me: Parameters<typeof meet>[0]) => act(() => meet(me))
const officer = () => person(undefined, { memberships: [{ communityId, role: 'subdistrict' }] })

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  router.params = {}
  jest.spyOn(Taro, 'redirectTo').mockResolvedValue({ errMsg: '' })
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  cleanup()
  await forget()
})

describe('各社区', () => {
  test('stand with who is at each desk, in the order they came; failing, why', async () => {
    is(officer())
    const place = (id: string, name: string, desk: string[]) => ({
      id,
      name,
      phone: '1',
      desk,
      helps: name !== '北塔社区',
    })
    town({
      communities: fine({
        subdistrict: '邻溪镇',
        rows: [place('a', '北塔社区', []), place('b', '金星社区', ['李书记', '小王'])],
      }),
    })
    render(<MembershipSubdistrict />)
    await text('书记台还没有人')
    await text('李书记、小王')
    expect(screen.getAllByText('不和邻近社区互助')).toHaveLength(1)
    cleanup()
    await forget()
    town({ communities: refused('BROKEN') })
    render(<MembershipSubdistrict />)
    await text('系统出了点问题，请打电话给社区')
    cleanup()
    is(person('rider'))
    render(<MembershipSubdistrict />)
    await text('各社区由街道来管')
  })

  test('a new one is written down with its compounds, grids and groups', async () => {
    is(officer())
    town({ addCommunity: fine({ id: 'c9' }) })
    render(<MembershipCommunity />)
    await type('社区名称', '晨光社区')
    await type('社区电话', '0858-0000199')
    await tap('新开这个社区')
    await text(/请|写/)
    expect(last('addCommunity')).toBeUndefined()
    await type('小区名称', '晨光苑')
    await type('有哪些楼', '1号楼、2号楼 2号楼')
    await tap('有电梯')
    await tap('加一个网格')
    await type('网格名称', '第一网格')
    await tap('晨光苑 2号楼')
    await tap('加一个群')
    await type('群名', '晨光邻里群')
    await tap('新开这个社区')
    await waitFor(() =>
      expect(last('addCommunity')?.input).toEqual({
        communityId,
        name: '晨光社区',
        phone: '0858-0000199',
        compounds: [{ name: '晨光苑', buildings: ['1号楼', '2号楼'], hasLift: true }],
        grids: [{ name: '第一网格', buildings: ['晨光苑 2号楼'] }],
        groups: [{ name: '晨光邻里群', audience: 'residents' }],
      }),
    )
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/membership/community/index?c=c9' }))
  })

  test('one that stands is changed against what was read', async () => {
    is(officer())
    router.params = { c: communityId }
    town({
      community: fine({
        ...community,
        rev: 'r7',
        helps: true,
        grids: [{ id: 'w1', name: '第一网格', buildings: ['金星小区 3号楼'] }],
      }),
    })
    render(<MembershipCommunity />)
    await tap(/^小区、网格和微信群/)
    await type('网格名称', '东网格')
    await tap('记下来')
    await waitFor(() =>
      expect(last('changeCommunity')?.input).toMatchObject({
        communityId,
        rev: 'r7',
        grids: [{ id: 'w1', name: '东网格', buildings: ['金星小区 3号楼'] }],
      }),
    )
    await text('记好了')
  })

  test('the subdistrict keeps one to itself with a tap; its desk is not asked', async () => {
    is(officer())
    router.params = { c: communityId }
    const read = { ...community, rev: 'r7', helps: true, grids: [] }
    town({ community: fine(read), letHelp: fine({ id: communityId, state: '', rev: 'r8', at: 0 }) })
    render(<MembershipCommunity />)
    await tap('只在本社区')
    await waitFor(() => expect(last('letHelp')?.input).toEqual({ communityId, rev: 'r7', helps: false }))
    cleanup()
    await forget()
    is(person('dispatcher'))
    town({ community: fine(read) })
    render(<MembershipCommunity />)
    await text('书记台和同事')
    expect(screen.queryByText('只在本社区')).toBeNull()
  })
})
