import { said, fine, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import { nobody, type Role } from '@domain/role'
import { meet } from '@/client/me'
import ErrandInbox from '@/pages/errand/inbox'
import ErrandOne from '@/pages/errand/one'
import { communityId, daughter, forget, last, lunch, now, redButtons, rows, town, verbs } from '../family/home'

const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))
const carried = { my: ['rider'], riderId: 'zhang', riderName: '张师傅', word: '桂花' }
const be = (role: Extract<Role, 'rider' | 'dispatcher'>) =>
  act(() =>
    meet({ ...nobody, id: 'zhang', name: '张师傅', rev: `r-${Math.random()}`, memberships: [{ communityId, role }] }),
  )

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  router.params = { id: 'e1' }
  act(() => meet(daughter()))
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('who stands in is named; whoever had accepted it before goes all the same, and each reader reads so', async () => {
  const stands = { my: ['family'], substituteName: '李师傅' }
  town({ one: fine(lunch('requested', stands)) })
  const { unmount } = render(<ErrandOne />)
  await text('今天由李师傅替')
  unmount()
  for (const [my, who] of [
    ['family', '张师傅'],
    ['rider', '您'],
  ] as const) {
    await forget()
    act(() => meet(my === 'family' ? daughter() : { ...nobody, id: 'zhang', name: '张师傅', rev: 'r-zhang' }))
    town({ one: fine(lunch('accepted', { ...carried, ...stands, my: [my] })) })
    const shown = render(<ErrandOne />)
    await text(`今天本来由李师傅替，${who}先答应了，还是${who}去`)
    shown.unmount()
  }
})

test.each([
  ['there', '从哪儿接'],
  ['back', '送到'],
])('of an examination, the way %s, the family reads where the home comes in: %s', async (leg, words) => {
  const ride = { kind: 'ride', ride: { place: '第一中学', leg } }
  town({ one: fine(lunch('accepted', { ...carried, my: ['family'], ...ride })) })
  render(<ErrandOne />)
  await text(words)
})

test('the family reads its word and its digits, what happened, and no door', async () => {
  const timeline = [
    { verb: 'request', who: '王女士', as: 'resident', at: now - 20 * 60_000 },
    { verb: 'accept', who: '张师傅', as: 'rider', at: now },
    { verb: 'fromANewerCloud', who: '李书记', as: 'dispatcher', at: now },
  ]
  town({ one: fine(lunch('accepted', { ...carried, my: ['family'], digits: '4821', timeline })) })
  render(<ErrandOne />)
  await text('爸爸的午饭')
  expect(screen.getByText('桂花')).toBeTruthy()
  expect(screen.getByText('4821')).toBeTruthy()
  expect(screen.getByText('隔了 20 分钟')).toBeTruthy()
  expect(screen.getByText('李书记 有新进展')).toBeTruthy()
  expect(screen.getByText('社区组织的无偿志愿服务，不收跑腿费。急病打 120。')).toBeTruthy()
})

test.each([
  ['a ride', { kind: 'ride', ride: { place: '第一中学', leg: 'there' } }, ['到考点了', '知道了']],
  ['a parcel that is sent', { kind: 'parcel', what: '寄快递' }, ['寄出了', '知道了']],
  ['a meal', {}, ['送到了', '收到了']],
])('what happened on %s is told in its own words', async (_, more, words) => {
  const timeline = [
    { verb: 'deliver', who: '张师傅', as: 'rider', at: now - 60_000 },
    { verb: 'confirm', who: '王女士', as: 'resident', at: now },
  ]
  town({ one: fine(lunch('confirmed', { ...more, riderName: '张师傅', timeline })) })
  render(<ErrandOne />)
  await text(`张师傅 ${words[0]}`)
  await text(`王女士 ${words[1]}`)
})

test('whoever is asked by name and opens it has seen it: said once, and without a word when it is not taken', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  be('rider')
  const offer = { to: 'rider' as const, at: now, until: now }
  town({ one: fine(lunch('dispatched', { my: ['asked'], offer })), see: refused('BROKEN') })
  const shown = render(<ErrandOne />)
  await text('接单')
  await waitFor(() => expect(last('see')?.input).toEqual({ id: 'e1' }))
  shown.rerender(<ErrandOne />)
  act(() => tell('changed', { collection: 'errands', communityId }))
  await waitFor(() => expect(verbs().filter(verb => verb === 'one')).toHaveLength(2))
  await text('接单')
  expect(verbs().filter(verb => verb === 'see')).toHaveLength(1)
  expect(screen.queryByText(/系统出了点问题/)).toBeNull()
  log.mockRestore()
})

test.each([
  ['who has seen it before', ['asked'], { to: 'rider' as const, at: now, until: now, seenAt: now }],
  ['who is asked with everybody', ['asked'], { to: 'pool' as const, at: now, until: now }],
  ['the family', ['family'], { to: 'rider' as const, at: now, until: now }],
])('opened by %s it writes nothing', async (_, my, offer) => {
  if (my.includes('asked')) be('rider')
  town({ one: fine(lunch('dispatched', { my, offer })) })
  render(<ErrandOne />)
  await text(my.includes('asked') ? '接单' : '爸爸的午饭')
  await act(async () => undefined)
  expect(verbs()).not.toContain('see')
})

test('送到了 and to whom: two taps', async () => {
  be('rider')
  town({ one: fine(lunch('underway', carried)) })
  render(<ErrandOne />)
  expect((await text('送到了')) && redButtons()).toEqual(['送到了'])
  await tap('送到了')
  await tap('交给了本人')
  await waitFor(() => expect(last('deliver')?.input).toMatchObject({ id: 'e1', how: 'person' }))
})

test('who loses the race is told who has it', async () => {
  be('rider')
  town({
    one: fine(lunch('dispatched', { my: ['asked'], offer: { to: 'pool', at: now, until: now } })),
    accept: refused('TAKEN', { who: '李师傅' }),
  })
  render(<ErrandOne />)
  await tap('接单')
  await text('刚被李师傅接了，谢谢您')
  expect(said.find(({ what }) => what === 'subscribe')?.payload).toMatchObject({
    templates: [{ name: 'task' }, { name: 'change' }],
  })
})

test('去不了了 needs a reason, and says where the goods are', async () => {
  be('rider')
  town({ one: fine(lunch('accepted', carried)) })
  render(<ErrandOne />)
  await tap('去不了了，转回社区')
  await tap('车坏了')
  await tap('门卫那里')
  const [, send] = screen.getAllByText('去不了了，转回社区')
  if (send) fireEvent.click(send)
  await waitFor(() =>
    expect(last('handBack')?.input).toMatchObject({ id: 'e1', why: '车坏了', reason: 'vehicle', goodsAt: '门卫那里' }),
  )
})

test('去不了了 with what he laid out for in hand is told as 没送成, where the sum can be written', async () => {
  be('rider')
  town({ one: fine(lunch('accepted', { ...carried, money: { how: 'atDoor', capYuan: 50 } })) })
  render(<ErrandOne />)
  await tap('去不了了，转回社区')
  await tap('车坏了')
  await tap('门卫那里')
  await tap('没送成，告诉社区')
  await waitFor(() => expect(last('fail')?.input).toMatchObject({ id: 'e1', why: '车坏了', goodsAt: '门卫那里' }))
  expect(verbs()).not.toContain('handBack')
})

test('the door stays on the phone once it was looked at, and is forgotten when the errand is over', async () => {
  be('rider')
  const phones = [{ number: '87650001', whose: '座机' }]
  town({ one: fine(lunch('accepted', carried)), reveal: fine({ place: '3号楼 2单元 602', phones }) })
  const { unmount } = render(<ErrandOne />)
  await tap('看门牌和电话（家里会看到记录）')
  await text('3号楼 2单元 602')
  unmount()
  render(<ErrandOne />)
  await text('3号楼 2单元 602')
  expect(verbs().filter(verb => verb === 'reveal')).toHaveLength(1)
  cleanup()
  await forget()
  town({ one: fine(lunch('confirmed', { my: ['rider'], householdId: undefined })) })
  render(<ErrandOne />)
  await text('办好了，谢谢您')
  expect(screen.queryByText('3号楼 2单元 602')).toBeNull()
})

test('what must be named is put before everybody only after a second look', async () => {
  be('dispatcher')
  town({ one: fine(lunch('requested', { my: [], namedOnly: true })) })
  render(<ErrandOne />)
  await tap('请大家看看谁顺路')
  await text(/这一单要点名派/)
  expect(last('dispatch')).toBeUndefined()
  await tap('我看过了，放给大家')
  await waitFor(() =>
    expect(last('dispatch')?.input).toEqual({ id: 'e1', communityId, to: 'pool', lifted: true, shown: [] }),
  )
})

test('a passer-by from the group reads the kind and the time, and has no button', async () => {
  be('rider')
  town({ one: fine({ id: 'e1', state: 'requested', communityId, my: [], kind: 'meal', compound: '金星小区' }) })
  render(<ErrandOne />)
  await text('社区正在安排')
  expect(document.querySelectorAll('.errand-actions .button')).toHaveLength(0)
})

test('an errand that is not there says so', async () => {
  town({})
  render(<ErrandOne />)
  await text('没找到，可能已经取消了')
})

test('消息 is read once it is shown, and only then', async () => {
  town({ inbox: rows([{ id: 'e1', say: 'accepted', sentence: '张师傅接了', at: now }]) })
  render(<ErrandInbox />)
  await text('张师傅接了')
  await waitFor(() => expect(last('read')?.input).toEqual({ at: now }))
})

test('消息 with nothing new writes nothing', async () => {
  act(() => meet(daughter({ readAt: now })))
  town({ inbox: rows([{ id: 'e1', say: 'accepted', sentence: '张师傅接了', at: now }]) })
  render(<ErrandInbox />)
  await text('张师傅接了')
  expect(last('read')).toBeUndefined()
})
