import { fine, receipt, refused, said, startAgain, tell } from '../../client/played'
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { spelled } from '@domain/line'
import { dayMs, minuteMs } from '@domain/time'
import { meet } from '@/client/me'
import { RiderHome } from '@/pages/tab/home/RiderHome'
import { wechat } from '@/wechat'
import { communityId, errand, forget, last, now, person, redButtons, rows, textsOf, town } from '../desk/town'

const text = (part: string | RegExp) => screen.findByText(part)
const mine = { my: ['rider'], riderId: 'p1', riderName: '张师傅', word: '桂花' }
const named = {
  my: ['asked'],
  offer: { to: 'rider', riderId: 'p1', name: '张师傅', at: now, until: now + 9 * minuteMs },
  elder: undefined,
}
const pooled = { my: ['asked'], offer: { to: 'pool', at: now, until: now + 9 * minuteMs }, elder: undefined }
const be = (more: object = {}) => act(() => meet(person('rider', { trade: 'courier', ...more })))

beforeAll(() => tell('identity', { openid: 'o-zhang' }))
beforeEach(() => {
  startAgain()
  be()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  jest.spyOn(Taro, 'navigateTo').mockResolvedValue({ errMsg: '' })
})
afterEach(async () => {
  cleanup()
  await forget()
})

describe('我有空 / 不打扰', () => {
  test('is one tap; a courier is told of no quiet hours', async () => {
    town({})
    render(<RiderHome />)
    fireEvent.click(await text('我有空'))
    await waitFor(() => expect(last('free')?.input).toEqual({ free: true }))
    expect(screen.queryByText(/送餐高峰/)).toBeNull()
  })

  test('a rider of meals is told when he is left in peace', async () => {
    be({ trade: 'takeaway' })
    town({})
    render(<RiderHome />)
    await text(spelled('11-13、17-19 点是您的送餐高峰，不打扰您'))
  })
})

describe('手上的', () => {
  test('the one needed first is on top, with one red button on the screen; what is for tomorrow stands apart', async () => {
    town({
      offers: rows([
        errand('tomorrow', 'accepted', 24 * 60, mine),
        errand('soon', 'underway', 20, mine),
        errand('mid', 'accepted', 40, mine),
        errand('pool', 'dispatched', 60, pooled),
      ]),
    })
    render(<RiderHome />)
    await text('手上的')
    await waitFor(() => expect(textsOf('rider-place')).toHaveLength(2))
    const told = [...document.querySelectorAll('.rider-line--strong')].map(line => line.textContent)
    const carried = ['10:27', '10:47'].map(by => `最晚 ${by}\u00a0· 口\u2060令\u2060\u00a0\u2060桂\u2060花，到门口先说`)
    expect(told).toEqual([...carried, '明天 09:37-10:07', '今天 10:37-11:07'])
    expect(redButtons()).toEqual(['送到了'])
    await text('约好的')
    const apart = [...document.querySelectorAll('.rider-offer')][0]?.closest('.card')
    expect([...(apart?.querySelectorAll('.button') ?? [])].map(one => one.textContent)).toEqual(['去不了了，转回社区'])
  })

  test('in a storm he reads there that his neck comes first, until it is over', async () => {
    const stop = (until: number) => errand(`e${until}`, 'underway', 40, { ...mine, stop: { why: '暴雨', until } })
    town({ offers: rows([stop(now + minuteMs), stop(now - minuteMs)]) })
    render(<RiderHome />)
    await text('手上的')
    await waitFor(() => expect(screen.getAllByText('天气不好，停稳、安全第一')).toHaveLength(1))
  })

  test('who said that he will be late reads that the community knows', async () => {
    const late = { late: { minutes: 20, at: now }, escalated: { why: 'late', at: now } }
    town({ offers: rows([errand('a', 'underway', -5, { ...mine, ...late })]) })
    render(<RiderHome />)
    await text('社区知道了，10:27 前后到，路上慢点')
  })

  test('我出发了 is one tap, and what was not done has its own small ways', async () => {
    town({ offers: rows([errand('a', 'accepted', 40, mine)]), depart: receipt('a') })
    render(<RiderHome />)
    await text('我出发了')
    // On a small phone only the first is in sight.
    expect(document.querySelector('.card .button')?.textContent).toBe('我出发了')
    fireEvent.click(screen.getByText('我出发了'))
    await waitFor(() => expect(last('depart')?.input).toMatchObject({ id: 'a' }))
    expect(screen.getByText('去不了了，转回社区')).toBeTruthy()
    expect(screen.getByText('没送成')).toBeTruthy()
  })

  test('building and stairs until he looks; then the door first, and the telephone, until the errand is over', async () => {
    const shown = {
      place: '3号楼 2单元 602 · 6 楼没电梯',
      knock: '多敲一会儿',
      phones: [{ number: '13900000002', whose: '女儿' }],
    }
    town({ offers: rows([errand('a', 'accepted', 40, mine)]), reveal: fine(shown) })
    render(<RiderHome />)
    await text('金星小区 3号楼 · 6 楼没电梯')
    fireEvent.click(await text('看门牌和电话（家里会看到记录）'))
    await text('3号楼 2单元 602 · 6 楼没电梯')
    expect(last('reveal')?.input).toEqual({ id: 'a', householdId: 'h-a' })
    expect(screen.queryByText('看门牌和电话（家里会看到记录）')).toBeNull()
    fireEvent.click(screen.getByText('打给女儿'))
    const dialled = () => said.filter(message => message.what === 'phoneCall')
    await waitFor(() => expect(dialled()).toMatchObject([{ payload: { number: '13900000002' } }]))
    cleanup()
    await forget()
    render(<RiderHome />)
    await text('3号楼 2单元 602 · 6 楼没电梯')
  })
})

describe('an app that was closed and is opened again in a basement', () => {
  const offline = (value: boolean) => act(() => tell('offline', { value }))
  const carries = { offers: rows([errand('a', 'accepted', 40, mine), errand('b', 'dispatched', 40, pooled)]) }
  const reopened = async () => {
    cleanup()
    await forget()
    offline(true)
    render(<RiderHome />)
  }
  const nothingKept = () => text('没有网络，您填的都在，连上再试')

  beforeEach(async () => {
    town(carries)
    render(<RiderHome />)
    await text('谁顺路？')
  })
  afterEach(() => {
    offline(false)
    jest.restoreAllMocks()
  })

  test('shows what he carries, as it was, and nothing that is open to others; what he taps waits there', async () => {
    await reopened()
    await text('没连上，这是 10:07 的样子')
    expect(screen.queryByText('谁顺路？')).toBeNull()
    fireEvent.click(await text('我出发了'))
    await text(/^没有网络，已记下，有网就发/)
    await text('送到了')
    // Asked once more, in vain: what stands there stands.
    act(() => tell('changed', { collection: 'errands', communityId }))
    expect(screen.queryByText('正在打开…')).toBeNull()
    town({ ...carries, depart: receipt('a') })
    offline(false)
    await text('谁顺路？')
    await waitFor(() => expect(last('depart')?.input).toMatchObject({ id: 'a' }))
    await waitFor(() => expect(screen.queryByText(/已记下/)).toBeNull())
  })

  test('keeps of it neither door nor phone', () => {
    const kept = JSON.stringify(wechat.storage.get('in-hand'))
    expect(kept).toContain('王大爷')
    for (const secret of ['602', '139']) expect(kept).not.toContain(secret)
  })

  test('shows nothing to another person', async () => {
    be({ id: 'p2' })
    await reopened()
    await nothingKept()
    expect(screen.queryByText('手上的')).toBeNull()
  })

  test('shows nothing a day later', async () => {
    await reopened()
    await text('手上的')
    const later = Date.now() + dayMs
    jest.spyOn(Date, 'now').mockReturnValue(later)
    await reopened()
    await nothingKept()
    expect(screen.queryByText('手上的')).toBeNull()
    expect(wechat.storage.get('in-hand')).toBeDefined()
    jest.resetModules()
    jest.requireActual('@/client/in-hand')
    tell('identity', { openid: 'o-zhang' })
    expect(wechat.storage.get('in-hand')).toBeUndefined()
  })

  test.each([
    ['an answer says that he carries nothing', rows([])],
    ['the cloud tells him nothing any more', refused('FORBIDDEN')],
  ])('keeps nothing once %s', async (_, offers) => {
    town({ offers })
    act(() => tell('changed', { collection: 'errands', communityId }))
    await waitFor(() => expect(wechat.storage.get('in-hand')).toBeUndefined())
  })
})

describe('what he is asked', () => {
  test('by name: 接单 or 这次不行; a tap opens it', async () => {
    town({ offers: rows([errand('a', 'dispatched', 40, named)]) })
    render(<RiderHome />)
    await text('社区请您帮忙')
    expect(screen.getByText('接单')).toBeTruthy()
    expect(screen.getByText('这次不行')).toBeTruthy()
    fireEvent.click(await text('金星小区 3号楼 · 6 楼没电梯'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/errand/one/index?id=a' })
  })

  test('as a backup: for whom he stands in, and by when the driver must be there', async () => {
    const ride = { kind: 'ride', ride: { place: '第一中学', leg: 'there' }, riderName: '杨师傅' }
    const standsBy = { ...ride, my: ['backup'], backupState: 'ready' }
    const drives = { ...ride, my: ['rider'], backupState: 'asked' }
    town({ offers: rows([errand('a', 'accepted', 40, standsBy), errand('b', 'accepted', 83, drives)]) })
    render(<RiderHome />)
    await text('备着的')
    expect(screen.getByText('您是备用：杨师傅去不了时您顶上')).toBeTruthy()
    expect(screen.getByText(/^11:00 要到/)).toBeTruthy()
  })

  test('with everybody: what is carried, from where, by when, without a name or a door', async () => {
    town({ offers: rows([errand('a', 'dispatched', 83, pooled)]) })
    render(<RiderHome />)
    await text('谁顺路？')
    expect(screen.getByText('送饭 · 社区食堂取 · 一份饭 · 已付好，不用给')).toBeTruthy()
    expect(screen.getByText('今天 11:00-11:30')).toBeTruthy()
    expect(screen.queryByText('这次不行')).toBeNull()
  })

  test('who comes second is told who has it, when the card is gone', async () => {
    town({ offers: rows([errand('a', 'dispatched', 40, pooled)]) })
    render(<RiderHome />)
    const accept = await text('接单')
    town({ offers: rows([]), accept: refused('TAKEN', { who: '李师傅' }) })
    fireEvent.click(accept)
    await text('刚被李师傅接了，谢谢您')
    await text('现在没有要帮忙的。不用守着，有事告诉您。')
    expect(screen.getByText('刚被李师傅接了，谢谢您')).toBeTruthy()
  })
})

describe('when there is nothing, or nothing can be shown', () => {
  const station = (id: string, more: object) => ({
    id,
    state: '',
    communityId,
    my: [],
    name: id,
    openFrom: '08:00',
    openUntil: '21:00',
    ...more,
  })

  test("nothing to do is said calmly, with a station that is open now and the community's phone", async () => {
    town({ list: rows([station('shut', { openFrom: '18:00' }), station('红色驿站', {})]) })
    render(<RiderHome />)
    await text('现在没有要帮忙的。不用守着，有事告诉您。')
    await text('红色驿站')
    expect(screen.getByText('开着（按 08:00-21:00）')).toBeTruthy()
    expect(screen.queryByText('shut')).toBeNull()
    await text('打电话给社区')
    expect(screen.getByText('停稳再看手机')).toBeTruthy()
  })

  test('a list that could not be fetched says so and can be asked for again', async () => {
    town({ offers: refused('BROKEN') })
    render(<RiderHome />)
    await text('系统出了点问题，请打电话给社区')
    town({ offers: rows([errand('a', 'dispatched', 40, pooled)]) })
    fireEvent.click(screen.getByText('再试一次'))
    await text('谁顺路？')
  })

  test('while it is being fetched that is said, too', async () => {
    town({ offers: () => new Promise(() => undefined) })
    render(<RiderHome />)
    await text('正在打开…')
  })

  test('who has applied and is not confirmed sees no errand and asks for none', async () => {
    act(() =>
      meet(person(undefined, { application: { communityId, state: 'waiting', trade: 'courier' }, households: [kin] })),
    )
    town({})
    render(<RiderHome />)
    await text('已报名，等社区确认')
    await text('打电话给社区')
    expect(last('offers')).toBeUndefined()
  })
  const kin = { id: 'h1', communityId, calls: '爸爸', elder: '王大爷', place: '金星小区 3号楼' }
})
