import { fine, refused, said, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { dayMs } from '@domain/time'
import { meet } from '@/client/me'
import { DeskHome } from '@/pages/tab/home/DeskHome'
import { errand, forget, last, now, person, rows, town } from './town'

const text = (part: string | RegExp) => screen.findByText(part)
const call = (more: object = {}) => ({
  id: 'a',
  notice: 'n1',
  state: 'accepted',
  whom: '王大爷',
  sentence: '张师傅 11:00 前到。口令 桂花',
  at: now,
  householdId: 'h-a',
  ...more,
})
const elder = { id: 't1', householdId: 'h-b', elder: '王奶奶', sentence: '家里有人要看记录', at: now }
const carried = errand('a', 'accepted', 30, { riderId: 'zhang', riderName: '张师傅' })
const dialled = () => said.filter(message => message.kind === 'ask' && message.what === 'phoneCall')

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  act(() => meet(person('dispatcher')))
})
afterEach(async () => {
  cleanup()
  await forget()
})

test('a call says what to say; the number comes by the logged tap and is dialled', async () => {
  const phones = [{ number: '87650001', whose: '座机' }]
  town({ board: rows([carried]), calls: rows([call()]), reveal: fine({ place: '3号楼 2单元 602', phones }) })
  render(<DeskHome />)
  await text('要打的电话 1')
  expect(screen.getByText('王大爷：张师傅 11:00 前到。口令 桂花')).toBeTruthy()
  fireEvent.click(screen.getByText('打'))
  await waitFor(() => expect(dialled()).toMatchObject([{ payload: { number: '87650001' } }]))
  expect(last('reveal')?.input).toEqual({ id: 'a', householdId: 'h-a' })
  fireEvent.click(screen.getByText('打了'))
  await waitFor(() => expect(last('called')?.input).toEqual({ id: 'a', notice: 'n1', how: 'done' }))
})

test('whoever says on the telephone that it came is taken at her word: one tap confirms, and that answers the call', async () => {
  town({
    board: rows([errand('a', 'delivered', 30, { riderId: 'zhang', riderName: '张师傅' })]),
    calls: rows([call({ state: 'delivered', sentence: '送到了，交给了本人。收到请点一下' })]),
    confirm: fine({ id: 'a', state: 'confirmed', rev: 'r2', at: now }),
  })
  render(<DeskHome />)
  fireEvent.click(await text('打了，说收到了'))
  await waitFor(() => expect(last('confirm')?.input).toEqual({ id: 'a' }))
  expect(last('called')).toBeUndefined()
})

test('what did not come, or was confirmed meanwhile, is no call that was made', async () => {
  const confirm = refused('WRONG_STATE')
  town({ board: rows([carried]), calls: rows([call(), call({ notice: 'n2', state: 'delivered' })]), confirm })
  render(<DeskHome />)
  await text('要打的电话 2')
  expect(screen.getAllByText('打了，说收到了')).toHaveLength(1)
  fireEvent.click(screen.getByText('打了，说收到了'))
  await text('情况有变，请看最新情况')
  expect(last('called')).toBeUndefined()
})

test("a call for the rider asks for his number, not for the household's", async () => {
  town({
    board: rows([carried]),
    calls: rows([call({ whom: '张师傅', riderId: 'zhang', sentence: '家里不用了，谢谢您' })]),
    reveal: fine({ place: '', phones: [{ number: '13900000001', whose: '张师傅' }] }),
  })
  render(<DeskHome />)
  fireEvent.click(await text('打'))
  await waitFor(() => expect(last('reveal')?.input).toEqual({ id: 'a', householdId: 'h-a', riderId: 'zhang' }))
})

test('nobody answered: it stays, and says that it was tried', async () => {
  town({ board: rows([carried]), calls: rows([call({ noAnswer: true })]) })
  render(<DeskHome />)
  await text('打过，没人接')
  fireEvent.click(screen.getByText('没人接'))
  await waitFor(() => expect(last('called')?.input).toEqual({ id: 'a', notice: 'n1', how: 'noAnswer' }))
})

test('a notice of yesterday says so, not only at what hour', async () => {
  town({ board: rows([carried]), calls: rows([call({ at: now - dayMs })]) })
  render(<DeskHome />)
  await text('昨天 10:07 起没通知到')
})

test.each([
  ['untold', { calls: rows([call()]), untold: refused('BROKEN') }, '要打的电话 1', 2],
  ['calls', { calls: refused('BROKEN'), untold: rows([elder]) }, '要打的电话 1', 2],
  ['untold', { calls: rows([]), untold: refused('BROKEN') }, '要打的电话', 1],
])(
  'when %s does not come it is said and can be asked for again, and what came stands there',
  async (verb, told, title, count) => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined)
    town({ board: rows([carried]), ...told })
    render(<DeskHome />)
    await text(title)
    await text('系统出了点问题，请打电话给社区')
    town({ board: rows([carried]), calls: rows([call()]), untold: rows([elder]) })
    fireEvent.click(screen.getByText('再试一次'))
    await text(`要打的电话 ${count}`)
    expect(last(verb)).toBeTruthy()
    expect(screen.queryByText('系统出了点问题，请打电话给社区')).toBeNull()
  },
)
