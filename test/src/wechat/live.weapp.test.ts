import { called, forget, plays, refuses } from './taro'
import { livened } from '@/wechat/live'

beforeEach(forget)

const sent = { title: '送饭', path: '/pages/errand/one/index?id=e1', imageUrl: '/meal.png' }
const plain = { withShareTicket: true }

test('a live card is announced with its activity, and with the ticket that tells the group', async () => {
  plays('updateShareMenu', async () => undefined)
  expect(await livened(sent, async () => 'a1')).toEqual(sent)
  expect(called('updateShareMenu')).toEqual([
    expect.objectContaining({ ...plain, isUpdatableMessage: true, activityId: 'a1' }),
  ])
})

test.each([
  ['that is none', undefined],
  ['whose activity is not had', async () => undefined],
  ['whose activity cannot be asked for', () => Promise.reject(new Error('offline'))],
])(
  'after a live card, one %s is announced as a plain one: no word of being live, or iOS loses the ticket',
  async (_, live) => {
    plays('updateShareMenu', async () => undefined)
    await livened(sent, async () => 'a1')
    expect(await livened(sent, live)).toEqual(sent)
    expect(called('updateShareMenu')[1]).toStrictEqual(plain)
  },
)

test('a WeChat that knows no such menu sends the card all the same', async () => {
  refuses('updateShareMenu', { errMsg: 'updateShareMenu:fail' })
  expect(await livened(sent)).toEqual(sent)
})
