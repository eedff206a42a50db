import { fine, refused, said, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { nobody } from '@domain/role'
import { hourMs } from '@domain/time'
import { meet } from '@/client/me'
import Home from '@/pages/tab/home'
import { communityId, daughter, forget, last, lunch, now, redButtons, rows, town, verbs } from './home'

const text = (part: string | RegExp) => screen.findByText(part)
const accepted = { riderId: 'zhang', riderName: '张师傅', word: '桂花' }

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  act(() => meet(daughter()))
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('what is going on stands first, in a sentence with the name, the time and the word', async () => {
  town({ mine: rows([lunch('accepted', accepted)]) })
  render(<Home />)
  await text('爸爸的午饭')
  expect(screen.getByText('张师傅接了，11:00 前到。口\u2060令\u2060 \u2060桂\u2060花')).toBeTruthy()
  expect(screen.getByText('1 件在办')).toBeTruthy()
  expect(redButtons()).toEqual([])
})

test('one call for each area that is shown', async () => {
  town({ mine: rows([lunch('accepted', accepted)]) })
  render(<Home />)
  await text('爸爸的午饭')
  await text('打电话给社区')
  expect([...verbs()].sort()).toEqual(['community', 'mine'])
})

test('收到了 is red, only when it has come, and a thank-you may go with it', async () => {
  town({ mine: rows([lunch('delivered', { ...accepted, deliveredAt: now })]) })
  render(<Home />)
  await text('收到了')
  expect(redButtons()).toEqual(['收到了'])
  fireEvent.click(screen.getByText('收到了'))
  const sheet = within(document.querySelector<HTMLElement>('.sheet') ?? document.body)
  fireEvent.click(sheet.getByText('很好'))
  fireEvent.click(sheet.getByText('谢一声张师傅'))
  const [, send] = screen.getAllByText('收到了').slice(-2)
  if (send) fireEvent.click(send)
  await waitFor(() =>
    expect(last('confirm')?.input).toEqual({ id: 'e1', rating: 'good', thanks: true, riderId: 'zhang' }),
  )
})

test('who is 不满意 is one tap from 有话说, which goes to the community; who is not is asked for nothing', async () => {
  town({ mine: rows([lunch('delivered', { ...accepted, deliveredAt: now })]) })
  render(<Home />)
  fireEvent.click(await text('收到了'))
  const sheet = () => within(document.querySelector<HTMLElement>('.sheet') ?? document.body)
  fireEvent.click(sheet().getByText('还行'))
  expect(sheet().queryByText('有话说，请社区回个话')).toBeNull()
  fireEvent.click(sheet().getByText('不满意'))
  fireEvent.click(sheet().getByText('有话说，请社区回个话'))
  await text('社区会给您回话。')
  fireEvent.click(sheet().getByText('跟说好的不一样'))
  fireEvent.click(sheet().getByText('告诉社区'))
  await waitFor(() => expect(last('dispute')?.input).toEqual({ id: 'e1', why: '跟说好的不一样' }))
  expect(last('confirm')).toBeUndefined()
})

test('the rider is telephoned by a tap that is written down', async () => {
  const phones = [{ number: '13900000001', whose: '张师傅' }]
  town({ mine: rows([lunch('accepted', accepted)]), reveal: fine({ place: '', phones }) })
  render(<Home />)
  fireEvent.click(await text('打电话给张师傅'))
  await waitFor(() =>
    expect(
      said.some(({ what, payload }) => what === 'phoneCall' && JSON.stringify(payload).includes('13900000001')),
    ).toBe(true),
  )
  expect(last('reveal')?.input).toEqual({ id: 'e1', householdId: 'h1', riderId: 'zhang' })
})

test('消息 counts the errands with news that was not read', async () => {
  const told = { ...accepted, toldFamilyAt: now - hourMs }
  town({ mine: rows([lunch('accepted', told), lunch('confirmed', { id: 'e2', toldFamilyAt: now - 3 * hourMs })]) })
  act(() => meet(daughter({ readAt: now - 2 * hourMs })))
  render(<Home />)
  await waitFor(() => expect(document.querySelector('.top-bar__count')?.textContent).toBe('1'))
})

test('what was done can be asked for once more, one of each', async () => {
  town({
    mine: rows([
      lunch('confirmed'),
      lunch('confirmed', { id: 'e2' }),
      lunch('confirmed', { id: 'e3', kind: 'parcel' }),
    ]),
  })
  render(<Home />)
  await text('再来一次')
  expect([...document.querySelectorAll('.choice__label')].map(node => node.textContent)).toEqual([
    '爸爸的午饭',
    '爸爸的快递',
  ])
})

test('a list that cannot be had says so, can be tried again, and the phone is still there', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  town({ mine: refused('BROKEN') })
  render(<Home />)
  await text('系统出了点问题，请打电话给社区')
  town({ mine: rows([lunch('accepted', accepted)]) })
  fireEvent.click(screen.getByText('再试一次'))
  await text('爸爸的午饭')
  expect(screen.getByText('打电话给社区')).toBeTruthy()
})

describe('a guest', () => {
  beforeEach(() => act(() => meet({ ...nobody })))

  test('reads whose place this is, and finds stations and a lesson without an account', async () => {
    const station = { id: 's1', communityId, my: [], name: '红色驿站', openFrom: '08:00', openUntil: '21:00' }
    const post = {
      id: 'p1',
      state: 'published',
      communityId,
      my: [],
      title: '骑行三件事',
      cardCount: 3,
      publishedAt: now - hourMs,
    }
    town({ communities: rows([{ id: communityId, name: '金星社区' }]), list: rows([station]), feed: rows([post]) })
    const { useCommunity } = jest.requireActual<typeof import('@/client')>('@/client')
    function Choosing() {
      const { id, choose } = useCommunity()
      return id ? <Home /> : <button onClick={() => choose(communityId)}>选</button>
    }
    render(<Choosing />)
    fireEvent.click(screen.getByText('选'))
    await text('金星社区 · 邻里帮忙')
    await text('红色驿站')
    await text('骑行三件事')
    expect(screen.queryByText('我的点单')).toBeNull()
    expect(screen.queryByText('家里人')).toBeNull()
    expect(verbs()).not.toContain('mine')
  })
})
