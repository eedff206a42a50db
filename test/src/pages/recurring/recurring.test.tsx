import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { nobody } from '@domain/role'
import { dayAfter } from '@domain/recurring/day'
import { dayOf, momentOf } from '@domain/time'
import { router } from '../../../../config/jest/taro'
import { meet } from '@/client/me'
import HouseholdSubstitutes from '@/pages/household/substitutes'
import RecurringAdd from '@/pages/recurring/add'
import RecurringList from '@/pages/recurring/list'
import RecurringOne from '@/pages/recurring/one'
import Home from '@/pages/tab/home'
import { fine, refused, startAgain, tell } from '../../client/played'
import { communityId, daughter, forget, last, lunch, now, rows, town, verbs } from '../family/home'
import { open as openAsk, tap as tapAsk } from '../errand/asking'

const today = dayOf(now)
const rule = (more: object = {}) => ({
  id: 'r1',
  state: 'going',
  communityId,
  my: ['family'],
  rev: 'v1',
  householdId: 'h1',
  kind: 'meal',
  what: '一份饭',
  pickUp: '社区食堂',
  money: { how: 'paid' },
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  dates: [],
  from: '10:30',
  until: '11:00',
  fromOn: dayAfter(today),
  skips: [],
  askedBy: '王女士',
  ...more,
})
const kept = rule({ id: 'k1', state: 'kept', name: '爸爸的午饭', weekdays: undefined })
const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))
const labelled = async (part: string | RegExp) => fireEvent.click(await screen.findByLabelText(part))

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  jest.spyOn(Taro, 'redirectTo').mockResolvedValue({ errMsg: '' })
  jest.spyOn(Taro, 'navigateTo').mockResolvedValue({ errMsg: '' })
  act(() => meet(daughter()))
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('a household’s list says what comes when, what rests and why, and what is kept', async () => {
  router.params = { household: 'h1' }
  const stopped = rule({ id: 'r2', state: 'paused', stopped: 'askerLeft', weekdays: [1, 3, 5] })
  town({ list: rows([rule(), stopped, kept]) })
  render(<RecurringList />)
  await text('每天 10:30-11:00')
  await text('停了：点单的人不再是家里人了')
  await text('常用')
})

test('without any it says how to come to one, and a list that does not come says so and tries again', async () => {
  router.params = { household: 'h1' }
  town({ list: rows([]) })
  const { unmount } = render(<RecurringList />)
  await text('还没有定期的。点过一次的单，可以每周都要')
  unmount()
  await forget()
  town({ list: refused('BROKEN') })
  render(<RecurringList />)
  await text('系统出了点问题，请打电话给社区')
})

test('days are chosen, said back in a sentence, and sent with the errand they are made from', async () => {
  router.params = { errand: 'e1' }
  town({ one: fine(lunch('confirmed')), add: fine(rule()) })
  render(<RecurringAdd />)
  await text('爸爸的午饭，哪几天要？')
  await tap('周一')
  await tap('周三')
  await tap('周五')
  await text('每周一三五 10:30-11:00，前一天下午自动点好，哪天不要都能停')
  await tap('就这样定')
  await waitFor(() =>
    expect(last('add')?.input).toEqual({
      errandId: 'e1',
      weekdays: [1, 3, 5],
      dates: [],
      from: '10:30',
      until: '11:00',
      fromOn: dayAfter(today),
    }),
  )
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/recurring/one/index?id=r1' })
})

test('what is asked once only is not made to come again', async () => {
  router.params = { errand: 'e1' }
  town({ one: fine(lunch('confirmed', { kind: 'ride' })) })
  render(<RecurringAdd />)
  await text('这样的单每次都不一样，要一次一次点')
})

test('the calendar shows what is made, what was left out and what is to come; a day is left out by a tap', async () => {
  router.params = { id: 'r1' }
  const made = dayAfter(today)
  const out = dayAfter(today, 2)
  const coming = dayAfter(today, 3)
  const when = { from: momentOf(made, '10:30'), until: momentOf(made, '11:00') }
  const errand = lunch('requested', { recurringId: 'r1', on: made, when })
  town({ one: fine(rule({ madeOn: made, skips: [out] })), history: rows([errand]) })
  render(<RecurringOne />)
  await text('社区收到了，正在安排')
  await text('看这一单')
  await labelled(new RegExp(`${Number(coming.slice(8))}日 .*，这天不要$`))
  await waitFor(() => expect(last('skip')?.input).toEqual({ id: 'r1', on: coming }))
  await labelled(new RegExp(`${Number(out.slice(8))}日 .*，还是要$`))
  await waitFor(() => expect(last('unskip')?.input).toEqual({ id: 'r1', on: out }))
})

test('a rule rests by a tap, and is ended only after a question', async () => {
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([])
  jest.spyOn(Taro, 'switchTab').mockResolvedValue({ errMsg: '' })
  router.params = { id: 'r1' }
  town({ one: fine(rule()), history: rows([]) })
  render(<RecurringOne />)
  await tap('先停一停')
  await waitFor(() => expect(last('pause')?.input).toEqual({ id: 'r1' }))
  await tap('以后不要了')
  expect(verbs()).not.toContain('end')
  await tap('不要了')
  await waitFor(() => expect(last('end')?.input).toEqual({ id: 'r1' }))
})

test('of a stopped medicine the consent is asked for before it goes on', async () => {
  router.params = { id: 'r1' }
  town({ one: fine(rule({ kind: 'medicine', state: 'paused', stopped: 'noConsent' })) })
  render(<RecurringOne />)
  await tap('接着要')
  expect(verbs()).not.toContain('resume')
  await tap('看过并同意《拿药记录说明》')
  await tap('接着要')
  await waitFor(() => expect(last('resume')?.input).toMatchObject({ id: 'r1', agreed: [{ what: 'health' }] }))
})

test('what is kept stands on the first screen by its name, without a further call', async () => {
  const [home] = daughter().households
  if (home) act(() => meet(daughter({ households: [{ ...home, usual: [{ id: 'k1', name: '爸爸的午饭' }] }] })))
  town({ mine: rows([lunch('confirmed', { id: 'e9' })]) })
  render(<Home />)
  await tap('爸爸的午饭')
  expect(screen.getAllByText('爸爸的午饭')).toHaveLength(1)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/errand/ask/index?template=k1' })
  expect(verbs().filter(verb => !['mine', 'community'].includes(verb))).toEqual([])
})

test('it is asked again in three taps: what it is opens at the time, and then the whole sentence', async () => {
  town({ one: fine(kept), request: fine(lunch('requested')) })
  openAsk({ template: 'k1' })
  await screen.findByText('什么时候要？')
  await tapAsk('10:30-11:00')
  await screen.findByText('对不对？')
  expect(document.querySelector('.ask__sentence')?.textContent).toContain('送给爸爸（3号楼）')
  await tapAsk('请社区派人')
  await waitFor(() =>
    expect(last('request')?.input).toMatchObject({ householdId: 'h1', what: '一份饭', pickUp: '社区食堂' }),
  )
})

test('the desk names who stands in for days, with the name in the button, and takes a day back', async () => {
  router.params = { id: 'h1' }
  const dispatcher = {
    ...nobody,
    id: 'li',
    name: '李书记',
    memberships: [{ communityId, role: 'dispatcher' as const }],
  }
  act(() => meet({ ...dispatcher, rev: `${Math.random()}` }))
  const home = { id: 'h1', communityId, my: [], elder: '王大爷', regularRider: '张师傅', regularRiderId: 'zhang' }
  const card = { trade: 'courier', areas: [], free: true, advances: true, inHand: 0, thisWeek: 2 }
  town({
    one: fine(home),
    substitutes: rows([
      { id: 's1', on: dayAfter(today), riderName: '李师傅', regularRider: '张师傅', keptBy: '张师傅' },
    ]),
    riders: rows([
      { ...card, id: 'zhang', name: '张师傅' },
      { ...card, id: 'li', name: '李师傅' },
    ]),
  })
  render(<HouseholdSubstitutes />)
  await text('第二天照常张师傅')
  await text('那天有一单张师傅先答应了，还是他去')
  await tap('不用替了')
  await waitFor(() => expect(last('unsubstitute')?.input).toEqual({ id: 'h1', on: dayAfter(today) }))
  const [chip] = [...document.querySelectorAll('[role=checkbox]')].slice(1)
  if (chip) fireEvent.click(chip)
  await tap('李师傅')
  expect(screen.queryByText('张师傅')).toBeNull()
  await tap('请李师傅替 1 天')
  await waitFor(() => expect(last('substitute')?.input).toMatchObject({ id: 'h1', riderId: 'li' }))
})
