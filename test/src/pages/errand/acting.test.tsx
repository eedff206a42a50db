import '../../client/played'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { nobody } from '@domain/role'
import type { RiderCard } from '@domain/errand/dispatching'
import { ErrandActions, type ErrandActing } from '@/components/ErrandActions'
import { communityId, lunch, now } from '../family/home'

afterEach(cleanup)

const actingAs = (role: 'rider' | 'dispatcher', perform: ErrandActing['perform']): ErrandActing => ({
  me: { ...nobody, id: 'me', name: '张师傅', memberships: [{ communityId, role }] },
  now,
  perform,
  busy: false,
  clear: () => undefined,
  takePhoto: async () => undefined,
  uploadPhoto: async () => undefined,
  revealed: () => undefined,
  dial: () => undefined,
})

test('an answer that comes late closes no sheet but its own', async () => {
  const answers: (() => void)[] = []
  const acting = actingAs(
    'rider',
    () => new Promise(done => answers.push(() => done({ id: 'e1', state: 'underway', rev: 'r', at: now } as never))),
  )
  const carried = { my: ['rider'], riderId: 'me', riderName: '张师傅' }
  const drawn = (state: string) => <ErrandActions errand={lunch(state, carried)} side="rider" acting={acting} />
  const { rerender } = render(drawn('accepted'))
  fireEvent.click(screen.getByText('我出发了'))
  rerender(drawn('underway'))
  fireEvent.click(screen.getByText('送到了'))
  await act(async () => answers[0]?.())
  fireEvent.click(screen.getByText('交给了本人'))
  expect(answers).toHaveLength(2)
  await act(async () => answers[1]?.())
  expect(screen.queryByText('交给了本人')).toBeNull()
})

test('the button beside a rider says what it does with him', async () => {
  const tap = (words: string) => act(async () => void fireEvent.click(screen.getByText(words)))
  const dong: RiderCard = {
    id: 'dong',
    name: '董师傅',
    trade: 'hailing',
    areas: [],
    free: true,
    advances: true,
    inHand: 0,
    thisWeek: 0,
    vehicle: 'car',
  }
  const perform = jest.fn(async () => undefined)
  const acting = actingAs('dispatcher', perform)
  const ride = lunch('accepted', { kind: 'ride', my: [], riderId: 'yang', riderName: '杨师傅' })
  const { rerender } = render(<ErrandActions errand={ride} side="desk" acting={acting} riders={[dong]} />)
  await tap('定备用司机')
  await tap('请董师傅备用')
  expect(perform).toHaveBeenLastCalledWith('nameBackup', expect.objectContaining({ riderId: 'dong' }))
  fireEvent.click(screen.getByLabelText('关闭'))

  const asked = lunch('dispatched', {
    my: [],
    offer: { to: 'rider', riderId: 'yang', name: '杨师傅', at: now, until: now },
  })
  rerender(<ErrandActions errand={asked} side="desk" acting={acting} riders={[dong]} />)
  await tap('电话里答应了')
  await tap('董师傅答应了')
  expect(perform).toHaveBeenLastCalledWith('agree', expect.objectContaining({ by: { riderId: 'dong' } }))
})

test.each([
  ['family', 'resident', '他没留电话，请打给社区'],
  ['desk', 'dispatcher', '他没留电话'],
] as const)('that a rider has left no number is said to the %s', async (side, role, words) => {
  const dial = jest.fn()
  const answer = jest.fn(async () => ({ place: '', phones: [] as { number: string; whose: string }[] }))
  const me = { ...nobody, id: 'w', memberships: [{ communityId, role }] }
  const acting = { ...actingAs('rider', answer as never), me, dial }
  const carried = lunch('accepted', { my: side === 'family' ? ['family'] : [], riderId: 'z', riderName: '张师傅' })
  render(<ErrandActions errand={carried} side={side} acting={acting} />)
  const call = () => act(async () => void fireEvent.click(screen.getByText('打电话给张师傅')))
  await call()
  expect(screen.getByText(words)).toBeTruthy()
  answer.mockResolvedValue({ place: '', phones: [{ number: '13900000001', whose: '张师傅' }] })
  await call()
  expect(dial).toHaveBeenCalledWith('13900000001')
  expect(screen.queryByText(words)).toBeNull()
})

test('a home with no number says so beside its door', () => {
  const acting = { ...actingAs('rider', async () => undefined), revealed: () => ({ place: '3号楼 602', phones: [] }) }
  render(<ErrandActions errand={lunch('accepted', { my: ['rider'], riderId: 'me' })} side="rider" acting={acting} />)
  expect(screen.getByText('没留电话')).toBeTruthy()
})

test.each([
  ['a ride there', { kind: 'ride', ride: { place: '第一中学', leg: 'there' } }, '到考点了', ['送到考点了']],
  ['a ride home', { kind: 'ride', ride: { place: '第一中学', leg: 'back' } }, '到家了', ['接回家了']],
  ['a parcel that is sent', { kind: 'parcel', what: '寄快递' }, '寄出了', ['交给快递点，寄出了', '拍一下寄件的小票']],
])('%s ends in its own words, and nothing is left at a door', async (_, more, words, ways) => {
  const perform = jest.fn(async () => undefined)
  const errand = lunch('underway', { my: ['rider'], riderId: 'me', ...more })
  render(<ErrandActions errand={errand} side="rider" acting={actingAs('rider', perform)} />)
  fireEvent.click(screen.getByText(words))
  const sheet = within(screen.getByRole('dialog'))
  expect([...document.querySelectorAll('[role=dialog] .button')].map(({ textContent }) => textContent)).toEqual(ways)
  expect(sheet.queryByText(/门口|邻居|四位数|拍东西|本人/)).toBeNull()
  await act(async () => void fireEvent.click(sheet.getByText(ways[0] ?? '')))
  expect(perform).toHaveBeenCalledWith('deliver', { id: 'e1', how: 'person' }, expect.anything())
})

test('nobody at home has received an examinee: the sheet behind 知道了 says so, too', () => {
  const ride = { kind: 'ride', ride: { place: '第一中学', leg: 'there' }, riderId: 'z', riderName: '张师傅' }
  const me = { ...nobody, id: 'w', memberships: [{ communityId, role: 'resident' as const }] }
  const acting = { ...actingAs('rider', async () => undefined), me }
  const { rerender } = render(<ErrandActions errand={lunch('delivered', ride)} side="family" acting={acting} />)
  fireEvent.click(screen.getByText('知道了，谢谢'))
  expect(screen.getAllByText('知道了，谢谢')).toHaveLength(3)
  expect(screen.queryByText('收到了')).toBeNull()
  rerender(<ErrandActions errand={lunch('delivered')} side="family" acting={acting} />)
  expect(screen.getAllByText('收到了')).toHaveLength(3)
})
