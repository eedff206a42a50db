import { fine, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import PeopleApply from '@/pages/people/apply'
import { communityId, forget, last, person, redButtons, town } from '../desk/town'

const text = (part: string | RegExp) => screen.findByText(part)
const kin = { id: 'h1', communityId, calls: '爸爸', elder: '王大爷', place: '金星小区 3号楼' }
const guest = (more: object = {}) => act(() => meet(person(undefined, { households: [kin], ...more })))

/** Types into the question with this label, as a person would. */
function type(label: string, value: string): void {
  const field = [...document.querySelectorAll('.field')].find(
    node => node.querySelector('.field__label')?.textContent === label,
  )
  const input = field?.querySelector('taro-input-core, input')
  if (!input) throw new Error(`no question ${label}`)
  fireEvent(input, new CustomEvent('input', { detail: { value } }))
}

beforeAll(() => tell('identity', { openid: 'o-zhao' }))
beforeEach(() => {
  startAgain()
  guest()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('nothing is sent until every question is answered, and each says what is missing', async () => {
  town({})
  render(<PeopleApply />)
  fireEvent.click(await text('报名'))
  await text('请写一写怎么称呼您')
  for (const words of [
    '请选一选您跑哪一行',
    '请写一写您在哪家公司',
    '电话号码不对',
    '请选一选',
    '请先看一看并勾一下',
  ]) {
    expect(screen.getByText(words)).toBeTruthy()
  }
  expect(last('apply')).toBeUndefined()
  expect(screen.getByText(/那家人可以打这个电话找您/)).toBeTruthy()
  expect(redButtons()).toEqual(['报名'])
})

test('an application says who, which trade, which firm, and is then waiting for the community', async () => {
  const waiting = { communityId, state: 'waiting', trade: 'courier' }
  const me = person(undefined, { households: [kin], application: waiting })
  town({ apply: fine({ id: 'p1', state: 'waiting', rev: 'r2', at: 0 }, { me }) })
  render(<PeopleApply />)
  await text('金星小区')
  type('怎么称呼您', '赵师傅')
  type('哪家公司或站点', '人民路站')
  type('您的电话', '139 0000 0003')
  fireEvent.click(screen.getByText('快递'))
  fireEvent.click(screen.getByText('金星小区'))
  fireEvent.click(screen.getByText('不垫钱'))
  fireEvent.click(screen.getByText('看过了，就这么办'))
  fireEvent.click(screen.getByText('报名'))
  await text(/已报名，等社区确认/)
  expect(last('apply')?.input).toEqual({
    communityId,
    name: '赵师傅',
    trade: 'courier',
    firm: '人民路站',
    phone: '13900000003',
    areas: ['c1'],
    advances: false,
    agreed: true,
  })
})

test('what was filled in survives a failure and a page that was closed', async () => {
  town({ apply: refused('BROKEN') })
  const { unmount } = render(<PeopleApply />)
  await text('报名')
  type('怎么称呼您', '钱师傅')
  unmount()
  render(<PeopleApply />)
  await text('报名')
  await waitFor(() => expect(document.querySelector('.field taro-input-core')).toHaveProperty('value', '钱师傅'))
})

test('who was sent back may apply again, and is told', async () => {
  guest({ application: { communityId, state: 'refused', trade: 'courier' } })
  town({})
  render(<PeopleApply />)
  await text(/上次报名社区退回了/)
})
