import { fine, receipt, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Me } from '@domain/role'
import { dayMs } from '@domain/time'
import Taro, { router } from '../../../../config/jest/taro'
import { meet } from '@/client/me'
import PrivacyLeave from '@/pages/privacy/leave'
import PrivacyMine from '@/pages/privacy/mine'
import { forget, last, now, person, town } from '../desk/town'
import { tap, text } from '../membership/typed'

const is = (me: Me) => act(() => meet(me))
const confirm = () => {
  const [button] = [...document.querySelectorAll('.dialog .button--primary')]
  if (button) fireEvent.click(button)
}

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  router.params = {}
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  jest.spyOn(Taro, 'navigateTo').mockResolvedValue({ errMsg: '' })
})
afterEach(async () => {
  cleanup()
  await forget()
})

const mine = (more: object = {}) =>
  fine({
    name: '王女士',
    hasFace: false,
    hasPhone: false,
    roles: [],
    confirmations: [],
    households: [],
    errands: 0,
    carried: 0,
    visits: 0,
    lessons: 0,
    consents: [],
    groups: [],
    reminders: 0,
    ...more,
  })

describe('我的数据', () => {
  test('who only looks on reads that nothing is kept of him', async () => {
    is(person(undefined, { name: '', rev: '' }))
    town({ mine: mine({ name: '' }) })
    render(<PrivacyMine />)
    await text('没有登记，只是看看')
    await text('什么都没记')
    expect(screen.queryByText('改称呼和头像')).toBeNull()
    expect(screen.queryByText('接单资料')).toBeNull()
  })

  test('a relative reads how much is kept, and whose address others looked at', async () => {
    is(person(undefined))
    const households = [{ id: 'h1', calls: '爸爸', place: '金星小区 3号楼' }]
    town({ mine: mine({ households, errands: 7, visits: 2 }) })
    render(<PrivacyMine />)
    await text('点的单 7 件')
    await text('到过驿站 2 次')
    await tap('爸爸 · 金星小区 3号楼')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/household/looks/index?id=h1' })
  })

  test('a rider comes from it to what he told of himself', async () => {
    is(person('rider'))
    town({ mine: mine({ name: '张师傅', trade: 'courier', hasPhone: true }) })
    render(<PrivacyMine />)
    await text('没有头像，留了给家里打的电话')
    await tap('接单资料')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/rider/profile/index' })
  })

  test('a consent is taken back after what that means was read, not before', async () => {
    is(person(undefined))
    const consents = [{ what: 'health', version: '2026-11-26', at: now - dayMs }]
    town({ mine: mine({ consents }), withdraw: receipt('p1') })
    render(<PrivacyMine />)
    await tap('收回')
    await text('办完的拿药单会去掉药名、药房、取药号和照片。再请人拿药，会重新问您。')
    expect(last('withdraw')).toBeUndefined()
    confirm()
    await waitFor(() => expect(last('withdraw')?.input).toEqual({ what: 'health' }))
  })

  test('what was taken back is said with its day and cannot be taken back again', async () => {
    is(person(undefined))
    const consents = [{ what: 'health', version: '2026-11-26', at: now - dayMs, withdrawnAt: now }]
    town({ mine: mine({ consents }) })
    render(<PrivacyMine />)
    await text('收回了。办完的拿药单里，药名、药房、取药号和照片已经去掉。')
    expect(screen.queryByText('收回')).toBeNull()
  })

  test('what cannot be read is said, with a way to try again', async () => {
    is(person(undefined))
    town({ mine: refused('BROKEN') })
    render(<PrivacyMine />)
    await text('系统出了点问题，请打电话给社区')
    expect(screen.queryByText('注销')).toBeNull()
  })
})

describe('注销', () => {
  const rows = [
    { what: 'family', id: 'e1', words: '送饭 · 爸爸' },
    { what: 'inHand', id: 'e2', words: '代买 · 3号楼' },
    { what: 'asked', id: 'e3', words: '拿药 · 1号楼' },
  ]

  test('what runs is handed to the desk by one tap, each by its own operation, and until then there is no leaving', async () => {
    is(person('rider'))
    town({ hindering: fine({ rows, households: [] }) })
    render(<PrivacyLeave />)
    await text('还有事没交出去，交了就能注销')
    expect(screen.queryByText('注销')).toBeNull()
    await tap('先把在办的 3 件转给社区')
    await waitFor(() => expect(last('decline')?.input).toMatchObject({ id: 'e3' }))
    expect(last('leave')?.input).toEqual({ id: 'e1' })
    expect(last('handBack')?.input).toMatchObject({ id: 'e2' })
  })

  test.each([
    ['onDuty', '您正在金星社区值班', '去交班', '/pages/membership/duty/index'],
    ['lastInOffice', '金星社区只有您一位工作人员', '去请同事', '/pages/membership/invite/index'],
    ['lastAtDesk', '金星社区的书记台只有您一位', undefined, undefined],
  ])('%s is said, with the way on', async (what, words, way, page) => {
    is(person('dispatcher'))
    town({ hindering: fine({ rows: [{ what, id: 'c1', words: '金星社区' }], households: [] }) })
    render(<PrivacyLeave />)
    await text(words)
    if (way) await tap(way)
    if (page) expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: page })
  })

  test('it is asked twice, and the household of which he is the last stays with the community unless he says otherwise', async () => {
    is(person(undefined))
    const home = (id: string, isLast: boolean) => ({ id, calls: id, place: '金星小区 3号楼', isLast })
    town({ hindering: fine({ rows: [], households: [home('爸爸', true), home('奶奶', false)] }), erase: receipt('p1') })
    render(<PrivacyLeave />)
    await text('爸爸 · 金星小区 3号楼')
    expect(screen.queryByText('奶奶 · 金星小区 3号楼')).toBeNull()
    await tap('一起删掉')
    await tap('注销')
    await text('真的不用了？')
    expect(last('erase')).toBeUndefined()
    confirm()
    await waitFor(() => expect(last('erase')?.input).toEqual({ together: ['爸爸'] }))
    await text('注销了，您的资料已经删掉。要再用，随时从头来')
  })
})
