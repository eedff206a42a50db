import { arrived, cloud, fine, receipt, refused, startAgain, tell, tenOhSeven } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import StudyRead from '@/pages/study/read'
import { router } from '../../../../config/jest/taro'
import { communityId, person } from '../station/played'

const text = (part: string | RegExp) => screen.findByText(part)
const kept = () => arrived.filter(({ verb }) => verb === 'keep').map(({ input }) => input)
const cards = ['一', '二', '三'].map(name => ({ heading: `第${name}件`, body: '慢慢看' }))

let number = 0
/** Opens a lesson of its own, because what was once asked is remembered over tests. */
function lesson(mine: object | undefined, { tally = {}, post = {} }: { tally?: object; post?: object } = {}): string {
  number += 1
  const id = `lesson${number}`
  const whole = {
    id,
    state: 'published',
    communityId,
    my: [],
    title: '电瓶车怎么充电',
    cards,
    groupName: '师傅群',
    publishedAt: tenOhSeven,
    ...post,
  }
  const answers: Record<string, unknown> = {
    read: fine({ post: whole, ...(mine && { mine: { postId: id, ...mine } }) }),
    keep: fine({ postId: id, card: 1 }),
    tally: fine(tally),
    shared: receipt(id),
  }
  cloud(({ verb }) => answers[verb] ?? refused('NOT_FOUND'))
  router.params = { id }
  render(<StudyRead />)
  return id
}

beforeAll(() => tell('identity', { openid: 'o-zhao' }))
beforeEach(() => {
  startAgain()
  act(() => meet(person({})))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(cleanup)

describe('reading', () => {
  test('opens at the first card and keeps nothing until a card is turned', async () => {
    const id = lesson(undefined)
    await text('第一件')
    expect(kept()).toEqual([])
    fireEvent.click(screen.getByText('下一页'))
    await text('第二件')
    await waitFor(() => expect(kept()).toEqual([{ id, card: 1 }]))
  })

  test('goes on at the card where it was left, on another phone, too', async () => {
    const id = lesson({ card: 1 })
    await text('第二件')
    fireEvent.click(await text('从头看'))
    await text('第一件')
    await waitFor(() => expect(kept()).toEqual([{ id, card: 0 }]))
  })

  test('a place beyond the last card, from a longer lesson, opens the last', async () => {
    lesson({ card: 7 })
    await text('第三件')
  })

  test('a finished lesson opens at its first card', async () => {
    lesson({ card: 2, finishedAt: tenOhSeven })
    await text('第一件')
    expect(screen.queryByText('从头看')).toBeNull()
  })

  test('看完了 is said by the reader, and only then kept', async () => {
    const id = lesson({ card: 2 })
    fireEvent.click(await text('看完了'))
    await text('看完了，谢谢您')
    await waitFor(() => expect(kept()).toEqual([{ id, card: 2, finished: true }]))
  })

  test('turning faster than the net answers keeps the last place, and nothing is lost', async () => {
    const id = lesson(undefined)
    fireEvent.click(await text('下一页'))
    fireEvent.click(screen.getByText('下一页'))
    await text('第三件')
    await waitFor(() => expect(kept().at(-1)).toEqual({ id, card: 2 }))
  })

  test('a dead network stops nobody from reading on', async () => {
    lesson(undefined)
    await text('第一件')
    tell('offline', { value: true })
    fireEvent.click(screen.getByText('下一页'))
    await text('第二件')
    await text(/没记下看到哪儿/)
    tell('offline', { value: false })
  })

  test('there is no clock in it', async () => {
    lesson(undefined)
    await text('第一件')
    expect(document.body.textContent).not.toMatch(/时长|打卡|排行|计时/)
  })

  test('a lesson that was taken down is told as gone', async () => {
    cloud(() => refused('NOT_FOUND'))
    router.params = { id: 'gone' }
    render(<StudyRead />)
    await text('没找到，可能已经取消了')
  })
})

describe('the desk', () => {
  const desk = person({ memberships: [{ communityId, role: 'dispatcher' }] })

  test('below five people no number is shown', async () => {
    act(() => meet(desk))
    lesson(undefined, { tally: {} })
    await text('5 个人以上才显示人数，不记是谁。')
    expect(screen.getByText('打开过的人还不多 · 看完的人还不多').textContent).not.toMatch(/\d/)
  })

  test('from five up a number and no names', async () => {
    act(() => meet(desk))
    lesson(undefined, { tally: { opened: 12 } })
    await text('打开过 12 人 · 看完的人还不多')
  })

  test('a reader sees neither the numbers nor 发到群里', async () => {
    lesson(undefined, { tally: { opened: 12 } })
    await text('第一件')
    expect(screen.queryByText('发到群里')).toBeNull()
    expect(arrived.some(({ verb }) => verb === 'tally')).toBe(false)
  })

  test('looking at a draft keeps no place', async () => {
    act(() => meet(desk))
    lesson(undefined, { post: { state: 'draft', publishedAt: undefined } })
    fireEvent.click(await text('下一页'))
    await text('第二件')
    expect(kept()).toEqual([])
  })
})
