import { fine, refused, said, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import { meet } from '@/client/me'
import GroupBind from '@/pages/group/bind'
import GroupEnter from '@/pages/group/enter'
import { communityId, forget, last, now, person, rows, town } from '../desk/town'

const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))

/** The stage says from which chat the card was opened; the platform makes a CloudID of it. */
async function answerEntry(group: string | undefined): Promise<void> {
  const asked = await waitFor(() => {
    const ask = said.filter(message => message.kind === 'ask' && message.what === 'groupEntry').at(-1)
    if (!ask) throw new Error('nothing was asked')
    return ask
  })
  await act(async () => tell('answer', { id: asked.id, value: group }))
}

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  router.params = { c: communityId, invite: 'i1' }
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('opening the card writes nothing', async () => {
  town({})
  render(<GroupEnter />)
  await text('认一认这个群')
  expect(last('enter')).toBeUndefined()
})

test('who does not come from a group says the code', async () => {
  town({ join: fine({ how: 'code', communityId, name: '金星社区' }) })
  router.params = { c: communityId }
  render(<GroupEnter />)
  await tap('我是从群里来的')
  await answerEntry(undefined)
  await text('没认出是哪个群，请在群里点卡片')
  expect(last('enter')).toBeUndefined()
  await waitFor(() => expect(document.querySelector('taro-input-core input')).toBeTruthy())
  const field = document.querySelector('taro-input-core')
  if (field) fireEvent(field, new CustomEvent('input', { detail: { value: '123456' } }))
  await tap('报这个码')
  await text('金星社区欢迎您')
  expect(last('join')?.input).toEqual({ communityId, code: '123456' })
})

test('the desk makes a card, and only then is there something to send', async () => {
  act(() => meet(person('dispatcher')))
  town({
    list: rows([{ id: 'g1', name: '邻里群', audience: 'residents' }]),
    invite: fine({ invite: 'i1', until: now + 30 * 60_000 }),
  })
  render(<GroupBind />)
  await text('还没认')
  expect(screen.queryByText('发到这个群')).toBeNull()
  await tap('做一张认群卡片')
  await tap('发到这个群')
  await waitFor(() => expect(said.some(message => message.kind === 'share')).toBe(true))
  expect(said.find(message => message.kind === 'share')).toMatchObject({
    card: { path: `/pages/group/enter/index?c=${communityId}&invite=i1` },
  })
})

test('a known group says since when and by whom, and can be let go', async () => {
  act(() => meet(person('dispatcher')))
  town({ list: rows([{ id: 'g1', name: '邻里群', audience: 'residents', boundAt: now, boundBy: '李书记' }]) })
  render(<GroupBind />)
  await text('认过了 · 今天 李书记')
  await tap('认错了，不要这个群')
  await waitFor(() => expect(last('release')?.input).toEqual({ communityId, groupId: 'g1' }))
})

test('the code is shown large; without one, why', async () => {
  act(() => meet(person('dispatcher')))
  town({ code: fine({ code: '482913', until: now }) })
  render(<GroupBind />)
  await text('社区还没有登记微信群')
  await tap('要一个码')
  await text('482913')
  cleanup()
  await forget()
  town({ list: refused('BROKEN') })
  render(<GroupBind />)
  await text('系统出了点问题，请打电话给社区')
})

test('the groups are the desk’s', async () => {
  act(() => meet(person('rider')))
  town({})
  render(<GroupBind />)
  await text('社区的群由书记台来认')
})
