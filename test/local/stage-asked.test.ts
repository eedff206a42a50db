import type { Asked } from '../../local/cloud/index'
import { shownAsked } from '../../local/stage/asked'
import { noticeOf } from '../../local/stage/notices'

const by = { openid: 'o-wang', at: 5 }
const card = { what: 'activity', id: 'a', parameters: { member_count: '1', room_limit: '2' } } as const

test.each<[Asked, string, boolean]>([
  [{ ...by, what: 'text', verdict: 'pass' }, '查了一段文字：没有问题', false],
  [{ ...by, what: 'text', verdict: 'risky' }, '查了一段文字：不能公开', true],
  [{ ...by, what: 'media', traceId: 't' }, '在查一张图片', false],
  [{ ...by, what: 'media', traceId: 't', verdict: 'pass', heardBy: 'errand' }, '图片查好了：没有问题', false],
  [{ ...by, what: 'media', traceId: 't', verdict: 'review', heardBy: 'errand' }, '图片查好了：要人再看一眼', true],
  [{ ...by, what: 'media', traceId: 't', verdict: 'pass' }, '图片查好了：没有问题，没有人收结果', true],
  [{ ...by, what: 'media', traceId: 't', verdict: 'unreadable', heardBy: 'errand' }, '图片查好了：没下载到', true],
  [{ ...by, ...card, state: 0 }, '群里的卡片改成：1/2 人', false],
  [{ ...by, ...card, state: 1 }, '群里的卡片改成：已开始', false],
  [{ ...by, what: 'phone', errcode: 0 }, '给了手机号', false],
  [{ ...by, what: 'phone', errcode: 40029 }, '没给手机号：验证码不能用了', true],
  [{ ...by, what: 'group', group: 'g1' }, '从群里的卡片进来', false],
  [{ ...by, what: 'risk', rank: 0 }, '问了风险：0 级', false],
  [{ ...by, what: 'risk', rank: 4 }, '问了风险：4 级', true],
])('%j is said as: %s', (asked, words, isOdd) => {
  const begun = asked.what === 'activity' && asked.state === 1 ? { activity: 'a' } : {}
  expect(shownAsked(asked)).toEqual({ openid: 'o-wang', at: 5, words, isOdd, ...begun })
})

test.each([
  [0, { delivered: true }],
  [43101, { delivered: false }],
  [47003, { delivered: false, wrong: 47003 }],
])('a notice that WeChat answered with %d is shown so', (errcode, shown) => {
  const data = { thing1: { value: '送到了' }, time2: { value: '10:30' } }
  const { words, page, openid, at, ...rest } = noticeOf({ ...by, template: 't', page: 'pages/a', data, errcode })
  expect([words, page, openid, at]).toEqual(['送到了', 'pages/a', 'o-wang', 5])
  expect(rest).toEqual(shown)
})
