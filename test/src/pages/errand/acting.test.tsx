import '../../client/played'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
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
  await tap('请董师傅做备用')
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
