import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { router } from '../../../../config/jest/taro'
import { nobody } from '@domain/role'
import { meet } from '@/client/me'
import HouseholdEdit from '@/pages/household/edit'
import HouseholdLooks from '@/pages/household/looks'
import HouseholdOne from '@/pages/household/one'
import { fine, refused, startAgain, tell } from '../../client/played'
import { communityId, daughter, forget, last, rows, town } from '../family/home'

const home = (more: object = {}) => ({
  id: 'h1',
  communityId,
  my: ['family'],
  rev: 'r1',
  elder: '王大爷',
  compound: '金星小区',
  building: '3号楼',
  stairs: '6 楼没电梯',
  alone: true,
  knocks: ['call', 'dog'],
  masked: [{ number: '139******01', whose: '女儿' }],
  consent: { by: '王大爷', how: 'byPhone', toldTo: '王女士', at: 1 },
  verifiedAt: 1,
  hasApp: true,
  ...more,
})
const binding = (more: object) => ({
  id: 'b1',
  state: 'bound',
  communityId,
  my: ['family'],
  householdId: 'h1',
  ...more,
})
const sister = binding({ my: ['family', 'relative'], name: '王女士', calls: '爸爸' })
const brother = binding({ id: 'b2', name: '王先生', calls: '老爸' })
const asking = binding({ id: 'b3', state: 'asked', name: '赵女士', calls: '公公', until: 864e5 })
const desk = () =>
  meet({
    ...nobody,
    id: 'li',
    name: '李书记',
    rev: `${Math.random()}`,
    memberships: [{ communityId, role: 'dispatcher' }],
  })

const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  router.params = { id: 'h1' }
  act(() => meet(daughter()))
  town({ one: fine(home()), relatives: rows([sister, brother, asking]) })
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('a relative reads the record with its numbers masked, and who is bound', async () => {
  render(<HouseholdOne />)
  await text('爸爸（王大爷）')
  await text('先打电话 · 家里有狗')
  await text('女儿 139******01')
  await text(/^王大爷电话里跟王女士说同意/)
  await text('王女士（您）')
  expect(screen.queryByText('接到电话，记一单')).toBeNull()
  expect(screen.queryByText('定一位常来的师傅')).toBeNull()
})

test('a relative says yes with one tap, and may part from the elder himself, but puts nobody else out', async () => {
  render(<HouseholdOne />)
  await text('赵女士想做家里人')
  await tap('同意')
  await waitFor(() => expect(last('bind')?.input).toEqual({ id: 'b3' }))
  expect(screen.queryByText('解绑')).toBeNull()
  const turned = jest.spyOn(Taro, 'switchTab').mockResolvedValue({ errMsg: 'ok' })
  await tap('我不再是家里人')
  await tap('解绑')
  await waitFor(() => expect(last('unbind')?.input).toEqual({ id: 'b1' }))
  await waitFor(() => expect(turned).toHaveBeenCalledWith({ url: '/pages/tab/home/index' }))
})

test('the desk says whose word it was', async () => {
  act(desk)
  const seen = [sister, brother, asking].map(row => ({ ...row, my: [] }))
  town({ one: fine(home({ my: [] })), relatives: rows(seen) })
  render(<HouseholdOne />)
  await tap('老人电话里同意了')
  await waitFor(() => expect(last('bind')?.input).toEqual({ id: 'b3', said: 'elder' }))
  fireEvent.click((await screen.findAllByText('解绑'))[1] ?? document.body)
  await text('不让王先生再看这一家？')
  await tap('老人说的，解绑')
  await waitFor(() => expect(last('unbind')?.input).toEqual({ id: 'b2', said: 'elder' }))
})

test('the desk removes the record for a reason, once it has read what goes; a relative cannot', async () => {
  render(<HouseholdOne />)
  await text('爸爸（王大爷）')
  expect(screen.queryByText('删掉这家的记录')).toBeNull()
  cleanup()
  act(desk)
  town({ one: fine(home({ my: [] })), relatives: rows([]), remove: refused('OPEN_ERRANDS', { left: 2 }) })
  render(<HouseholdOne />)
  await tap('删掉这家的记录')
  await text(/^门牌、电话、绑定码/)
  await tap('删掉，不能恢复')
  expect(last('remove')).toBeUndefined()
  await tap('搬走了')
  await tap('删掉，不能恢复')
  await text('这家还有 2 单没办完，先办完或取消再来删')
  town({ one: fine(home({ my: [] })), relatives: rows([]) })
  jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([])
  const turned = jest.spyOn(Taro, 'switchTab').mockResolvedValue({ errMsg: 'ok' })
  await tap('删掉，不能恢复')
  await waitFor(() => expect(last('remove')?.input).toEqual({ id: 'h1', why: 'moved' }))
  await waitFor(() => expect(turned).toHaveBeenCalled())
})

test('door and phones stand there after a tap, and only then', async () => {
  const phones = [{ number: '13900000001', whose: '女儿' }]
  town({ one: fine(home()), relatives: rows([]), reveal: fine({ place: '3号楼 2单元 602', phones }) })
  render(<HouseholdOne />)
  await text('女儿 139******01')
  expect(last('reveal')).toBeUndefined()
  await tap('看门牌和号码（家里会看到记录）')
  await text('3号楼 2单元 602')
  await text('13900000001')
})

test('who was late with his change is shown the newer record, and told so', async () => {
  render(<HouseholdEdit />)
  await tap('多敲一会儿')
  town({ one: fine(home({ rev: 'r2', knocks: ['deaf'] })), edit: refused('STALE') })
  await tap('改好了')
  await text('刚有人改过，请看最新的再改')
  expect(last('edit')?.input).toEqual({ id: 'h1', rev: 'r1', knocks: ['call', 'dog', 'long'] })
  await waitFor(() =>
    expect([...document.querySelectorAll('.choice__option--on')].map(one => one.textContent)).toEqual([
      '一个人住',
      '耳朵不好',
    ]),
  )
})

test('opened without a household no page loads for ever', async () => {
  router.params = {}
  for (const Page of [HouseholdOne, HouseholdLooks, HouseholdEdit]) {
    render(<Page />)
    await text('没找到这一家')
    cleanup()
  }
})
