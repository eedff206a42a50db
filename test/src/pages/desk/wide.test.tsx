import { startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import { DeskHome } from '@/pages/tab/home/DeskHome'
import { errand, forget, last, person, rider, rows, textsOf, town, widthPx } from './town'

const text = (part: string | RegExp) => screen.findByText(part)

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  act(() => meet(person('dispatcher')))
  widthPx(1024)
  town({
    board: rows([
      errand('a', 'requested', 60),
      errand('b', 'dispatched', 40, { offer: { to: 'pool', at: 0, until: 0 } }),
      errand('c', 'accepted', 30, { riderName: '李师傅' }),
      errand('d', 'failed', 20, { why: '家里没人' }),
    ]),
    riders: rows([rider('zhang', '张师傅'), rider('li', '李师傅', { free: false })]),
  })
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('on a PC the desk has four columns', async () => {
  render(<DeskHome />)
  await text('等派 1')
  await waitFor(() => expect(textsOf('desk-column__title')).toEqual(['等派 1', '等答应 1', '在办 1', '卡住 1']))
})

test('an errand opens in a drawer, and a number key takes a suggestion', async () => {
  render(<DeskHome />)
  await text('等派 1')
  const first = await waitFor(() => {
    const found = document.querySelector('.list-card__open')
    if (!found) throw new Error('no card')
    return found
  })
  fireEvent.click(first)
  await waitFor(() => expect(textsOf('desk-suggestion__name')).toEqual(['张师傅', '李师傅']))
  fireEvent.keyDown(document, { key: '2' })
  // Another than the first: why, by one more key.
  await text('为什么是李师傅？')
  expect(last('dispatch')).toBeUndefined()
  fireEvent.keyDown(document, { key: '3' })
  await waitFor(() => expect(last('dispatch')?.input).toMatchObject({ id: 'a', to: { riderId: 'li' } }))
  expect(last('dispatch')?.input).toMatchObject({ shown: ['zhang', 'li'], because: 'family' })
})

test('no key does anything while no drawer is open, nor while somebody types', async () => {
  render(<DeskHome />)
  await text('等派 1')
  fireEvent.keyDown(document, { key: '1' })
  fireEvent.click(
    await waitFor(() => document.querySelector('.list-card__open') ?? Promise.reject(new Error('no card'))),
  )
  await waitFor(() => expect(textsOf('desk-suggestion__name')).toHaveLength(2))
  const field = document.body.appendChild(document.createElement('input'))
  fireEvent.keyDown(field, { key: '1' })
  field.remove()
  fireEvent.keyDown(document, { key: 'Escape' })
  await waitFor(() => expect(textsOf('desk-suggestion__name')).toEqual([]))
  expect(last('dispatch')).toBeUndefined()
})
