import { arrived, cloud, fine, receipt, refused, said, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { minuteMs } from '@domain/time'
import { meet } from '@/client/me'
import { PhoneField } from '@/components/PhoneField'
import PeopleMyself from '@/pages/people/myself'
import { answerNext, communityId, person } from '../station/played'

const text = (part: string | RegExp) => screen.findByText(part)
const resident = [{ communityId, role: 'resident' as const }]

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  cloud(() => receipt('p1'))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  jest.restoreAllMocks()
  cleanup()
  tell('refuse', { value: [] })
})

test('a relative writes how she is called; who was confirmed under a name keeps it', async () => {
  act(() => meet(person({ name: '王女士', memberships: resident })))
  const { unmount } = render(<PeopleMyself />)
  const input = document.querySelector('taro-input-core')
  if (!input) throw new Error('no field')
  fireEvent(input, new CustomEvent('input', { detail: { value: '王小姐' } }))
  fireEvent(document.querySelector('taro-form-core') ?? input, new CustomEvent('submit', { detail: { value: {} } }))
  await waitFor(() => expect(arrived.find(({ verb }) => verb === 'introduce')?.input).toEqual({ name: '王小姐' }))
  // The cloud took it, and she is still called as before.
  await text('新称呼等社区看过后换上，先还叫原来的')
  act(() => meet(person({ name: '王小姐', memberships: resident })))
  await waitFor(() => expect(screen.queryByText(/新称呼/)).toBeNull())
  unmount()
  act(() => meet(person({ name: '张师傅', memberships: [{ communityId, role: 'rider' }] })))
  render(<PeopleMyself />)
  await text('称呼是社区确认过的，要改请打电话给社区')
  expect(document.querySelector('taro-input-core')).toBeNull()
  expect(screen.getByText(/您去谁家，谁家看得到是您来了/)).toBeTruthy()
})

test('a face that is not given leaves everything as it is', async () => {
  act(() => meet(person({ name: '王女士', memberships: resident })))
  render(<PeopleMyself />)
  fireEvent.click(await text('换头像'))
  await answerNext('face', undefined)
  tell('refuse', { value: ['privacy'] })
  fireEvent.click(screen.getByText('换头像'))
  expect(said.some(({ what }) => what === 'face')).toBe(false)
  expect(arrived).toEqual([])
})

test('who does not agree to the privacy text is told to write a name, and how to be asked for a face again', async () => {
  act(() => meet(person({ name: '王女士', memberships: resident })))
  render(<PeopleMyself />)
  const input = document.querySelector('taro-input-core')
  if (!input) throw new Error('no field')
  await text(/过十秒再点，微信会再问您/)
  tell('refuse', { value: ['privacy'] })
  fireEvent(input, new CustomEvent('focus', { detail: { value: '' } }))
  await text('没同意隐私说明也没关系，自己写个称呼就行')
})

function Phone() {
  return <PhoneField label="您的电话" value="" onInput={number => typed.push(number)} />
}
const typed: string[] = []

/** WeChat's part of the phone number, and the cloud's. */
function numbers(answer: unknown): void {
  typed.length = 0
  cloud(({ area, verb }) =>
    area === '/wechat/phone-code' ? { code: 'tapped' } : verb === 'phoneNumber' ? answer : undefined,
  )
}

test('the number WeChat knows is put into the field, where it can still be changed', async () => {
  numbers(fine({ number: '13912345678' }))
  render(<Phone />)
  fireEvent.click(await text('填上微信里的手机号'))
  await answerNext('phone', true)
  await waitFor(() => expect(typed).toEqual(['13912345678']))
  expect(arrived.find(({ verb }) => verb === 'phoneNumber')).toMatchObject({ input: { code: 'tapped' } })
  expect(document.querySelector('taro-input-core')).toBeTruthy()
})

test('who says no is asked nothing further; the field waits', async () => {
  numbers(fine({ number: '13912345678' }))
  render(<Phone />)
  fireEvent.click(await text('填上微信里的手机号'))
  await answerNext('phone', false)
  expect(arrived).toEqual([])
  expect(document.querySelector('.notice')).toBeNull()
})

test.each([
  ['the privacy text is closed', ['privacy'], '没同意隐私说明，手机号没有用，也没关系'],
  ['the cloud gets none', [], '没取到手机号，请自己写一下'],
])('when %s, one sentence says so', async (_, refusals, sentence) => {
  // Who closed the privacy text above did so a minute ago.
  const { now } = Date
  jest.spyOn(Date, 'now').mockImplementation(() => now() + minuteMs)
  numbers(refused('NO_NUMBER'))
  tell('refuse', { value: refusals })
  render(<Phone />)
  fireEvent.click(await text('填上微信里的手机号'))
  if (refusals.length === 0) await answerNext('phone', true)
  await text(sentence)
  expect(typed).toEqual([])
})
