import { arrived, cloud, fine, receipt, refused, said, startAgain, tell, tenOhSeven } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import StudyTab from '@/pages/tab/study'
import StudyDesk from '@/pages/study/desk'
import StudyWrite from '@/pages/study/write'
import { page, person } from '../station/played'

const text = (part: string | RegExp) => screen.findByText(part)
const inputs = (verb: string) => arrived.filter(arrival => arrival.verb === verb).map(({ input }) => input)

let number = 0
/** A community of its own for every test, because what was once asked is remembered. */
function atDesk(role: 'dispatcher' | 'resident' = 'dispatcher'): string {
  number += 1
  const communityId = `town${number}`
  act(() => meet(person({ memberships: [{ communityId, role }] })))
  return communityId
}
const post = (id: string, communityId: string, state: string, more: object = {}) => ({
  id,
  state,
  communityId,
  my: [],
  rev: 'r1',
  title: `课 ${id}`,
  cardCount: 3,
  groupName: '师傅群',
  ...more,
})
const titles = () => [...document.querySelectorAll('.section__title')].map(node => node.textContent)

beforeAll(() => tell('identity', { openid: 'o-desk' }))
beforeEach(() => {
  startAgain()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(cleanup)

describe('the feed', () => {
  test('says the title, the group and the pages, and the next page comes by a tap', async () => {
    const town = atDesk('resident')
    const older = page([post('b', town, 'published', { publishedAt: tenOhSeven - 86_400_000 })])
    const newest = page([post('a', town, 'published', { publishedAt: tenOhSeven })], 'cursor1')
    cloud(({ input }) => (JSON.stringify(input).includes('cursor1') ? older : newest))
    render(<StudyTab />)
    await text('课 a')
    expect(screen.getByText('3 页 · 三分钟')).toBeTruthy()
    expect(screen.getByText('今天 10:07 发来')).toBeTruthy()
    expect(screen.queryByText('写一课 · 管课堂')).toBeNull()
    fireEvent.click(screen.getByText('再看早一些的'))
    await text('课 b')
  })

  test('is empty in words, and a failure has its sentence', async () => {
    atDesk('resident')
    cloud(() => page([]))
    render(<StudyTab />)
    await text('还没有课，有了会发到群里')
    cleanup()
    atDesk('resident')
    cloud(() => refused('BROKEN'))
    render(<StudyTab />)
    await text('系统出了点问题，请打电话给社区')
  })
})

describe('the desk', () => {
  test('what waits to be forwarded stands before what is scheduled, drafted and done', async () => {
    const town = atDesk()
    const at = tenOhSeven
    cloud(() =>
      page([
        post('1', town, 'draft'),
        post('2', town, 'published', { publishedAt: at, sharedAt: at }),
        post('3', town, 'withdrawn'),
        post('4', town, 'scheduled', { publishAt: at + 1_380_000 }),
        post('5', town, 'published', { publishedAt: at }),
        post('6', town, 'fromNextYear'),
      ]),
    )
    render(<StudyDesk />)
    await text('今天 10:30 自动发出')
    expect(titles()).toEqual(['等您发到群里', '定好了时间', '草稿', '发出去的', '撤下的'])
    expect(screen.getByText('有新进展')).toBeTruthy()
    expect(document.querySelectorAll('.button--primary')).toHaveLength(1)
  })

  test('a lesson is scheduled for half an hour before a shift', async () => {
    const town = atDesk()
    cloud(({ verb }) => (verb === 'desk' ? page([post('1', town, 'draft')]) : receipt('1')))
    render(<StudyDesk />)
    fireEvent.click(await text('定时发'))
    expect(screen.queryByText('早班前 07:30')).toBeNull()
    fireEvent.click(await text('午高峰前 10:30'))
    fireEvent.click(await text('定在今天 10:30 发'))
    await waitFor(() => expect(inputs('schedule')).toEqual([{ id: '1', at: tenOhSeven + 23 * 60_000 }]))
  })

  test('forwarded by hand, it no longer waits; given up, it still does', async () => {
    const town = atDesk()
    cloud(({ verb }) =>
      verb === 'desk' ? page([post('1', town, 'published', { publishedAt: tenOhSeven })]) : receipt('1'),
    )
    render(<StudyDesk />)
    const share = async (sent: boolean) => {
      fireEvent.click(await text('发到群里'))
      const asked = await waitFor(
        () => said.find(({ kind }) => kind === 'share') ?? Promise.reject(new Error('not shared')),
      )
      said.splice(0)
      expect(asked.card).toMatchObject({ title: '课 1', path: '/pages/study/read/index?id=1', kind: 'study' })
      act(() => tell('answer', { id: asked.id, value: sent }))
      await waitFor(() => expect(document.querySelector('.button--busy')).toBeNull())
    }
    await share(false)
    await share(true)
    await waitFor(() => expect(inputs('shared')).toEqual([{ id: '1' }]))
  })

  test('撤下 is asked once more', async () => {
    const town = atDesk()
    cloud(({ verb }) => (verb === 'desk' ? page([post('1', town, 'draft')]) : receipt('1')))
    render(<StudyDesk />)
    fireEvent.click(await text('撤下'))
    await text('撤下这一课？')
    expect(inputs('withdraw')).toEqual([])
    const again = screen.getAllByText('撤下').at(-1)
    if (again) fireEvent.click(again)
    await waitFor(() => expect(inputs('withdraw')).toEqual([{ id: '1' }]))
  })

  test('who is not of the desk finds nothing to write', async () => {
    atDesk('resident')
    render(<StudyDesk />)
    await text('写课由社区来写')
    expect(arrived.some(({ verb }) => verb === 'desk')).toBe(false)
  })
})

describe('writing', () => {
  const type = (index: number, value: string) => {
    const field = document.querySelectorAll('.field__input')[index]
    if (field) fireEvent(field, new CustomEvent('input', { detail: { value } }))
  }

  test('a lesson is written, looked at and saved; what is missing is said, and the draft survives the page', async () => {
    const town = atDesk()
    const draft = post('d1', town, 'draft', { cards: [{ heading: '先拔', body: '再走' }] })
    cloud(({ verb }) =>
      verb === 'groups'
        ? fine({ rows: [{ id: 'g1', name: '师傅群', audience: 'riders' }] })
        : verb === 'read'
          ? fine({ post: draft })
          : fine(draft),
    )
    const { unmount } = render(<StudyWrite />)
    fireEvent.click(await text('看看样子'))
    await text('请选发到哪个群')
    fireEvent.click(screen.getByText('师傅群'))
    type(0, '电瓶车怎么充电')
    type(1, '先拔')
    unmount()
    render(<StudyWrite />)
    fireEvent.click(await text('看看样子'))
    await text('第 1 页的标题和内容都要写')
    type(2, '再走')
    fireEvent.click(screen.getByText('看看样子'))
    fireEvent.click(await text('存草稿'))
    await text('现在发')
    expect(inputs('write')).toEqual([
      { communityId: town, groupId: 'g1', title: '电瓶车怎么充电', cards: [{ heading: '先拔', body: '再走' }] },
    ])
  })

  test('never more than eight pages, and a page can be moved and taken out', async () => {
    const town = atDesk()
    cloud(() => fine({ rows: [{ id: 'g1', name: `群 ${town}`, audience: 'all' }] }))
    render(<StudyWrite />)
    for (let pages = 1; pages < 8; pages += 1) fireEvent.click(await text('再加一页'))
    await text('最多八页，三分钟看完')
    expect(screen.queryByText('再加一页')).toBeNull()
    type(3, '第二页的话')
    const [moving] = screen.getAllByText('往前挪')
    if (moving) fireEvent.click(moving)
    await waitFor(() => expect(document.querySelectorAll('.field__input')[1]?.getAttribute('value')).toBe('第二页的话'))
    const [taking] = screen.getAllByText('去掉这页')
    if (taking) fireEvent.click(taking)
    await text('再加一页')
  })
})
