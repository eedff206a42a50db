import { arrived, cloud, fine, refused, startAgain, tell } from '../../client/played'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import StationArrive from '@/pages/station/arrive'
import { router } from '../../../../config/jest/taro'
import { answerNext, communityId, page, person, visit } from './played'

const text = (part: string | RegExp) => screen.findByText(part)
const writes = () => arrived.filter(({ key }) => key !== undefined).map(({ verb }) => verb)
const here = { lat: 31.1, lng: 121.1, accuracyMetres: 20 }
const rider = person({ memberships: [{ communityId, role: 'rider' }] })
const lesson = {
  id: 'l1',
  state: 'published',
  communityId,
  my: [],
  title: '电瓶车怎么充电',
  cardCount: 3,
  groupName: '师傅群',
}

const door = { id: 's1', communityId, my: [], name: '红色驿站 · 人民路店', address: '人民路 18 号' }

/** A town whose `arrive` and `announce` answer as told. */
function town(answers: Record<string, unknown>): void {
  const others: Record<string, unknown> = { feed: page([lesson]), behind: fine(door) }
  cloud(({ verb }) => answers[verb] ?? others[verb] ?? refused('NOT_FOUND'))
}

beforeAll(() => tell('identity', { openid: 'o-zhao' }))
beforeEach(() => {
  startAgain()
  router.params = { scene: 'K7Q2M9' }
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(cleanup)

test('opening the page behind the code shows the station and writes nothing', async () => {
  town({})
  render(<StationArrive />)
  await text('门口的码 K7Q2M9')
  await text('红色驿站 · 人民路店')
  expect(writes()).toEqual([])
})

test('inside the radius one tap counts the visit, and a lesson and 我有空 are offered to a rider', async () => {
  town({ arrive: fine(visit('counted'), { me: rider }) })
  render(<StationArrive />)
  fireEvent.click(await text('我到了'))
  await answerNext('locate', { ok: true, fix: here })
  await text('到了，记好了')
  expect(writes()).toEqual(['arrive'])
  expect(arrived.find(({ verb }) => verb === 'arrive')?.input).toEqual({ code: 'K7Q2M9', fix: here })
  await text('电瓶车怎么充电')
  expect(screen.getByText('我有空')).toBeTruthy()
})

test.each([
  ['refused', { ok: false, why: 'refused' }, 'announce', '去设置'],
  ['switched off', { ok: false, why: 'off' }, 'announce', '打开位置再试'],
  ['too far away', { ok: true, fix: here }, 'arrive', '走近一点再试'],
])('a location that is %s leaves three ways, and the visit stands as waiting', async (_, answer, verb, way) => {
  town({ [verb]: fine(visit('waiting')) })
  render(<StationArrive />)
  fireEvent.click(await text('我到了'))
  await answerNext('locate', answer)
  await text('请店里人点一下')
  expect(writes()).toEqual([verb])
  expect(screen.getByText(way)).toBeTruthy()
  expect(screen.getByText('再看一次位置')).toBeTruthy()
  expect(screen.getByText('再扫一次')).toBeTruthy()
  expect(screen.getByText('手输六位码')).toBeTruthy()
  expect(screen.getByText(/先给您记着/)).toBeTruthy()
})

test('what WeChat says to another try is told at once, whatever the cloud still writes down', async () => {
  town({ announce: fine(visit('waiting')) })
  render(<StationArrive />)
  fireEvent.click(await text('我到了'))
  await answerNext('locate', { ok: false, why: 'refused' })
  await text(/^没有打开位置/)
  cloud(() => new Promise(() => undefined))
  fireEvent.click(await text('再看一次位置'))
  await answerNext('locate', { ok: false, why: 'off' })
  await text(/^手机没给出位置/)
})

test('once the clerk has nodded the page says so by itself', async () => {
  town({ announce: fine(visit('waiting')) })
  render(<StationArrive />)
  fireEvent.click(await text('我到了'))
  await answerNext('locate', { ok: false, why: 'refused' })
  await text('请店里人点一下')
  town({ announce: fine(visit('counted')) })
  tell('changed', { collection: 'visits', communityId })
  await text('到了，记好了')
})

test('a code nobody knows, and a closed station, are said in their own words', async () => {
  town({ arrive: refused('STATION_CLOSED') })
  render(<StationArrive />)
  fireEvent.click(await text('我到了'))
  await answerNext('locate', { ok: true, fix: here })
  await text('这个驿站现在没开，看看附近的')
  expect(screen.getByText('再扫一次')).toBeTruthy()
})

test('without a code the six characters can be typed by hand, in small letters, too', async () => {
  router.params = { scene: '__proto__' }
  render(<StationArrive />)
  await text('手输六位码')
  const input = document.querySelector('taro-input-core')
  if (!input) throw new Error('no field')
  fireEvent(input, new CustomEvent('input', { detail: { value: 'k7q2m9' } }))
  await waitFor(() => expect(screen.getByText('就是这个码').closest('.button--off')).toBeNull())
  fireEvent.click(screen.getByText('就是这个码'))
  await text('门口的码 K7Q2M9')
  expect(arrived.filter(({ key }) => key !== undefined)).toEqual([])
})

test('nowhere does the page speak of 打卡 or 签到', async () => {
  render(<StationArrive />)
  await text('我到了')
  expect(document.body.textContent).not.toMatch(/打卡|签到/)
  expect(document.body.textContent).toContain('不扫也能用')
})
