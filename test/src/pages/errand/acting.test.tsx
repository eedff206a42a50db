import '../../client/played'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { nobody } from '@domain/role'
import { ErrandActions, type ErrandActing } from '@/components/ErrandActions'
import { communityId, lunch, now } from '../family/home'

afterEach(cleanup)

test('an answer that comes late closes no sheet but its own', async () => {
  const answers: (() => void)[] = []
  const acting: ErrandActing = {
    me: { ...nobody, id: 'zhang', name: '张师傅', memberships: [{ communityId, role: 'rider' }] },
    now,
    perform: () =>
      new Promise(done => answers.push(() => done({ id: 'e1', state: 'underway', rev: 'r', at: now } as never))),
    busy: false,
    clear: () => undefined,
    takePhoto: async () => undefined,
    uploadPhoto: async () => undefined,
    revealed: () => undefined,
    dial: () => undefined,
  }
  const carried = { my: ['rider'], riderId: 'zhang', riderName: '张师傅' }
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
