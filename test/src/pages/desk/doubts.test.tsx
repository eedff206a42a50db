import { fine, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import SafetyQueue from '@/pages/safety/queue'
import { DeskHome } from '@/pages/tab/home/DeskHome'
import { communityId, forget, last, now, person, rows, town } from './town'

const text = (part: string | RegExp) => screen.findByText(part)
const doubt = (more: object = {}) => ({
  id: 'd1',
  state: 'waiting',
  communityId,
  my: [],
  why: 'review',
  whose: '王女士',
  where: '送饭 · 王大爷',
  words: '少盐，多放葱',
  of: 'errands',
  ofId: 'e1',
  at: now,
  ...more,
})

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  act(() => meet(person('dispatcher')))
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('the desk reads whose words, where and why, and lets them through', async () => {
  town({ queue: rows([doubt()]) })
  render(<SafetyQueue />)
  await text('微信拿不准')
  for (const words of ['送饭 · 王大爷 · 王女士', '少盐，多放葱']) expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getByText(/起别人看不到/)).toBeTruthy()
  fireEvent.click(screen.getByText('放行'))
  await waitFor(() => expect(last('allow')?.input).toEqual({ id: 'd1' }))
})

test('what was reported says what for; 不合适 hides it', async () => {
  town({ queue: rows([doubt({ why: 'reported', reasons: ['ad', 'abuse', 'fromANewerCloud'] })]) })
  render(<SafetyQueue />)
  await text('有人举报：广告、骂人')
  expect(screen.getByText(/报上来的$/)).toBeTruthy()
  expect(screen.queryByText(/看不到/)).toBeNull()
  fireEvent.click(screen.getByText('不合适'))
  await waitFor(() => expect(last('hide')?.input).toEqual({ id: 'd1' }))
})

test('a picture is fetched by a tap', async () => {
  town({
    queue: rows([doubt({ why: 'late', picture: true, words: undefined })]),
    picture: fine({ url: 'http://x/p.jpg' }),
  })
  render(<SafetyQueue />)
  expect(await text('照片半小时没有结果')).toBeTruthy()
  expect(last('picture')).toBeUndefined()
  fireEvent.click(screen.getByText('看照片'))
  await waitFor(() => expect(document.querySelector('.doubt__picture')).toBeTruthy())
})

test('nothing to look at is said; a queue that did not come says so', async () => {
  town({ queue: rows([]) })
  render(<SafetyQueue />)
  await text(/^都看过了/)
  cleanup()
  await forget()
  town({ queue: refused('BROKEN') })
  render(<SafetyQueue />)
  await text('再试一次')
})

test('the queue is the desk’s', async () => {
  town({ queue: rows([doubt()]) })
  act(() => meet(person('rider')))
  render(<SafetyQueue />)
  await text('拿不准的话和照片由社区来看')
  expect(last('queue')).toBeUndefined()
})

test('the desk’s home counts what waits, and shows no way to what is empty', async () => {
  town({ queue: rows([doubt(), doubt({ id: 'd2' })]) })
  render(<DeskHome />)
  await text('要看一眼的 2')
  cleanup()
  await forget()
  town({ queue: rows([]) })
  render(<DeskHome />)
  await text('接到电话，记一单')
  await waitFor(() => expect(last('queue')).toBeTruthy())
  expect(screen.queryByText(/要看一眼的/)).toBeNull()
  cleanup()
  await forget()
  town({ queue: refused('BROKEN') })
  render(<DeskHome />)
  await text('要看一眼的')
})

test('a tap that came too late says what happened', async () => {
  town({ queue: rows([doubt()]), allow: refused('WRONG_STATE') })
  render(<SafetyQueue />)
  fireEvent.click(await text('放行'))
  await text('情况有变，请看最新情况')
})
