import { arrived, cloud, fine, lost, receipt, refused, startAgain, tell, tenOhSeven } from './played'
import { errand } from '@domain/errand'
import { failures } from '@domain/failure'
import type { Tap } from '@/client/outbox/tap'

const sendOk = (id = 'r1') => fine({ id, state: 'underway', rev: 'r2', at: tenOhSeven })
const asZhang = (more: object = {}) => ({
  id: 'p1',
  name: '张师傅',
  rev: 'm1',
  memberships: [{ communityId: 'c1', role: 'rider' }],
  households: [],
  stations: [],
  freeUntil: 0,
  readAt: 0,
  ...more,
})

let keys = 0
const tap = (more: Partial<Tap> = {}): Tap => ({
  key: `key-of-tap-${++keys}`,
  verb: 'depart',
  errandId: 'r1',
  personId: 'p1',
  title: '送饭 · 王大爷',
  at: tenOhSeven,
  input: { id: 'r1', happenedAt: tenOhSeven },
  ...more,
})

type Outbox = typeof import('@/client/outbox/outbox')
/** The app as it is opened: nothing is in memory, the phone's drawer is as it was left, and there is a network. One opened before stays without. */
async function opened(openid = 'o-zhang', me: object = asZhang()): Promise<Outbox> {
  jest.resetModules()
  localStorage.setItem(`xinlin.${openid}.me`, JSON.stringify(me))
  const outbox = require('@/client/outbox/outbox') as Outbox
  tell('identity', { openid })
  await settled()
  return outbox
}
const settled = async () => {
  for (let i = 0; i < 30; i++) await Promise.resolve()
  await new Promise(done => setTimeout(done, 5))
}
const offline = (value: boolean) => tell('offline', { value })
const codeOf = (doing: Promise<unknown>) => doing.then(String, (fault: { code: string }) => fault.code)

beforeEach(() => {
  startAgain()
  localStorage.clear()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})

test('in a basement a tap is kept, and goes out by itself, in order and once, when the network is back', async () => {
  const { done, myTaps } = await opened()
  cloud(() => sendOk())
  offline(true)
  const first = tap()
  const second = tap({ verb: 'deliver', input: { id: 'r1', how: 'person', happenedAt: tenOhSeven } })
  expect(await done(first)).toBeUndefined()
  expect(await done(second)).toBeUndefined()
  expect(arrived).toEqual([])
  expect(myTaps()).toHaveLength(2)
  offline(false)
  await settled()
  expect(arrived.map(({ verb, key }) => [verb, key])).toEqual([
    ['depart', first.key],
    ['deliver', second.key],
  ])
  expect(arrived[0]?.input).toEqual(first.input)
  expect(myTaps()).toEqual([])
})

test('a phone that was switched off in between sends it when the app opens again', async () => {
  const before = await opened()
  offline(true)
  const kept = tap()
  await before.done(kept)
  cloud(() => sendOk())
  const { myTaps } = await opened()
  expect(arrived.map(({ key }) => key)).toEqual([kept.key])
  expect(myTaps()).toEqual([])
})

test('a reply that was lost is asked for once more with the same key and the very same input', async () => {
  const { done, send, myTaps } = await opened()
  cloud(lost)
  const kept = tap()
  expect(await done(kept)).toBeUndefined()
  cloud(() => sendOk())
  await send()
  expect(new Set(arrived.map(({ key }) => key))).toEqual(new Set([kept.key]))
  expect(new Set(arrived.map(({ input }) => JSON.stringify(input))).size).toBe(1)
  expect(myTaps()).toEqual([])
})

test('what the cloud refuses while one looks is told there and kept no longer', async () => {
  const { done, myTaps } = await opened()
  cloud(() => refused('WRONG_DIGITS', { left: 3 }))
  expect(await codeOf(done(tap({ verb: 'deliver' })))).toBe('WRONG_DIGITS')
  expect(myTaps()).toEqual([])
})

test.each([
  ['WRONG_STATE', '这一单已经取消，或换了人去'],
  ['FORBIDDEN', '这一单已经取消，或换了人去'],
  ['ASK_DESK', failures.ASK_DESK()],
])('what it refuses later (%s) stays until it was read, and holds up nothing behind it', async (code, words) => {
  const before = await opened()
  offline(true)
  const [first, second] = [tap(), tap({ errandId: 'r2', input: { id: 'r2' } })]
  await before.done(first)
  await before.done(second)
  cloud(({ input }) => (JSON.stringify(input).includes('r1') ? refused(code) : sendOk('r2')))
  const { myTaps, putAway } = await opened()
  expect(arrived.map(({ key }) => key)).toEqual([first.key, second.key])
  expect(myTaps()).toMatchObject([{ key: first.key, refused: words }])
  const later = await opened()
  expect(later.myTaps()).toHaveLength(1)
  putAway(first.key)
  expect(myTaps()).toEqual([])
})

test('nothing of whoever had the phone before is sent by the next one, in his drawer or in the same', async () => {
  const before = await opened()
  offline(true)
  await before.done(tap())
  cloud(() => sendOk())
  expect((await opened('o-li', asZhang({ id: 'p2' }))).myTaps()).toEqual([])
  expect((await opened('o-zhang', asZhang({ id: 'p2' }))).myTaps()).toEqual([])
  expect(arrived).toEqual([])
})

test('a cloud that is broken is tried again, at last no more', async () => {
  const { done, send, myTaps } = await opened()
  cloud(() => refused('BROKEN'))
  await done(tap())
  for (let i = 0; i < 6; i++) await send()
  expect(arrived).toHaveLength(5)
  expect(myTaps()).toMatchObject([{ refused: failures.BROKEN() }])
})

test('who taps the same again after the cloud broke over it sends the first one again: one key, one time, one photo', async () => {
  const { done, send, myTaps } = await opened()
  localStorage.setItem('xinlin.o-zhang.photo.c', JSON.stringify(btoa('jpeg')))
  cloud(() => refused('BROKEN'))
  const first = tap()
  await done(first)
  for (let i = 0; i < 6; i++) await send()
  cloud(() => sendOk())
  const photo = { kept: 'photo.c', path: 'photo/r1-c.jpg' }
  expect(await done(tap({ input: { happenedAt: tenOhSeven + 1, id: 'r1' }, photo }))).toMatchObject({ id: 'r1' })
  expect(new Set(arrived.map(({ key }) => key))).toEqual(new Set([first.key]))
  expect(new Set(arrived.map(({ input }) => JSON.stringify(input)))).toEqual(new Set([JSON.stringify(first.input)]))
  expect(localStorage.getItem('xinlin.o-zhang.photo.c')).toBeNull()
  expect(myTaps()).toEqual([])
})

test('what waits already is not kept twice; the same on another errand, or with other words, is', async () => {
  const { done, myTaps } = await opened()
  offline(true)
  const why = (words: string) => tap({ verb: 'fail', input: { id: 'r1', why: words, happenedAt: ++keys } })
  for (const one of [tap(), tap(), tap({ errandId: 'r2', input: { id: 'r2' } }), why('没人'), why('没人'), why('拒收')])
    await done(one)
  expect(myTaps()).toHaveLength(4)
})

test('junk in the drawer, and a tap of another version, hold up nobody', async () => {
  localStorage.setItem('xinlin.o-zhang.outbox', JSON.stringify([null, 'x', { key: 1 }, tap({ verb: 'flew' }), tap()]))
  cloud(() => sendOk())
  const { myTaps } = await opened()
  expect(arrived.map(({ verb }) => verb)).toEqual(['depart'])
  expect(myTaps()).toMatchObject([{ verb: 'flew', refused: failures.UNKNOWN_VERB() }])
})

test('the photo goes up first, under its errand’s name, once; one that the phone has no more is said', async () => {
  const { done } = await opened()
  localStorage.setItem('xinlin.o-zhang.photo.a', JSON.stringify(btoa('jpeg')))
  const uploads: string[] = []
  const real = window.fetch
  window.fetch = ((url: string, init: RequestInit) => {
    if (!String(url).startsWith('/storage/')) return real(url, init)
    uploads.push(String(url))
    return Promise.resolve({ json: async () => ({ fileID: 'cloud://e.1/photo/r1-a.jpg' }) })
  }) as typeof window.fetch
  cloud(lost)
  const photo = { kept: 'photo.a', path: 'photo/r1-a.jpg' }
  const kept = tap({ verb: 'deliver', input: { id: 'r1', how: 'photo' }, photo })
  expect(await done(kept)).toBeUndefined()
  cloud(() => receipt('r1'))
  const again = await opened()
  expect(uploads).toEqual(['/storage/upload?path=photo/r1-a.jpg'])
  expect(new Set(arrived.map(({ input }) => JSON.stringify(input)))).toEqual(
    new Set([JSON.stringify({ id: 'r1', how: 'photo', photo: 'cloud://e.1/photo/r1-a.jpg' })]),
  )
  expect(localStorage.getItem('xinlin.o-zhang.photo.a')).toBeNull()
  expect(again.myTaps()).toEqual([])
  const gone = tap({ verb: 'deliver', input: { id: 'r1', how: 'photo' }, photo: { ...photo, kept: 'photo.b' } })
  expect(await codeOf(again.done(gone))).toBe('PHOTO_GONE')
  window.fetch = real
  expect(again.myTaps()).toEqual([])
})

/** The cloud's store answers every photo so; what else is asked goes on to the cloud. */
function storing(answer: () => Promise<unknown>): { times: () => number; over: () => void } {
  const real = window.fetch
  let times = 0
  window.fetch = ((url: string, init: RequestInit) => {
    if (!String(url).startsWith('/storage/')) return real(url, init)
    times++
    return answer()
  }) as typeof window.fetch
  return { times: () => times, over: () => void (window.fetch = real) }
}
const withPhoto = (name: string): Tap => {
  localStorage.setItem(`xinlin.o-zhang.photo.${name}`, JSON.stringify(btoa('jpeg')))
  const photo = { kept: `photo.${name}`, path: `photo/r1-${name}.jpg` }
  return tap({ verb: 'deliver', input: { id: 'r1', how: 'photo' }, photo })
}

test('a photo that the cloud will never have holds up nothing behind it; its tap is put before him, and does without', async () => {
  const before = await opened()
  offline(true)
  const [first, second] = [withPhoto('d'), tap({ errandId: 'r2', input: { id: 'r2' } })]
  await before.done(first)
  await before.done(second)
  cloud(() => sendOk())
  const store = storing(async () => ({ json: async () => ({ errCode: -502003 }) }))
  const { done, myTaps, putAway } = await opened()
  expect(store.times()).toBe(1)
  expect(arrived.map(({ key }) => key)).toEqual([second.key])
  expect(myTaps()).toMatchObject([{ key: first.key, refused: failures.PHOTO_STAYED() }])
  putAway(first.key)
  const byWord = tap({ verb: 'deliver', input: { id: 'r1', how: 'door' } })
  expect(await done(byWord)).toMatchObject({ id: 'r1' })
  expect(await codeOf(done(withPhoto('e')))).toBe('PHOTO_STAYED')
  store.over()
})

test('a photo that a network loses again and again is given up at last, and what waits behind it goes', async () => {
  const { done, send, myTaps } = await opened()
  cloud(() => sendOk())
  const store = storing(() => Promise.reject(new TypeError('Failed to fetch')))
  const first = withPhoto('f')
  expect(await done(first)).toBeUndefined()
  const second = tap({ errandId: 'r2', input: { id: 'r2' } })
  expect(await done(second)).toBeUndefined()
  expect(arrived).toEqual([])
  while (myTaps().some(({ refused: why }) => why === undefined) && store.times() < 100) await send()
  expect(store.times()).toBe(15)
  expect(arrived.map(({ key }) => key)).toEqual([second.key])
  expect(myTaps()).toMatchObject([{ key: first.key, refused: failures.PHOTO_STAYED() }])
  store.over()
})

test('every verb of the outbox takes the time at which it was really done', () => {
  for (const verb of ['depart', 'deliver', 'handBack', 'fail'] as const)
    expect(Object.keys(Object(errand[verb].input).def.shape)).toContain('happenedAt')
})
