import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import { nobody, type Role } from '@domain/role'
import { meet } from '@/client/me'
import ErrandAccounts from '@/pages/errand/accounts'
import ErrandOne from '@/pages/errand/one'
import { cloud, fine, receipt, refused, startAgain, tell } from '../../client/played'
import { type } from './asking'
import { communityId, daughter, forget, last, lunch, now, redButtons, rows, town } from '../family/home'

const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))
const be = (role: Extract<Role, 'rider' | 'dispatcher'>) =>
  act(() =>
    meet({ ...nobody, id: 'zhang', name: '张师傅', rev: `r-${Math.random()}`, memberships: [{ communityId, role }] }),
  )
const owed = {
  money: { how: 'atDoor', capYuan: 50 },
  account: 'open',
  deliveredAt: now - 60_000,
  riderId: 'zhang',
  riderName: '张师傅',
} as const
const billed = { ...owed, bill: { fen: 3250, at: now } }

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

test('the family reads the sum and says 钱给了 to that sum', async () => {
  town({ one: fine(lunch('confirmed', billed)) })
  render(<ErrandOne />)
  await text('32.50 元，当面给师傅，给了请点一下')
  await tap('钱给了')
  await waitFor(() => expect(last('pay')?.input).toEqual({ id: 'e1', fen: 3250, riderId: 'zhang' }))
})

test('the rider writes what it cost; above the cap he is sent to ask first', async () => {
  be('rider')
  town({ one: fine(lunch('delivered', { ...owed, my: ['rider'] })) })
  render(<ErrandOne />)
  await tap('写花了多少')
  type('多少元', '62')
  await text('超过说好的了，打电话给社区，问好再写')
  type('多少元', '32.5')
  await tap('写好了')
  await waitFor(() => expect(last('bill')?.input).toEqual({ id: 'e1', fen: 3250 }))
})

test('once the sum is written it waits for the money; a wrong sum is mended in a small place', async () => {
  be('rider')
  town({ one: fine(lunch('delivered', { ...billed, my: ['rider'] })) })
  render(<ErrandOne />)
  await text('钱收到了')
  expect(redButtons()).toEqual(['钱收到了'])
  await tap('写错了，改一下')
  type('多少元', '32')
  await tap('写好了')
  await waitFor(() => expect(last('bill')?.input).toEqual({ id: 'e1', fen: 3200 }))
})

test('a question above the cap is the family’s to answer', async () => {
  town({ one: fine(lunch('accepted', { ...owed, deliveredAt: undefined, more: { fen: 6200, at: now } })) })
  render(<ErrandOne />)
  await text('师傅问：要 62 元，超过说好的，还买吗？')
  await tap('可以，先垫上')
  await waitFor(() => expect(last('allowMore')?.input).toEqual({ id: 'e1', fen: 6200, riderId: 'zhang' }))
})

test('the desk reads of every open sum what is missing, and says it after a call', async () => {
  be('dispatcher')
  town({ accounts: rows([lunch('confirmed', { ...billed, my: [] })]) })
  render(<ErrandAccounts />)
  await text('32.50 元，等家里给')
  await tap('家里说钱给了')
  await waitFor(() => expect(last('pay')?.input).toMatchObject({ id: 'e1', fen: 3250 }))
  expect(screen.getByText('师傅说钱收到了')).toBeTruthy()
})

test('nothing open is said so', async () => {
  be('dispatcher')
  town({ accounts: rows([]) })
  render(<ErrandAccounts />)
  await text('账都算清了')
})

test('a list that does not come can be asked for again', async () => {
  be('dispatcher')
  town({ accounts: refused('BROKEN') })
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  render(<ErrandAccounts />)
  await text('系统出了点问题，请打电话给社区')
})

test('who is not of the desk reads whose page it is', async () => {
  town({})
  render(<ErrandAccounts />)
  await text('这一页是给社区看的')
})

test('one way was called off: whether the other is still wanted is asked on its page', async () => {
  const trip = { kind: 'ride', tripId: 'e1' } as const
  const there = lunch('cancelled', { ...trip, ride: { place: '第一中学', leg: 'there' } })
  const back = lunch('requested', { ...trip, id: 'e1-back', ride: { place: '第一中学', leg: 'back' } })
  cloud(({ verb, input }) => (verb === 'one' ? fine(Object(input).id === 'e1' ? there : back) : receipt('e1')))
  render(<ErrandOne />)
  await text('这一程取消了。回程还要不要？')
  await tap('不用了')
  await tap('家里有人去了')
  fireEvent.click(screen.getAllByText('不用了').at(-1) ?? document.body)
  await waitFor(() => expect(last('cancel')?.input).toMatchObject({ id: 'e1-back', why: '家里有人去了' }))
})
