import { said, startAgain, tell } from '../client/played'
import type { Got, WeChat } from '@/wechat'
import { comesTo, refusals, type Back } from './refusals'

let back: Back
beforeEach(() => {
  startAgain()
  jest.useFakeTimers({ now: Date.UTC(2026, 2, 1) })
  // The phone is started anew for each test.
  jest.isolateModules(() => {
    const { phoneButton } = require('@/wechat/phone-button') as typeof import('../../../src/wechat/phone-button.h5')
    back = {
      wechat: (require('@/wechat') as { wechat: WeChat }).wechat,
      chooseDocument: (require('@/wechat/document') as { chooseDocument: Back['chooseDocument'] }).chooseDocument,
      phoneCode: () => new Promise<Got<string>>(heard => void phoneButton(heard).onTap()),
    }
  })
})
afterEach(() => {
  tell('refuse', { value: [] })
  jest.useRealTimers()
})

test.each(refusals)('who $who is answered as in WeChat, and nothing is asked of him', async ({ asks, stage, ends }) => {
  tell('refuse', { value: [stage] })
  expect(await comesTo(asks(back))).toEqual(ends)
  expect(said.filter(({ kind }) => kind === 'ask')).toEqual([])
})

test('within ten seconds of closing the privacy text he is told to wait, whatever he is asked for', async () => {
  tell('refuse', { value: ['privacy'] })
  expect(await back.wechat.locate()).toMatchObject({ why: 'privacy' })
  jest.advanceTimersByTime(9_999)
  expect(await comesTo(back.wechat.takePhoto())).toEqual({
    code: 'NOT_GIVEN',
    sentence: '刚才没同意，过十秒再点，微信会再问您',
  })
  jest.advanceTimersByTime(1)
  expect(await back.wechat.locate()).toMatchObject({ why: 'privacy' })
})

test('who says no to each message is asked nothing, and his answers are noes', async () => {
  tell('refuse', { value: ['subscribe'] })
  expect(await back.wechat.subscribe(['task'])).toEqual({ answers: { task: 'reject' } })
})
