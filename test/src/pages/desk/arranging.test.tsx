import { router } from '../../../../config/jest/taro'
import { startAgain, tell, fine } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import ErrandPropose from '@/pages/errand/propose'
import ErrandRelieve from '@/pages/errand/relieve'
import ErrandTurns from '@/pages/errand/turns'
import { communityId, errand, forget, last, person, redButtons, rider, rows, textsOf, town } from './town'

const text = (part: string | RegExp) => screen.findByText(part)
const proposed = (riderId: string, name: string, ...more: string[]) => ({
  proposed: { riderId, name, reasons: ['做这行', '本周 2 单'], shown: [riderId, ...more] },
})
const two = [
  errand('a', 'requested', 53, proposed('zhang', '张师傅', 'li')),
  errand('b', 'requested', 83, { elder: '孙大爷', ...proposed('li', '李师傅', 'zhang') }),
]
const both = rows([rider('li', '李师傅'), rider('zhang', '张师傅')])
const tap = async (words: string | RegExp, at = 0) => {
  await waitFor(() => expect(screen.getAllByText(words).length).toBeGreaterThan(at))
  fireEvent.click(screen.getAllByText(words)[at] ?? document.body)
}

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  act(() => meet(person('dispatcher')))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  router.params = {}
  cleanup()
  await forget()
})

describe('一起派', () => {
  test('each errand with one rider and why him; confirmed as it is, it says what became of each', async () => {
    const became = fine({
      rows: [
        { id: 'a', state: 'dispatched' },
        { id: 'b', code: 'WRONG_STATE', detail: { who: '王师傅' } },
      ],
    })
    town({ propose: rows(two), dispatchMany: became })
    render(<ErrandPropose />)
    await text(/送饭 · 王大爷 · 3号楼/)
    expect(textsOf('arrange__who')).toEqual(['张师傅', '李师傅'])
    expect(redButtons()).toEqual(['照这样派 2 单'])
    await tap('照这样派 2 单')
    await text('派了 1 单')
    await text('送饭 · 孙大爷')
    await text('王师傅已经接手了，请看最新情况')
    expect(last('dispatchMany')?.input).toEqual({
      communityId,
      list: [
        { id: 'a', riderId: 'zhang', shown: ['zhang', 'li'] },
        { id: 'b', riderId: 'li', shown: ['li', 'zhang'] },
      ],
    })
  })

  test('one is changed, with its reason, and one is left out; nothing is written before it is confirmed', async () => {
    town({ propose: rows(two), riders: both, dispatchMany: rows([{ id: 'a', state: 'dispatched' }]) })
    render(<ErrandPropose />)
    await tap('换人')
    await tap('请李师傅去')
    await text('为什么是李师傅？')
    await tap('家里要他')
    await waitFor(() => expect(textsOf('arrange__who')).toEqual(['李师傅', '李师傅']))
    await tap('先不派', 1)
    expect(last('dispatchMany')).toBeUndefined()
    await tap('照这样派 1 单')
    await text('派了 1 单')
    expect(last('dispatchMany')?.input).toEqual({
      communityId,
      list: [{ id: 'a', riderId: 'li', shown: ['zhang', 'li'], because: 'family' }],
    })
  })

  test('two that one driver cannot do at once are said to clash, until one is somebody else’s', async () => {
    const { when } = two[0] ?? {}
    const ride = { kind: 'ride', ride: { place: '一中', leg: 'there' }, when }
    const lunch = { ...errand('b', 'requested', 53, { elder: '孙大爷', ...proposed('zhang', '张师傅', 'li') }), when }
    town({
      propose: rows([errand('a', 'requested', 53, { ...ride, ...proposed('zhang', '张师傅', 'li') }), lunch]),
      riders: both,
    })
    render(<ErrandPropose />)
    await text('和“接送考生 · 王大爷”撞了时间，换一位')
    await text('和“送饭 · 孙大爷”撞了时间，换一位')
    await tap('先不派', 1)
    await waitFor(() => expect(screen.queryByText(/撞了时间/)).toBeNull())
  })

  test('all of them to one rider who may carry them all', async () => {
    town({
      propose: rows(two),
      riders: rows([rider('li', '李师傅', { inHand: 1 }), rider('zhang', '张师傅')]),
      dispatchMany: rows([]),
    })
    render(<ErrandPropose />)
    await tap('都派给一个人')
    await text('2 单都派给谁？')
    // 李师傅 has one in hand: two more are too many.
    await waitFor(() => expect(document.querySelectorAll('.errand-rider')).toHaveLength(1))
    fireEvent.click(document.querySelector('.errand-rider .button') ?? document.body)
    await tap('我知道他更合适')
    await waitFor(() => expect(textsOf('arrange__who')).toEqual(['张师傅', '张师傅']))
  })

  test('nobody can go: the errand says so, and stays', async () => {
    town({ propose: rows([errand('a', 'requested', 53)]) })
    render(<ErrandPropose />)
    await text('现在没有合适的师傅')
    await text('一单也没选')
  })

  test('nothing waits; and whoever is no desk reads whose it is', async () => {
    town({ propose: rows([]) })
    render(<ErrandPropose />)
    await text('没有等派的')
    cleanup()
    act(() => meet(person('rider')))
    render(<ErrandPropose />)
    await text('派单由社区来办')
  })
})

test('今天来不了: why first, then all that he has goes as proposed or back to the desk', async () => {
  const his = [
    errand('a', 'accepted', 53, { riderId: 'zhang', riderName: '张师傅', ...proposed('li', '李师傅') }),
    errand('b', 'dispatched', 83, { elder: '孙大爷', offer: { to: 'rider', riderId: 'zhang', at: 0, until: 0 } }),
  ]
  const became = rows([
    { id: 'a', state: 'dispatched' },
    { id: 'b', state: 'requested' },
  ])
  town({ propose: rows(his), riders: both, relieve: became })
  router.params = { id: 'zhang' }
  render(<ErrandRelieve />)
  await text('张师傅今天来不了')
  await text('先点一下为什么')
  await tap('身体不舒服')
  await tap('照这样换 2 单')
  await text(/2 单都交出去了/)
  expect(last('propose')?.input).toEqual({ communityId, from: 'zhang' })
  expect(last('relieve')?.input).toEqual({
    communityId,
    riderId: 'zhang',
    absent: 'ill',
    list: [{ id: 'a', to: 'li', shown: ['li'] }, { id: 'b' }],
  })
})

test('今天来不了: whoever is chosen instead owes no reason, which nobody would write down', async () => {
  const his = [errand('a', 'accepted', 53, { riderId: 'zhang', riderName: '张师傅', ...proposed('li', '李师傅') })]
  const riders = rows([rider('li', '李师傅'), rider('wang', '王师傅'), rider('zhang', '张师傅')])
  town({ propose: rows(his), riders, relieve: rows([{ id: 'a', state: 'dispatched' }]) })
  router.params = { id: 'zhang' }
  render(<ErrandRelieve />)
  await tap('身体不舒服')
  await tap('换人')
  await tap('请王师傅去')
  expect(screen.queryByText(/^为什么是/)).toBeNull()
  await tap('照这样换 1 单')
  await text(/1 单都交出去了/)
  expect(last('relieve')?.input).toMatchObject({ list: [{ id: 'a', to: 'wang' }] })
})

test('轮到谁: who has not had a turn and who is near his cap, by name, in words', async () => {
  const turn = (id: string, name: string, more: object) => ({ id, name, trade: 'courier', week: 0, month: 0, ...more })
  town({
    turns: rows([
      turn('a', '安师傅', { week: 9, month: 20, weeklyCap: 10 }),
      turn('b', '白师傅', { weeklyCap: 0 }),
      turn('c', '陈师傅', { week: 2, month: 7 }),
      turn('d', '丁师傅', {}),
    ]),
  })
  render(<ErrandTurns />)
  await text('还没轮到的人')
  expect(textsOf('arrange__who')).toEqual(['白师傅', '丁师傅', '安师傅'])
  await text(/本周 9 单，上限 10 单/)
  await tap(/其他师傅/)
  await text(/本周 2 单，本月 7 单/)
})
