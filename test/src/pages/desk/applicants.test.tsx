import { refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { hourMs } from '@domain/time'
import { meet } from '@/client/me'
import RiderApplicants from '@/pages/rider/applicants'
import { communityId, forget, last, now, person, redButtons, rows, town } from './town'

const text = (part: string | RegExp) => screen.findByText(part)
const applicant = (id: string, name: string) => ({
  id,
  rev: `${id}-1`,
  name,
  trade: 'courier',
  firm: '人民路站',
  areas: ['c1', 'gone'],
  at: now - 2 * hourMs,
})

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  act(() => meet(person('dispatcher')))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  cleanup()
  await forget()
})

test("who applied is confirmed after he was seen, or on his firm's word, against what the desk read", async () => {
  town({ applicants: rows([applicant('p7', '赵师傅'), applicant('p8', '钱师傅')]) })
  render(<RiderApplicants />)
  await text('赵师傅 · 快递 · 人民路站 · 报名 2 小时了')
  expect((await screen.findAllByText('常路过：金星小区')).length).toBe(2)
  await text('钱师傅 · 快递 · 人民路站 · 报名 2 小时了')
  expect(redButtons()).toEqual(['见过本人，确认'])
  const [first] = screen.getAllByText('见过本人，确认')
  if (first) fireEvent.click(first)
  await waitFor(() => expect(last('confirm')?.input).toEqual({ communityId, id: 'p7', rev: 'p7-1', how: 'seen' }))
  const second = screen.getAllByText('公司作保，确认')[1]
  if (second) fireEvent.click(second)
  await waitFor(() => expect(last('confirm')?.input).toEqual({ communityId, id: 'p8', rev: 'p8-1', how: 'firm' }))
})

test('he is sent back only with a reason', async () => {
  town({ applicants: rows([applicant('p7', '赵师傅')]) })
  render(<RiderApplicants />)
  fireEvent.click(await text('退回并说明'))
  await text('退回赵师傅的报名')
  const send = () => screen.getAllByText('退回并说明').at(-1) ?? document.body
  fireEvent.click(send())
  expect(last('refuse')).toBeUndefined()
  fireEvent.click(screen.getByText('电话打不通'))
  fireEvent.click(send())
  await waitFor(() => expect(last('refuse')?.input).toEqual({ communityId, id: 'p7', rev: 'p7-1', why: '电话打不通' }))
})

test('nobody new, and a list that could not be fetched, are both said', async () => {
  town({})
  const { unmount } = render(<RiderApplicants />)
  await text('没有等确认的师傅。有人报名，会列在这里')
  unmount()
  await forget()
  town({ applicants: refused('BROKEN') })
  render(<RiderApplicants />)
  await text('系统出了点问题，请打电话给社区')
})
