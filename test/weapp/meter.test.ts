import { changedFrom, keep } from './bench'
import { hand, type Handset } from './handset'
import { longLists, openings, rowChange, rowOf, starts, type Sent } from './screens'
import { fill, live, people } from './town'

const living = live()

/** What a screen may cost to open, and a row to change: DESIGN.md 7. */
const most = { bytes: 3072, calls: 2, changed: 300 }
/** A home is more than a list: held where it stands. */
const mostOfHome = { bytes: 13_500, calls: 5 }
/** Names of nodes and the order of two answers move a screen by some bytes; beyond this somebody should know. */
const tolerance = 0.05

let opened: Sent[] = []
let started: Sent[] = []
let changed: Sent
let long: Sent[] = []
beforeAll(async () => {
  const params = await fill(living.town)
  opened = await openings(living, params)
  started = await starts(living)
  changed = await rowChange(living)
  long = await longLists(living)
  keep(all())
})

const all = () => [...opened, ...started, changed, ...long].map(rowOf)

const over = (sent: readonly Sent[], limit: { bytes: number; calls: number }) =>
  sent.filter(({ bytes, calls }) => bytes > limit.bytes || calls > limit.calls)

test('every list opens within the budget', () => {
  expect(opened.length).toBeGreaterThan(11)
  expect(over(opened, most)).toEqual([])
})

test('a list of twenty rows opens within it, too', () => {
  expect(long.map(({ screen }) => screen)).toEqual(['errand/mine, 20 rows', 'errand/inbox, 20 rows'])
  expect(over(long, most)).toEqual([])
})

test.each([
  ['a person who scrolls to the end', (phone: Handset) => phone.top().dispatchEvent(new phone.window.Event('scroll'))],
  ['who has nothing to scroll, by a tap,', (phone: Handset) => phone.tap(/^下面还有/)],
])('%s sees the rest', async (_, goOn) => {
  const phone = await living.phone(people.resident)
  await phone.open('/pages/errand/mine/index')
  const rows = () => phone.top().querySelectorAll('.list-card').length
  expect(rows()).toBe(6)
  await goOn(phone)
  await phone.until(() => rows() === 20, 'waited for all rows')
  expect(phone.words()).not.toContain('下面还有')
})

test('every home opens within what is held', () => {
  expect(started.length).toBe(10)
  expect(over(started, mostOfHome)).toEqual([])
})

test('a row that changed where it stands is sent alone', () => {
  expect(over([changed], { bytes: most.changed, calls: 1 })).toEqual([])
})

test('the kept table says what is sent today', () => {
  expect(changedFrom(all(), tolerance)).toEqual([])
})

test('on a phone that does not know its person yet no home is drawn before the cloud has said who he is', async () => {
  let answer = (): void => undefined
  const answered = new Promise<void>(done => (answer = done))
  const phone = hand(living.town, 'desk', {
    async callFunction(name, data) {
      await answered
      return living.town.cloud.call(name, 'desk', JSON.parse(JSON.stringify(data)))
    },
  })
  phone.phone.start()
  await phone.sees('正在打开…')
  expect(phone.words()).not.toContain('请人帮忙')
  answer()
  await phone.sees('接到电话，记一单')
  await phone.close()
})
