import { arrived, cloud, fine, receipt, refused, startAgain, tell, tenOhSeven } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import { KeeperHome } from '@/pages/tab/home/KeeperHome'
import { communityId, page, person, station, visit } from './played'

const text = (part: string | RegExp) => screen.findByText(part)
const last = (verb: string) => arrived.filter(arrival => arrival.verb === verb).at(-1)

let number = 0
/** A clerk of a shop of its own, because what was once asked is remembered over tests. */
function shop(more: object, waiting: readonly object[] = []): string {
  number += 1
  const id = `shop${number}`
  const keeper = person({
    memberships: [{ communityId, role: 'keeper' }],
    stations: [{ id, communityId, name: '人民路店' }],
  })
  act(() => meet(keeper))
  const answers: Record<string, unknown> = {
    one: fine({ ...station('人民路店'), id, my: ['keeper'], ...more }),
    waiting: page(waiting),
    today: fine({ visits: 6 }),
    code: fine({ code: 'K7Q2M9', png: 'iVBORw0KGgo=' }),
  }
  cloud(({ verb, key }) => answers[verb] ?? (key ? receipt(id) : refused('NOT_FOUND')))
  return id
}

beforeAll(() => tell('identity', { openid: 'o-keeper' }))
beforeEach(() => {
  startAgain()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(cleanup)

test('an open shop says so and can close for a while, against the facts the clerk saw', async () => {
  const id = shop({})
  render(<KeeperHome />)
  await text('红色驿站 · 人民路店')
  await text('开着（按 08:00-21:00）')
  await text('现在没有人等')
  fireEvent.click(screen.getByText('关一会儿'))
  await waitFor(() => expect(last('close')?.input).toEqual({ id, rev: 'r1', how: 'while' }))
})

test('a shop closed by hand offers 开门 and nothing to close', async () => {
  const id = shop({ closure: { how: 'today', until: tenOhSeven + 9_000_000, at: tenOhSeven } })
  render(<KeeperHome />)
  await text('今天不开')
  expect(screen.queryByText('关一会儿')).toBeNull()
  fireEvent.click(screen.getByText('开门'))
  await waitFor(() => expect(last('reopen')?.input).toEqual({ id, rev: 'r1' }))
})

test('who waits is let in with 他在这儿; one red button a screen', async () => {
  const my = { my: ['keeper'], who: '小李', at: tenOhSeven - 180_000 }
  shop({}, [
    { ...visit('waiting'), ...my },
    { ...visit('waiting'), id: 'v2', my: ['keeper'] },
  ])
  render(<KeeperHome />)
  await text('等您点头的 2 位')
  expect(screen.getByText('小李 · 3 分钟前')).toBeTruthy()
  expect(screen.getByText('一位访客 · 0 分钟前'.replace('0 分钟', '不到 1 分钟'))).toBeTruthy()
  expect(document.querySelectorAll('.button--primary')).toHaveLength(1)
  const [first] = screen.getAllByText('他在这儿')
  if (first) fireEvent.click(first)
  await waitFor(() => expect(last('admit')?.input).toEqual({ id: 'v1' }))
})

test('what is broken is mended, and the facts are attested', async () => {
  const id = shop({ faults: [{ facility: 'water', at: tenOhSeven }] })
  render(<KeeperHome />)
  await text('有人说：热水坏了')
  fireEvent.click(screen.getByText('修好了'))
  await waitFor(() => expect(last('mend')?.input).toEqual({ id, rev: 'r1', facility: 'water' }))
  await text('刚核实 2 小时前')
  fireEvent.click(screen.getByText('还是这样'))
  await waitFor(() => expect(last('attest')?.input).toEqual({ id, rev: 'r1' }))
})

test('the code on the door is shown large with its six characters, and today is a number', async () => {
  shop({})
  render(<KeeperHome />)
  fireEvent.click(await text('打印门口的码'))
  await text('K7Q2M9')
  expect(document.querySelector('.door-code-picture')?.getAttribute('src')).toBe('data:image/png;base64,iVBORw0KGgo=')
  fireEvent.click(screen.getByText('今天来过的'))
  await text('今天来过 6 位')
})

test('a clerk of nothing is told whom to call', async () => {
  act(() => meet(person({})))
  render(<KeeperHome />)
  await text('您名下还没有驿站，请打电话给社区')
})
