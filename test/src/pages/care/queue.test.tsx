import { fine, said, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import CareQueue from '@/pages/care/queue'
import { forget, last, now, person, rows, town } from '../desk/town'

const told = (more: object = {}) => ({
  id: 'c1',
  state: 'open',
  kind: 'unwell',
  errandId: 'e1',
  householdId: 'h1',
  elder: '王大爷',
  who: '张师傅',
  words: '说头晕',
  photo: false,
  at: now,
  ...more,
})
const look = '看号码（家里会看到记录）'

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  act(() => meet(person('dispatcher')))
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('who reads that an elder is not well telephones from there; the number comes by the logged tap', async () => {
  const phones = [{ number: '87650001', whose: '座机' }]
  town({ queue: rows([told()]), reveal: fine({ place: '3号楼 2单元 602', phones }) })
  render(<CareQueue />)
  await screen.findByText('先打电话问问。急病打 120')
  expect(screen.queryByText('87650001')).toBeNull()
  fireEvent.click(screen.getByText(look))
  fireEvent.click(await screen.findByText('87650001'))
  await waitFor(() => expect(said).toContainEqual(expect.objectContaining({ kind: 'ask', what: 'phoneCall' })))
  expect(last('reveal')?.input).toEqual({ id: 'e1', householdId: 'h1' })
  expect(screen.queryByText(look)).toBeNull()
})

test('for a note about the next visit nobody is telephoned', async () => {
  town({ queue: rows([told({ kind: 'note', words: '狗会扑人' })]) })
  render(<CareQueue />)
  await screen.findByText('给来的人看')
  expect(screen.queryByText(look)).toBeNull()
})
