import { said, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { hourMs } from '@domain/time'
import { meet } from '@/client/me'
import { DeskHome } from '@/pages/tab/home/DeskHome'
import { communityId, forget, last, now, person, rows, town } from './town'

const text = (part: string | RegExp) => screen.findByText(part)
const post = (id: string, state: string, more: object) => ({
  id,
  state,
  communityId,
  my: [],
  title: id,
  groupName: '师傅群',
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

test('what was published and not shared waits for a person to share it; then it is marked', async () => {
  town({
    desk: rows([
      post('lesson', 'published', { publishedAt: now - hourMs }),
      post('shared', 'published', { publishedAt: now - hourMs, sharedAt: now }),
      post('soon', 'scheduled', { publishAt: now + hourMs }),
      post('later', 'scheduled', { publishAt: now + 48 * hourMs }),
      post('draft', 'draft', {}),
      post('gone', 'withdrawn', { publishedAt: now - hourMs }),
    ]),
  })
  render(<DeskHome />)
  await text('今日待转发 2 条')
  expect(screen.getByText('今天 11:07 发布，到时再转发')).toBeTruthy()
  fireEvent.click(await text('发到群里'))
  const share = await waitFor(
    () => said.find(message => message.kind === 'share') ?? Promise.reject(new Error('not shared')),
  )
  expect(share).toMatchObject({ card: { title: 'lesson', path: '/pages/study/read/index?id=lesson' } })
  expect(last('shared')).toBeUndefined()
  act(() => tell('answer', { id: share.id, value: true }))
  await waitFor(() => expect(last('shared')?.input).toEqual({ id: 'lesson' }))
})
