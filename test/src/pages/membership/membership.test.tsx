import { fine, receipt, refused, said, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Me } from '@domain/role'
import { dayMs } from '@domain/time'
import { router } from '../../../../config/jest/taro'
import { meet } from '@/client/me'
import MembershipColleagues from '@/pages/membership/colleagues'
import MembershipDuty from '@/pages/membership/duty'
import MembershipInvite from '@/pages/membership/invite'
import MembershipJoin from '@/pages/membership/join'
import { communityId, forget, last, now, person, rows, town } from '../desk/town'
import { tap, text, type } from './typed'

const keeper = (): Me =>
  person(undefined, {
    memberships: [{ communityId, role: 'keeper' }],
    stations: [{ id: 's1', communityId, name: '红色驿站' }],
  })
const is = (me: Me) => act(() => meet(me))

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  router.params = {}
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  cleanup()
  await forget()
})

const invited = (more: object = {}) =>
  fine({
    id: 'i1',
    communityId,
    community: '金星社区',
    role: 'dispatcher',
    post: 'assistant',
    by: '李书记',
    until: now + dayMs,
    state: 'open',
    mine: false,
    yours: false,
    ...more,
  })

describe('请人来', () => {
  const made = fine({ id: 'i1', code: '48291307', until: now + 3 * dayMs })

  test('the desk chooses what somebody is to become, and only then is there a card to send and a code to read out', async () => {
    is(person('dispatcher'))
    town({ invite: made })
    render(<MembershipInvite />)
    await tap('书记台')
    await tap('网格员')
    await tap('金星小区')
    expect(screen.queryByText('发给他')).toBeNull()
    await tap('做一张邀请卡')
    await text('4829 1307')
    expect(last('invite')?.input).toEqual({ communityId, role: 'dispatcher', post: 'grid', compoundId: 'c1' })
    await tap('发给他')
    await waitFor(() => expect(said.some(message => message.kind === 'share')).toBe(true))
    expect(said.find(message => message.kind === 'share')).toMatchObject({
      card: { title: '金星社区请您来：金星小区网格员', path: '/pages/membership/join/index?id=i1' },
    })
  })

  const clerk = (personId: string, name: string, stationId = 's1') => ({
    personId,
    name,
    role: 'keeper',
    place: '红色驿站',
    stationId,
    mayEnd: true,
  })
  const shops = { list: rows([{ id: 's1', communityId, my: [], name: '红色驿站' }]) }

  test('a clerk hands his own shop on to another of it in one tap, and to nobody else', async () => {
    is(keeper())
    router.params = { c: communityId, station: 's1' }
    const all = [clerk('p-me', '周店员'), clerk('p2', '小吴'), clerk('p3', '小郑', 's2')]
    town({ ...shops, colleagues: fine({ rows: [{ ...all[0], personId: keeper().id }, all[1], all[2]], changes: [] }) })
    render(<MembershipInvite />)
    await text('交了您就不管这个驿站了。要回来，请他再请您')
    expect(screen.getAllByText(/^交给.+/).map(one => one.textContent)).toEqual(['交给同事', '交给小吴'])
    town({ end: receipt('e1') })
    await tap('交给小吴')
    await waitFor(() =>
      expect(last('end')?.input).toEqual({
        communityId,
        personId: keeper().id,
        role: 'keeper',
        stationId: 's1',
        to: 'p2',
      }),
    )
    await text('交给小吴了，谢谢您这些日子')
    await text('回首页')
  })

  test('who keeps a shop alone is told to call somebody in first, and whoever keeps none hands none on', async () => {
    is(keeper())
    router.params = { c: communityId, station: 's1' }
    town({ ...shops, colleagues: fine({ rows: [clerk(keeper().id, '周店员')], changes: [] }) })
    render(<MembershipInvite />)
    await text('店里就您一位。先请一位同事来，他来了再交给他')
    await text('做一张邀请卡')
    cleanup()
    is(person('dispatcher'))
    render(<MembershipInvite />)
    await text('做一张邀请卡')
    expect(screen.queryByText('交给同事')).toBeNull()
  })

  test('a clerk is asked nothing about his own shop', async () => {
    is(keeper())
    router.params = { c: communityId, station: 's1' }
    town({ invite: made, list: rows([{ id: 's1', communityId, my: [], name: '红色驿站' }]) })
    render(<MembershipInvite />)
    await text('红色驿站')
    expect(screen.queryByText('请他来做什么？')).toBeNull()
    await tap('做一张邀请卡')
    await waitFor(() => expect(last('invite')?.input).toEqual({ communityId, role: 'keeper', stationId: 's1' }))
  })

  test('nobody else has anything to choose', async () => {
    is(person('rider'))
    town({})
    render(<MembershipInvite />)
    await text('请人来，由书记台和店里来办')
  })
})

describe('加入', () => {
  beforeEach(() => {
    router.params = { id: 'i1' }
  })

  test('a newcomer reads what it is, says his name and agrees; only then is there something to tap', async () => {
    is(person(undefined, { name: '', rev: '' }))
    town({ invited: invited(), accept: receipt('i1') })
    render(<MembershipJoin />)
    await text('李书记请您来金星社区')
    await type('怎么称呼您', '小林')
    await tap('我来做助理')
    expect(last('accept')).toBeUndefined()
    await tap('看过并同意《隐私说明》')
    await tap('我来做助理')
    await waitFor(() => expect(last('accept')?.input).toMatchObject({ id: 'i1', name: '小林' }))
  })

  test.each([
    [{ state: 'accepted' }, '这份邀请已经有人用过了，请发的人再发一份'],
    [{ state: 'expired' }, '这份邀请过期了，请发的人再发一次'],
    [{ state: 'takenBack' }, '这份邀请收回去了，请问一问发的人'],
    [{ mine: true }, '这是您自己发的邀请，请发给要来的人'],
    [{ state: 'accepted', yours: true }, '您是金星社区的助理了'],
    [{ state: 'from a newer cloud' }, '这份邀请过期了，请发的人再发一次'],
  ])('%j is said, with a way on and nothing to tap', async (more, words) => {
    is(person(undefined))
    town({ invited: invited(more) })
    render(<MembershipJoin />)
    await text(words)
    await text('回首页')
    expect(screen.queryByText(/^我来做/)).toBeNull()
  })

  test('a card of none leads to the code, and the code to what it is for', async () => {
    is(person(undefined))
    town({ invited: refused('NO_SUCH_INVITE'), find: invited({ id: 'i2' }) })
    render(<MembershipJoin />)
    await text('没有这份邀请，请社区再发一次')
    await type('邀请码，八位数字', '4829 1307')
    await tap('看看是什么')
    await waitFor(() => expect(last('find')?.input).toEqual({ code: '48291307' }))
  })
})

describe('同事和值班', () => {
  const colleague = (personId: string, name: string, more: object = {}) => ({
    personId,
    name,
    role: 'dispatcher',
    post: 'assistant',
    mayEnd: true,
    ...more,
  })
  const colleagues = fine({
    rows: [
      colleague('p1', '李书记', { post: 'secretary' }),
      colleague('p2', '小王'),
      colleague('p3', '周店员', { role: 'keeper', post: undefined, place: '红色驿站', stationId: 's1' }),
    ],
    changes: [
      { who: '小林', by: '小林', how: 'ended', at: now, role: 'dispatcher', post: 'grid', place: '金星小区' },
      { who: '小王', by: '李书记', how: 'accepted', at: now - dayMs, role: 'dispatcher', post: 'assistant' },
    ],
  })

  test('a colleague is asked to go after one question, in what he was', async () => {
    is(person('dispatcher'))
    town({ colleagues, invitations: rows([]) })
    render(<MembershipColleagues />)
    await text('红色驿站的店员')
    const [, off] = await screen.findAllByText('请他离开')
    if (off) fireEvent.click(off)
    await text('请周店员离开？')
    expect(last('end')).toBeUndefined()
    const [confirm] = [...document.querySelectorAll('.dialog .button--primary')]
    if (confirm) fireEvent.click(confirm)
    await waitFor(() =>
      expect(last('end')?.input).toEqual({ communityId, personId: 'p3', role: 'keeper', stationId: 's1' }),
    )
  })

  test('the desk may call somebody in, a department nobody', async () => {
    is(person('dispatcher'))
    town({ colleagues, invitations: rows([]) })
    render(<MembershipColleagues />)
    await text('请人来')
    cleanup()
    is(person(undefined, { memberships: [{ communityId, role: 'department', office: '住建办' }] }))
    render(<MembershipColleagues />)
    await text('红色驿站的店员')
    expect(screen.queryByText('请人来')).toBeNull()
    expect(screen.queryByText(/^还没人用的邀请/)).toBeNull()
  })

  test('who came and went, by whom and when, is folded below', async () => {
    is(person('dispatcher'))
    town({ colleagues, invitations: refused('BROKEN') })
    render(<MembershipColleagues />)
    await tap(/^谁来了，谁走了/)
    await text('今天 10:07 · 小林不做金星小区网格员了')
    await text('昨天 10:07 · 小王来了：助理（李书记请的）')
    await text('系统出了点问题，请打电话给社区')
  })

  test('an open invitation is taken back', async () => {
    is(person('dispatcher'))
    const open = {
      id: 'i1',
      communityId,
      role: 'department',
      office: '住建办',
      by: '李书记',
      until: now,
      code: '48291307',
    }
    town({ colleagues, invitations: rows([open]) })
    render(<MembershipColleagues />)
    await text('住建办')
    await tap('收回')
    await waitFor(() => expect(last('takeBack')?.input).toEqual({ id: 'i1' }))
  })

  test('duty is handed to a colleague with a stand-in, in one tap', async () => {
    is(person('dispatcher'))
    town({ colleagues })
    render(<MembershipDuty />)
    await text('现在没有人值班')
    await tap('4 小时')
    await tap('李书记')
    await tap('交给小王')
    await waitFor(() =>
      expect(last('takeDuty')?.input).toEqual({ communityId, hours: 4, personId: 'p2', standInId: 'p1' }),
    )
  })

  test.each([
    ['who is none of them', MembershipColleagues, '同事由社区、驿站和街道自己来管'],
    ['who is not of the desk', MembershipDuty, '值班由书记台来排'],
  ])('%s reads whose it is', async (_, Page, words) => {
    is(person('rider'))
    town({})
    render(<Page />)
    await text(words)
  })
})
