import { tell } from './played'

type Intents = typeof import('@/client/intents')
/** The app as it is opened: nothing is in memory, the phone's drawer is as it was left. */
function opened(openid = 'o-zhang'): Intents {
  jest.resetModules()
  const intents = require('@/client/intents') as Intents
  tell('identity', { openid })
  return intents
}

const intent = 'errand.request {"what":"一份午饭"}'
const hourMs = 3_600_000

beforeEach(() => {
  localStorage.clear()
  jest.useFakeTimers()
  // jsdom cannot begin anew when the phone changes hands.
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => jest.useRealTimers())

test('an app that was killed between a tap and its answer does the same thing once: the key is the same', () => {
  const key = opened().keyOf(intent)
  expect(opened().keyOf(intent)).toBe(key)
  expect(opened().keyOf(`${intent} `)).not.toBe(key)
})

test('what came through is another thing the next time, also after the app was closed', () => {
  const before = opened()
  const key = before.keyOf(intent)
  before.forget(intent)
  expect(opened().keyOf(intent)).not.toBe(key)
  expect(JSON.stringify({ ...localStorage })).not.toContain(key)
})

test('after half a day it is meant anew', () => {
  const key = opened().keyOf(intent)
  jest.setSystemTime(Date.now() + 11 * hourMs)
  expect(opened().keyOf(intent)).toBe(key)
  jest.setSystemTime(Date.now() + 2 * hourMs)
  expect(opened().keyOf(intent)).not.toBe(key)
})

test('the phone keeps no word of it, not without end, and nothing of it for whoever has the phone next', () => {
  const key = opened().keyOf(intent)
  expect(JSON.stringify({ ...localStorage })).toContain(key)
  expect(JSON.stringify({ ...localStorage })).not.toContain('午饭')
  expect(opened('o-li').keyOf(intent)).not.toBe(key)
  const { keyOf } = opened('o-wang')
  for (let i = 0; i < 100; i++) keyOf(`${intent} ${i}`)
  expect(localStorage.getItem('xinlin.o-wang.unanswered')?.match(/"key"/g)).toHaveLength(30)
})

test.each(['junk', '[null,{"of":1}]', '{}'])('junk in the drawer (%s) hinders nobody', junk => {
  localStorage.setItem('xinlin.o-zhang.unanswered', junk)
  expect(opened().keyOf(intent)).toMatch(/./)
})
