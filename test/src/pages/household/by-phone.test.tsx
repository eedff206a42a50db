import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import { nobody } from '@domain/role'
import { useDraft } from '@/client'
import { meet } from '@/client/me'
import ErrandAsk from '@/pages/errand/ask'
import { blank } from '@/pages/errand/ask/answers'
import { fine, startAgain, tell } from '../../client/played'
import { communityId, forget, last, lunch, rows, town } from '../family/home'

let taps = 0
const tap = async (part: string | RegExp) => {
  taps += 1
  fireEvent.click(await screen.findByText(part))
}

const home = { id: 'h2', communityId, my: [], elder: '王奶奶', building: '5号楼', compound: '金星小区' }
const before = [
  lunch('confirmed', { id: 'e1', householdId: 'h2', elder: '王奶奶', calls: undefined, what: '一份饭，软一点' }),
  lunch('confirmed', { id: 'e2', householdId: 'h2', elder: '王奶奶', calls: undefined, what: '一份饭，软一点' }),
  lunch('cancelled', { id: 'e3', householdId: 'h2', kind: 'parcel', what: '取一个快递', pickUp: '菜鸟' }),
]

function throwAway(draft: string) {
  const { result } = renderHook(() => useDraft(draft, blank))
  act(() => result.current[2]())
}

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  for (const draft of ['ask.desk', 'ask.desk.h2']) throwAway(draft)
  taps = 0
  act(() => meet({ ...nobody, id: 'li', name: '李书记', rev: 'r', memberships: [{ communityId, role: 'dispatcher' }] }))
  town({
    one: fine(home),
    list: rows([home]),
    history: rows(before),
    request: fine(lunch('requested', { my: [] })),
  })
})
afterEach(async () => {
  cleanup()
  await forget()
})

async function asUsual() {
  await screen.findByText('照旧')
  await tap('送饭 · 一份饭，软一点')
  await tap('10:30-11:00')
  await tap('记好了')
  await screen.findByText('记好了。')
  expect(last('request')?.input).toMatchObject({
    householdId: 'h2',
    byPhone: true,
    kind: 'meal',
    what: '一份饭，软一点',
    pickUp: '社区食堂',
  })
}

test('a landline that the desk knows has chosen its household: three taps, and what they usually ask for is written down', async () => {
  router.params = { byPhone: '1', household: 'h2' }
  render(<ErrandAsk />)
  await asUsual()
  expect(taps).toBe(3)
  expect(screen.queryByText('谁打来的，给谁？')).toBeNull()
})

test('any other call is written down in at most eight taps, those at the desk’s home and the search among them', async () => {
  taps = 2
  router.params = { byPhone: '1' }
  render(<ErrandAsk />)
  await tap('王奶奶（金星小区 5号楼）')
  await asUsual()
  expect(taps).toBeLessThanOrEqual(8)
})

test('what was asked for twice is offered once', async () => {
  router.params = { byPhone: '1', household: 'h2' }
  render(<ErrandAsk />)
  await screen.findByText('照旧')
  expect(screen.getAllByText(/^送饭 · /)).toHaveLength(1)
  expect(screen.getByText('取寄快递 · 取一个快递')).toBeTruthy()
})

test('a household that never asked is asked what it is about', async () => {
  town({ one: fine(home), history: rows([]) })
  router.params = { byPhone: '1', household: 'h2' }
  render(<ErrandAsk />)
  await waitFor(() => expect(screen.getByText('送饭')).toBeTruthy())
  expect(screen.queryByText('照旧')).toBeNull()
})
