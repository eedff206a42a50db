import { fine, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import { nobody, type Me } from '@domain/role'
import { meet } from '@/client/me'
import ErrandOne from '@/pages/errand/one'
import StudyRead from '@/pages/study/read'
import { communityId, daughter, forget, last, lunch, now, town } from '../family/home'

const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))
const be = (role: 'rider' | 'dispatcher') =>
  act(() =>
    meet({
      ...nobody,
      id: 'z',
      name: '张师傅',
      rev: `r-${Math.random()}`,
      memberships: [{ communityId, role }],
    } satisfies Me),
  )

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  router.params = { id: 'e1' }
  act(() => meet(daughter()))
})
afterEach(async () => {
  cleanup()
  await forget()
})

const offered = () => fine(lunch('dispatched', { my: ['asked'], offer: { to: 'pool', at: now, until: now } }))

test('whoever reads an errand of others reports it by choosing, and is told that the community looks', async () => {
  be('rider')
  town({ one: offered() })
  render(<ErrandOne />)
  await tap('举报')
  await tap('广告')
  await tap('告诉社区')
  await text('社区会看，谢谢您')
  expect(last('report')?.input).toEqual({ of: 'errand', id: 'e1', why: 'ad' })
})

test('a report that did not come through stays open and says why', async () => {
  be('rider')
  town({ one: offered(), report: refused('BROKEN') })
  render(<ErrandOne />)
  await tap('举报')
  await tap('骂人')
  await tap('告诉社区')
  await text('系统出了点问题，请打电话给社区')
  expect(screen.getByText('哪里不合适？')).toBeTruthy()
})

test('the family reports no errand of its own, but a name', async () => {
  town({ one: fine(lunch('accepted', { riderId: 'zhang', riderName: '张师傅' })) })
  render(<ErrandOne />)
  await tap('师傅的名字不合适')
  await tap('骂人')
  await tap('告诉社区')
  await waitFor(() => expect(last('report')?.input).toEqual({ of: 'rider', id: 'zhang', why: 'abuse' }))
  expect(screen.queryByText('举报')).toBeNull()
})

test('a reader reports a lesson; the desk reads that it waits', async () => {
  const post = {
    id: 'p1',
    state: 'published',
    communityId,
    my: [],
    title: '用电',
    cards: [{ heading: '一', body: '二' }],
    publishedAt: now,
  }
  router.params = { id: 'p1' }
  town({ read: fine({ post }) })
  render(<StudyRead />)
  await tap('举报')
  await tap('违法')
  await tap('告诉社区')
  await waitFor(() => expect(last('report')?.input).toEqual({ of: 'post', id: 'p1', why: 'illegal' }))
  cleanup()
  await forget()
  be('dispatcher')
  town({ read: fine({ post: { ...post, waits: ['cards'] } }), tally: fine({}) })
  render(<StudyRead />)
  await text(/这一课还没放行/)
  expect(screen.queryByText('举报')).toBeNull()
})

test.each([
  ['waiting', '照片审核中，看过就能看到'],
  ['hidden', '这张照片社区收起来了'],
])('a photo that is %s says so', async (waits, words) => {
  town({
    one: fine(lunch('delivered', { proof: { how: 'photo', photo: 'cloud://x' } })),
    photo: fine({ url: '', waits }),
  })
  render(<ErrandOne />)
  await tap('看送到时拍的照片')
  await text(words)
})

test('the family is told that some words wait and the errand does not', async () => {
  town({ one: fine(lunch('requested', { waits: ['note'] })) })
  render(<ErrandOne />)
  await text('有几句话社区看过后，师傅才看得到。单子照常办')
})
