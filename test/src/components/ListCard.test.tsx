import { fireEvent, render, screen } from '@testing-library/react'
import { ListCard, type Card } from '@/components/ListCard'

const card: Card = {
  id: 'e1',
  icon: 'utensils',
  title: '送饭 · 今天 10:30-11:00',
  place: '金星小区 3号楼',
  lines: ['社区食堂取 · 一份饭'],
  standing: '等您答应 · 12 分钟',
  tone: 'waiting',
  at: '10:30 前',
  action: '接单',
  quiet: '这次不行',
}

test('a card says what, where and how it stands, and tells which part was tapped', () => {
  const [open, act, quiet] = [jest.fn(), jest.fn(), jest.fn()]
  const { container } = render(<ListCard card={card} onOpen={open} onAct={act} onQuiet={quiet} />)
  const said = [card.title, card.at, card.place, ...(card.lines ?? []), card.standing, card.action, card.quiet]
  expect(container.textContent).toBe(said.join(''))
  fireEvent.click(screen.getByRole('button', { name: '送饭 · 今天 10:30-11:00，等您答应 · 12 分钟' }))
  fireEvent.click(screen.getByRole('button', { name: '接单' }))
  fireEvent.click(screen.getByRole('button', { name: '这次不行' }))
  expect([open, act, quiet].map(told => told.mock.calls)).toEqual([[['e1']], [['e1']], [['e1']]])
})

test('an action that is under way is not taken twice', () => {
  const act = jest.fn()
  render(<ListCard card={{ ...card, busy: true }} onAct={act} />)
  fireEvent.click(screen.getByRole('button', { name: '接单' }))
  expect(act).not.toHaveBeenCalled()
})

test('only what is there is drawn', () => {
  const { container } = render(
    <ListCard card={{ id: 'e2', icon: 'package', title: '取快递', standing: '办好了', tone: 'done' }} />,
  )
  expect(container.textContent).toBe('取快递办好了')
  expect(screen.getAllByRole('button')).toHaveLength(1)
})
