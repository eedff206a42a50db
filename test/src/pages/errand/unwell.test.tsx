import { fine, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import { nobody, type Me } from '@domain/role'
import { meet } from '@/client/me'
import ErrandOne from '@/pages/errand/one'
import { communityId, forget, last, lunch, now, town } from '../family/home'

const tap = async (part: string | RegExp) => fireEvent.click(await screen.findByText(part))

beforeAll(() => tell('identity', { openid: 'o-zhang' }))
beforeEach(() => {
  startAgain()
  router.params = { id: 'e1' }
  const memberships: Me['memberships'] = [{ communityId, role: 'rider' }]
  act(() => meet({ ...nobody, id: 'z', name: '张师傅', rev: `r-${Math.random()}`, memberships }))
  town({ one: fine(lunch('accepted', { my: ['rider', 'carrier'], riderId: 'z', acceptedAt: now })) })
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('who said that somebody is not well is shown whom to call now, by name, and 120', async () => {
  render(<ErrandOne />)
  await tap('老人不太好？告诉社区')
  await tap(/^老人看着不太好/)
  await tap('告诉社区')
  await screen.findByText('放心不下就再打电话给社区。急病打 120')
  expect(last('report')?.input).toMatchObject({ errandId: 'e1', kind: 'unwell' })
  // The screen's own button, which says who answers.
  expect(await screen.findByText(/^现在有人接：李书记/)).toBeTruthy()
  expect(screen.getByText('打 120')).toBeTruthy()
})

test('a note for the next visit asks nobody to telephone', async () => {
  render(<ErrandOne />)
  await tap('老人不太好？告诉社区')
  await tap(/^下次上门要知道的/)
  const words = new CustomEvent('input', { detail: { value: '狗会扑人' } })
  fireEvent(await screen.findByLabelText('说几句'), words)
  await tap('告诉社区')
  await screen.findByText('告诉社区了，谢谢您')
  expect(screen.queryByText(/急病打 120$/)).toBeNull()
})

test('said in a basement it is not called told: it waits, and he is to telephone; with the network it goes, and then it is', async () => {
  render(<ErrandOne />)
  await tap('老人不太好？告诉社区')
  await tap(/^老人看着不太好/)
  act(() => tell('offline', { value: true }))
  await tap('告诉社区')
  await screen.findByText('没有网络，社区还不知道。有网了自动发')
  expect(screen.getByText('别等了，现在就打电话给社区。急病打 120')).toBeTruthy()
  expect(screen.queryByText('告诉社区了，谢谢您')).toBeNull()
  expect(last('report')).toBeUndefined()
  act(() => tell('offline', { value: false }))
  await screen.findByText('告诉社区了，谢谢您')
  expect(last('report')?.input).toMatchObject({ errandId: 'e1', kind: 'unwell' })
})
