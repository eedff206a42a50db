import { noTo } from '../../local/weapp/browser/leave'
import { refusals } from '../../local/weapp/wx/words'
import type { Refusal } from '../../local/stage/page/protocol'

const holder = (...refused: Refusal[]) => ({ openid: 'zhang', offline: false, refused: new Set(refused) })

test.each([
  ['location', 'location', { fail: 'auth deny' }],
  ['location', 'privacy', { errno: 103 }],
  ['camera', 'camera', { fail: 'auth deny' }],
  ['camera', 'privacy', { errno: 104 }],
  ['phone', 'phone', { fail: 'user deny' }],
  ['phone', 'privacy', { errno: 104 }],
  ['phone', 'undeclared', { errno: 112 }],
] as const)('asked for his %s, who refuses %s says no in WeChat’s words', (permission, refused, words) => {
  expect(refusals[noTo(holder(refused), permission) ?? 'left']).toMatchObject(words)
})

test('who refuses something else may be asked', () => {
  expect(noTo(holder('camera', 'messages', 'weak'), 'location')).toBeUndefined()
  expect(noTo(holder('location', 'camera', 'phone'))).toBeUndefined()
})
