import { arrived, cloud, fine, lost, refused, startAgain, tell } from '../client/played'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import type { ComponentType, ReactNode } from 'react'
import Taro from '@tarojs/taro'
import { useStart } from '@/client'
import { meet } from '@/client/me'
import { SWRConfig } from 'swr'
import { router, told } from '../../../config/jest/taro'
import { subpackages, tabs } from '../../../config/pages'
import { communityId, person } from './station/played'

const pages = [...tabs, ...subpackages().flatMap(({ root, pages: own }) => own.map(page => `${root}/${page}`))]
const pageOf = (path: string): ComponentType => (require(`../../../src/${path}`) as { default: ComponentType }).default

/** As a card, a notice, a printed code or a typed path may open a page: nothing, somebody else's, an older version's, or made up. */
const openings: Record<string, string>[] = [
  {},
  { id: 'of-somebody-else', code: 'K7Q2M9', kind: 'meal' },
  { scene: 's%3DK7Q2M9', q: 'https%3A%2F%2Fexample.com' },
  { scene: '%', id: '%E4%BD', again: 'gone', household: 'gone', kind: '__proto__', byPhone: '1' },
]
const answers: [string, () => unknown][] = [
  ['knows no such record', () => refused('NOT_FOUND')],
  ['refuses', () => refused('FORBIDDEN')],
  ['is newer than this phone', () => refused('CODE_OF_TOMORROW', { why: '…' })],
  ['answers in another shape', () => fine({ rows: [{ odd: true }] })],
  ['cannot be reached', lost],
]

beforeAll(() => tell('identity', { openid: 'o-launch' }))
beforeEach(() => {
  startAgain()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(cleanup)

/** A phone that has asked nothing yet. */
const alone = (page: ReactNode) => <SWRConfig value={{ provider: () => new Map() }}>{page}</SWRConfig>

/** An empty list says what will stand there, and needs no way on: one came to it from somewhere. */
const lists = [
  'pages/errand/inbox/index',
  'pages/household/looks/index',
  'pages/household/errands/index',
  'pages/rider/applicants/index',
  'pages/roster/firms/index',
  'pages/safety/queue/index',
  'pages/care/queue/index',
  'pages/care/notes/index',
  'pages/errand/mine/index',
  'pages/errand/accounts/index',
  'pages/errand/turns/index',
  'pages/people/community/index',
]

const roles = ['resident', 'rider', 'dispatcher', 'keeper'] as const
const people = [
  ['a guest', person({ id: '', name: '' })],
  ['who holds every role', person({ memberships: roles.map(role => ({ communityId, role })) })],
] as const

describe.each(pages)('%s', path => {
  test.each(answers)('is never blank when the cloud %s', async (_, answer) => {
    const Page = pageOf(path)
    for (const [, who] of people)
      for (const params of openings) {
        act(() => meet({ ...who, rev: `r-${Math.random()}` }))
        cloud(answer)
        router.params = params
        const { container, unmount } = render(alone(<Page />))
        await waitFor(() => expect(container.querySelector('.loading')).toBeNull())
        expect((container.textContent ?? '').length).toBeGreaterThan(4)
        if (!lists.includes(path))
          expect(container.querySelector('[role=button], taro-button-core, taro-input-core')).toBeTruthy()
        unmount()
      }
  })
})

function App() {
  useStart()
  return null
}

test('a card of an older version, whose page is no more, leads home', () => {
  const switchTab = jest.spyOn(Taro, 'switchTab').mockResolvedValue({ errMsg: '' })
  render(<App />)
  told.pageNotFound?.({ path: 'pages/old/card', query: { id: '1' } })
  expect(switchTab).toHaveBeenCalledWith({ url: '/pages/tab/home/index' })
})

test('an errand in a state of a newer cloud is drawn plainly, with a call to the community', async () => {
  const errand = {
    id: 'e1',
    state: 'teleported',
    communityId,
    my: ['family'],
    kind: 'drone',
    elder: '王大爷',
    what: '一份午饭',
  }
  act(() => meet(person({ memberships: [{ communityId, role: 'resident' }] })))
  cloud(({ verb }) => (verb === 'one' ? fine(errand) : refused('NOT_FOUND')))
  router.params = { id: 'e1' }
  const Page = pageOf('pages/errand/one/index')
  render(alone(<Page />))
  await screen.findByText(/一份午饭/)
  expect(document.body.textContent).not.toContain('teleported')
  expect(document.body.textContent).not.toContain('undefined')
  expect(arrived.filter(({ key }) => key !== undefined)).toEqual([])
})
