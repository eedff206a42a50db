import type { Got, WeChat } from '@/wechat'
import { comesTo, refusals, type Back } from './refusals'
import * as played from './taro'

let back: Back
let answer: object
beforeEach(() => {
  played.forget()
  jest.useFakeTimers({ now: Date.UTC(2026, 2, 1) })
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => played)
    const { phoneButton } = require('@/wechat/phone-button') as typeof import('../../../src/wechat/phone-button.weapp')
    back = {
      wechat: (require('@/wechat') as { wechat: WeChat }).wechat,
      chooseDocument: (require('@/wechat/document') as { chooseDocument: Back['chooseDocument'] }).chooseDocument,
      // WeChat tells its own button.
      phoneCode: () =>
        new Promise<Got<string>>(heard => {
          const { onGetPhoneNumber } = phoneButton(heard)
          Reflect.apply(onGetPhoneNumber ?? (() => undefined), undefined, [{ detail: answer }])
        }),
    }
  })
})
afterEach(() => jest.useRealTimers())

test.each(refusals)('who $who is answered as in the browser', async ({ asks, wechat: { api, fault }, ends }) => {
  answer = fault
  played.refuses(api, fault)
  expect(await comesTo(asks(back))).toEqual(ends)
})

test('within ten seconds of closing the privacy text he is told to wait, whatever he is asked for', async () => {
  played.refuses('getLocation', { errno: 103 })
  played.refuses('chooseMedia', { errno: 104 })
  expect(await back.wechat.locate()).toMatchObject({ why: 'privacy' })
  jest.advanceTimersByTime(9_999)
  expect(await comesTo(back.wechat.takePhoto())).toEqual({
    code: 'NOT_GIVEN',
    sentence: '刚才没同意，过十秒再点，微信会再问您',
  })
  jest.advanceTimersByTime(1)
  expect(await back.wechat.locate()).toMatchObject({ why: 'privacy' })
})
