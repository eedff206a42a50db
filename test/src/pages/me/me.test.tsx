import { said, cloud, fine, receipt, refused, startAgain, tell, arrived } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { version as published } from '../../../../package.json'
import { meet } from '@/client/me'
import MeTab from '@/pages/tab/me'
import { version } from '@/pages/tab/me/version'
import { person } from '../station/played'

const text = (part: string | RegExp) => screen.findByText(part)
const town = fine({
  rows: [
    { id: 'a', name: '金星社区' },
    { id: 'b', name: '银河社区' },
  ],
})
const community = fine({ id: 'a', name: '金星社区', phone: '87654321', compounds: [], groups: [] })

beforeAll(() => tell('identity', { openid: 'o-me' }))
beforeEach(() => {
  startAgain()
  cloud(({ verb }) => (verb === 'communities' ? town : verb === 'community' ? community : receipt('p1')))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(cleanup)

test('a guest need not register, and there are two ways in', async () => {
  act(() => meet(person({ id: '', name: '' })))
  render(<MeTab />)
  await text('先看看，不用注册')
  expect(screen.getByText('我家老人住这里')).toBeTruthy()
  expect(screen.getByText('我想帮忙')).toBeTruthy()
  expect(screen.queryByText('报名当师傅')).toBeNull()
  expect(screen.getByText('社区组织的无偿志愿服务，不收跑腿费。急病打 120。')).toBeTruthy()
})

test('several roles are told by community, and each household opens who looked at its address', async () => {
  const households = [{ id: 'h1', communityId: 'a', calls: '爸爸', elder: '王大爷', place: '3号楼' }]
  const memberships = [
    { communityId: 'a', role: 'resident' as const },
    { communityId: 'a', role: 'rider' as const },
    { communityId: 'b', role: 'keeper' as const },
  ]
  act(() => meet(person({ name: '张师傅', trade: 'takeaway', memberships, households })))
  render(<MeTab />)
  await text('金星社区')
  expect(screen.getByText('家里人、接单师傅')).toBeTruthy()
  expect(screen.getByText('驿站店员')).toBeTruthy()
  expect(screen.getByText('外卖')).toBeTruthy()
  expect(screen.getByText('爸爸 · 3号楼')).toBeTruthy()
  await text('打电话给金星社区')
  fireEvent.click(screen.getByText('我有空'))
  await waitFor(() => expect(arrived.find(({ verb }) => verb === 'free')?.input).toEqual({ free: true }))
  expect(said.find(({ what }) => what === 'subscribe')?.payload).toMatchObject({
    templates: [{ name: 'task' }, { name: 'change' }],
  })
})

test.each([
  ['waiting', /等社区见过您/, false],
  ['refused', /社区这次没确认/, true],
])('an application that is %s says so', async (state, words, again) => {
  act(() =>
    meet(
      person({
        memberships: [{ communityId: 'a', role: 'resident' }],
        application: { communityId: 'a', state, trade: 'courier' },
      }),
    ),
  )
  render(<MeTab />)
  await text(words)
  expect(screen.getAllByText('报名当师傅')).toHaveLength(again ? 2 : 1)
})

test('the text grows with a tap', async () => {
  act(() => meet(person({})))
  render(<MeTab />)
  fireEvent.click(await text('特大'))
  expect(document.querySelector('.screen--largest')).toBeTruthy()
  fireEvent.click(screen.getByText('标准'))
})

test('without a network the page still stands, and says what is missing', async () => {
  act(() => meet(person({ memberships: [{ communityId: 'c', role: 'resident' }] })))
  cloud(() => refused('BROKEN'))
  render(<MeTab />)
  await waitFor(() => expect(screen.getAllByText('系统出了点问题，请打电话给社区').length).toBeGreaterThan(0))
  expect(screen.getByText('字的大小')).toBeTruthy()
})

test('the version is that of the package', () => expect(version).toBe(published))
