import { said, fine, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { minuteMs } from '@domain/time'
import { meet } from '@/client/me'
import { DeskHome } from '@/pages/tab/home/DeskHome'
import { errand, forget, last, now, person, redButtons, rider, rows, textsOf, town, widthPx } from './town'

const text = (part: string | RegExp) => screen.findByText(part)
const escalated = (why: string) => ({ escalated: { why, at: now - minuteMs } })

beforeAll(() => tell('identity', { openid: 'o-li' }))
beforeEach(() => {
  startAgain()
  widthPx(375)
  act(() => meet(person('dispatcher')))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  cleanup()
  await forget()
})

describe('卡住', () => {
  test('stands open on top, says why, and has one button that resolves it, which is not the red one', async () => {
    town({
      board: rows([
        errand('a', 'requested', 60),
        errand('b', 'failed', 30, { why: '家里没人', riderName: '李师傅' }),
        errand('c', 'dispatched', 40, { ...escalated('nobodyAccepts'), offer: { to: 'pool', at: now, until: now } }),
        errand('d', 'disputed', 20, { why: '没收到' }),
      ]),
    })
    render(<DeskHome />)
    await text('卡住 3')
    await waitFor(() => expect(textsOf('section__title').slice(0, 2)).toEqual(['卡住 3', '等派 1']))
    const stuck = [...document.querySelectorAll<HTMLElement>('.card--stuck')]
    const reasons = stuck.map(card => card.querySelector('.tag__words')?.textContent)
    expect(reasons).toEqual(['卡住：家里有话说\u00a0· 没收到', '卡住：没送成\u00a0· 家里没人', '卡住：没人接'])
    await waitFor(() => expect(screen.getAllByText('派给张师傅')).toHaveLength(2))
    const buttons = stuck.map(card => [...card.querySelectorAll('.button')].map(node => node.textContent))
    expect(buttons).toEqual([['给家里回话'], ['派给张师傅'], ['换人']])
    expect(redButtons()).toHaveLength(1)
    expect(stuck.some(card => card.querySelector('.button--primary'))).toBe(false)
  })

  test('one who waits in a shop stands there with the answer and the telephones', async () => {
    const more = { fen: 6200, at: now - 3 * minuteMs }
    const owed = { account: 'open', riderId: 'zhang', riderName: '张师傅', money: { how: 'atDoor', capYuan: 50 }, more }
    town({ board: rows([errand('s', 'accepted', 40, owed)]) })
    render(<DeskHome />)
    await text(/^张师傅在店里等：要 62 元，家里还没答/)
    await text('卡住 1')
    expect(screen.getByText('打电话给张师傅')).toBeTruthy()
    expect(screen.getByText('看门牌和电话（家里会看到记录）')).toBeTruthy()
    fireEvent.click(await text('可以，先垫上'))
    await waitFor(() => expect(last('allowMore')?.input).toEqual({ id: 's', fen: 6200, riderId: 'zhang' }))
  })

  test('an answer to the family settles what it had to say', async () => {
    town({ board: rows([errand('d', 'disputed', 20, { why: '没收到' })]) })
    render(<DeskHome />)
    fireEvent.click(await text('给家里回话'))
    const sheet = within(document.querySelector<HTMLElement>('.sheet') ?? document.body)
    expect(sheet.getByText(/没收到/)).toBeTruthy()
    const field = document.querySelector('.sheet textarea, .sheet taro-input-core, .sheet taro-textarea-core')
    if (field) fireEvent(field, new CustomEvent('input', { detail: { value: '找到了，马上送来' } }))
    const [, send] = screen.getAllByText('给家里回话')
    if (send) fireEvent.click(send)
    await waitFor(() => expect(last('settle')?.input).toEqual({ id: 'd', why: '找到了，马上送来' }))
  })
})

describe('等派', () => {
  test('what came within the minute has not waited', async () => {
    town({ board: rows([{ ...errand('new', 'requested', 60), waitingSince: now - 20_000 }]) })
    render(<DeskHome />)
    await text(/^刚来的/)
  })

  test('the one needed first stands first, with how long it has waited', async () => {
    town({
      board: rows([errand('late', 'requested', 90), errand('soon', 'requested', 23), errand('mid', 'requested', 60)]),
    })
    render(<DeskHome />)
    await text('等派 3')
    const heads = ['10:30', '11:07', '11:37']
      .map(at => `${at}\u00a0前`)
      .map(by => `送饭\u00a0· 王大爷\u00a0· 3号楼\u00a0· ${by}`)
    await waitFor(() => expect(textsOf('desk-head__title')).toEqual(heads))
    expect(screen.getAllByText('等了 12 分钟')).toHaveLength(3)
    expect(redButtons()).toHaveLength(1)
  })

  test('一起派 is offered where two may be dispatched; whoever must be telephoned first is none of them', async () => {
    const newcomer = errand('new', 'requested', 60, { newcomer: true })
    town({ board: rows([errand('a', 'requested', 30), newcomer]) })
    const { unmount } = render(<DeskHome />)
    await text('等派 2')
    expect(screen.queryByText('一起派')).toBeNull()
    unmount()
    await forget()
    town({ board: rows([errand('a', 'requested', 30), errand('b', 'requested', 40), newcomer]) })
    render(<DeskHome />)
    await text('一起派')
  })

  test('派给 takes the best of the riders, and says why him', async () => {
    const usual = rider('zhang', '张师傅', { thisWeek: 4 })
    town({
      board: rows([errand('a', 'requested', 23, { regularRiderId: 'zhang' })]),
      riders: rows([rider('li', '李师傅', { free: false }), usual, rider('full', '满师傅', { inHand: 2 })]),
    })
    render(<DeskHome />)
    await text(/张师傅：常送这户.* · 今天有空 · 本周 4 单/)
    fireEvent.click(await text('派给张师傅'))
    await waitFor(() => expect(last('dispatch')?.input).toMatchObject({ id: 'a', to: { riderId: 'zhang' } }))
    expect(last('dispatch')?.input).toMatchObject({ shown: ['zhang', 'li'] })
    expect(last('dispatch')?.input).not.toHaveProperty('because')
    expect(screen.getByText('换人')).toBeTruthy()
    expect(screen.getByText('请大家看看谁顺路')).toBeTruthy()
    expect(screen.getByText('退回并说明')).toBeTruthy()
  })

  test('who said yes on the phone, and 社区自己去, are one tap from the card, and small', async () => {
    town({ board: rows([errand('a', 'requested', 23)]), riders: rows([rider('zhang', '张师傅')]) })
    render(<DeskHome />)
    await text('派给张师傅')
    for (const words of ['电话里答应了', '社区自己去'])
      expect(screen.getByText(words).closest('.button--text')).toBeTruthy()
    expect(redButtons()).toEqual(['派给张师傅'])
    fireEvent.click(screen.getByText('电话里答应了'))
    fireEvent.click(await text('张师傅答应了'))
    await waitFor(() => expect(last('agree')?.input).toMatchObject({ id: 'a', by: { riderId: 'zhang' } }))
  })

  test('why another than the first, is asked in the place of the list, where nobody overlooks it', async () => {
    town({
      board: rows([errand('a', 'requested', 23)]),
      riders: rows([rider('zhang', '张师傅', { thisWeek: 0 }), rider('li', '李师傅')]),
    })
    render(<DeskHome />)
    fireEvent.click(await text('换人'))
    const sheet = () => within(document.querySelector<HTMLElement>('.sheet') ?? document.body)
    fireEvent.click(await waitFor(() => sheet().getByText('派给李师傅')))
    await text('为什么是李师傅？')
    expect(sheet().queryByText(/^派给.师傅$/)).toBeNull()
    fireEvent.click(sheet().getByText('换一位'))
    fireEvent.click(sheet().getByText('派给李师傅'))
    fireEvent.click(await text('他自己说有空'))
    await waitFor(() => expect(last('dispatch')?.input).toMatchObject({ because: 'saidFree', to: { riderId: 'li' } }))
  })

  test('a household that is not known yet is telephoned before anybody is sent', async () => {
    town({
      board: rows([errand('new', 'requested', 23, { newcomer: true })]),
      reveal: fine({ place: '3号楼 2单元 602', phones: [{ number: '87650001', whose: '本人' }] }),
    })
    render(<DeskHome />)
    await text('1 户待核实')
    expect(screen.queryByText(/派给/)).toBeNull()
    expect(screen.queryByText('打过电话核实了')).toBeNull()
    fireEvent.click(await text('看号码（家里会看到记录）'))
    fireEvent.click(await text('打过电话核实了'))
    await waitFor(() => expect(last('verify')?.input).toEqual({ id: 'new', householdId: 'h-new' }))
    expect(last('reveal')?.input).toEqual({ id: 'new', householdId: 'h-new' })
  })

  test('what was sent back to the family waits for it, folded', async () => {
    town({ board: rows([errand('asked', 'returned', 23)]) })
    render(<DeskHome />)
    await text('等家里补 1')
    await text('没有等派的，也没有卡住的')
  })
})

describe('the day', () => {
  test('in numbers; only what was done today counts as done', async () => {
    town({
      board: rows([
        errand('a', 'requested', 30),
        errand('b', 'accepted', 30),
        errand('c', 'confirmed', -30, { closedAt: now }),
        errand('d', 'cancelled', -30, { closedAt: now }),
        errand('e', 'confirmed', -30, { closedAt: now - 24 * 60 * minuteMs }),
      ]),
    })
    render(<DeskHome />)
    await text('等派 1 · 卡住 0 · 在办 1 · 今天办好 1')
    await text('在办 1')
  })

  test('who is on duty is said, and another can take it over', async () => {
    const onDuty = { personId: 'p9', name: '小王', until: now + 60 * minuteMs }
    town({ community: fine({ id: 'jinxing', name: '金星社区', phone: '1', compounds: [], groups: [], onDuty }) })
    render(<DeskHome />)
    await text('今天值班：小王，到 11:07')
    fireEvent.click(screen.getByText('我来值班'))
    await waitFor(() => expect(last('takeDuty')?.input).toEqual({ communityId: 'jinxing', hours: 10 }))
    // Who goes on duty is asked, in the same tap, for the messages the desk needs.
    expect(said.find(({ what }) => what === 'subscribe')?.payload).toMatchObject({ templates: [{ name: 'desk' }] })
  })

  test('on duty oneself there is nothing to take over', async () => {
    const onDuty = { personId: 'p1', name: '李书记', until: now + 60 * minuteMs }
    town({ community: fine({ id: 'jinxing', name: '金星社区', phone: '1', compounds: [], groups: [], onDuty }) })
    render(<DeskHome />)
    await text('今天值班：我，到 11:07')
    expect(screen.queryByText('我来值班')).toBeNull()
  })
})

describe('when there is nothing, or nothing can be shown', () => {
  test('an empty desk says so, and the phone call is the one red button', async () => {
    town({})
    render(<DeskHome />)
    await text('没有等派的，也没有卡住的')
    expect(redButtons()).toEqual(['接到电话，记一单'])
  })

  test('a board that could not be fetched says so and can be asked for again', async () => {
    town({ board: refused('BROKEN') })
    render(<DeskHome />)
    await text('系统出了点问题，请打电话给社区')
    town({ board: rows([errand('a', 'requested', 30)]) })
    fireEvent.click(screen.getByText('再试一次'))
    await text('等派 1')
  })

  test('while it is being fetched that is said, too', () => {
    town({ board: () => new Promise(() => undefined) })
    render(<DeskHome />)
    expect(screen.getByText('正在打开…')).toBeTruthy()
  })
})
