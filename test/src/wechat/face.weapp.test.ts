import * as played from './taro'
import type { WeChat } from '@/wechat/face'

const { called, calls, forget, plays, refuses } = played
const minuteMs = 60_000
let wechat: WeChat
beforeEach(() => {
  forget()
  jest.useFakeTimers({ now: Date.UTC(2026, 2, 1) })
  // The phone is started anew for each test; WeChat stays the one that the test plays.
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => played)
    wechat = (require('@/wechat') as { wechat: WeChat }).wechat
  })
})
afterEach(() => jest.useRealTimers())

const place = { latitude: 26.59, longitude: 104.83, accuracy: 20 }

test('at the start nothing is asked of the person', () => {
  expect(calls.map(({ name }) => name)).toEqual([])
})

test('where the phone is comes as GCJ-02, read once', async () => {
  plays('getLocation', async () => place)
  expect(await wechat.locate()).toEqual({ ok: true, value: { lat: 26.59, lng: 104.83, accuracyMetres: 20 } })
  expect(called('getLocation')).toEqual([expect.objectContaining({ type: 'gcj02' })])
})

test.each([
  ['a permission refused', { errMsg: 'getLocation:fail auth deny' }, 'refused'],
  ['a permission refused, in iOS’ words', { errMsg: 'getLocation:fail:auth denied' }, 'refused'],
  ['a permission refused long ago', { errMsg: 'getLocation:fail authorize no response' }, 'refused'],
  ['the privacy text closed in the merged dialog', { errno: 103, errMsg: 'getLocation:fail' }, 'privacy'],
  [
    'the privacy text closed',
    { errno: 104, errMsg: 'getLocation:fail privacy permission is not authorized' },
    'privacy',
  ],
  [
    'what was never declared',
    { errno: 112, errMsg: 'fail api scope is not declared in the privacy agreement' },
    'undeclared',
  ],
  ['what was declared away', { errMsg: 'getLocation:fail appid privacy api banned' }, 'undeclared'],
  ['location switched off in the phone', { errMsg: 'getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF' }, 'off'],
  ['WeChat itself without the permission', { errMsg: 'getLocation:fail system permission denied' }, 'off'],
  ['something new', { errMsg: 'getLocation:fail' }, 'off'],
  ['a text', 'getLocation:fail auth deny', 'refused'],
])('%s becomes a reason', async (_, fault, why) => {
  plays('getLocation', () => Promise.reject(fault))
  expect(await wechat.locate()).toEqual({ ok: false, why })
})

test('within ten seconds of closing the privacy text WeChat stays silent, and that is said', async () => {
  refuses('getLocation', { errno: 104 })
  expect(await wechat.locate()).toMatchObject({ why: 'privacy' })
  jest.advanceTimersByTime(9_999)
  expect(await wechat.locate()).toMatchObject({ why: 'soon' })
  jest.advanceTimersByTime(minuteMs)
  expect(await wechat.locate()).toMatchObject({ why: 'privacy' })
})

test('a photo turned back from is nothing; a camera not allowed says what to do', async () => {
  refuses('chooseMedia', { errMsg: 'chooseMedia:fail cancel' })
  expect(await wechat.takePhoto()).toBeUndefined()
  refuses('chooseMedia', { errMsg: 'chooseMedia:fail auth deny' })
  await expect(wechat.takePhoto()).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    sentence: '没有打开相机和相册，也没关系',
  })
  refuses('chooseMedia', { errno: 104 })
  await expect(wechat.takePhoto()).rejects.toMatchObject({ code: 'NOT_GIVEN' })
})

test('a scan reads the code, or the page behind a 小程序码; turned back it is nothing', async () => {
  plays('scanCode', async () => ({ result: 'K7Q2M9', path: '' }))
  expect(await wechat.scan()).toBe('K7Q2M9')
  plays('scanCode', async () => ({ result: '', path: 'pages/station/arrive/index?scene=K7Q2M9' }))
  expect(await wechat.scan()).toContain('scene=K7Q2M9')
  refuses('scanCode', { errMsg: 'scanCode:fail cancel' })
  expect(await wechat.scan()).toBeUndefined()
  refuses('scanCode', { errMsg: 'scanCode:fail auth deny' })
  await expect(wechat.scan()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
})

test('several messages are asked for in one dialog, before anything is waited for, and each has its answer', async () => {
  plays('requestSubscribeMessage', async () => ({
    errMsg: 'ok',
    XINLIN_PROGRESS: 'accept',
    XINLIN_DONE: 'acceptWithAudio',
  }))
  plays('getSetting', async () => ({ subscriptionsSetting: { itemSettings: { XINLIN_DONE: 'accept' } } }))
  const asking = wechat.subscribe(['progress', 'done'])
  expect(called('requestSubscribeMessage')).toEqual([
    expect.objectContaining({ tmplIds: ['XINLIN_PROGRESS', 'XINLIN_DONE'] }),
  ])
  expect(await asking).toEqual({ answers: { progress: 'accept', done: 'accept' } })
  expect(wechat.alwaysAllowed()).toEqual(['done'])
})

test.each([
  [
    'refused, banned and doubled',
    { XINLIN_PROGRESS: 'reject', XINLIN_DONE: 'ban' },
    { progress: 'reject', done: 'ban' },
  ],
  ['doubled', { XINLIN_PROGRESS: 'filter' }, { progress: 'filter' }],
  ['words nobody knows', { XINLIN_PROGRESS: 'perhaps', __proto__: 'accept' }, {}],
])('answers that are %s are told apart', async (_, said, answers) => {
  plays('requestSubscribeMessage', async () => said)
  plays('getSetting', async () => ({}))
  expect(await wechat.subscribe(['progress', 'done'])).toEqual({ answers })
})

test('with every message switched off (20004) each counts as refused; when WeChat did not ask, nothing counts', async () => {
  refuses('requestSubscribeMessage', { errCode: 20004, errMsg: 'The main switch is switched off' })
  expect(await wechat.subscribe(['task'])).toEqual({ answers: { task: 'reject' }, why: 'off' })
  for (const errCode of [10002, 10005, 20001, 20013, undefined]) {
    refuses('requestSubscribeMessage', { errCode })
    expect(await wechat.subscribe(['task'])).toEqual({ answers: {}, why: 'unasked' })
  }
})

test('a lost and a weak network are told apart, and each once', () => {
  let onStatus: (status: { isConnected: boolean }) => void = () => undefined
  let onWeak: (status: { weakNet: boolean }) => void = () => undefined
  plays('onNetworkStatusChange', listener => (onStatus = listener as typeof onStatus))
  plays('onNetworkWeakChange', listener => (onWeak = listener as typeof onWeak))
  const heard: string[] = []
  wechat.onNetwork(network => heard.push(network))
  onWeak({ weakNet: true })
  onWeak({ weakNet: true })
  onStatus({ isConnected: false })
  onWeak({ weakNet: false })
  onStatus({ isConnected: true })
  expect(heard).toEqual(['weak', 'none', 'good'])
  expect(wechat.network()).toBe('good')
})

test.each([true, false])('a newer version is put on when the person wants it: %s', confirm => {
  let onReady: () => void = () => undefined
  const applied = jest.fn()
  plays('getUpdateManager', () => ({
    onUpdateReady: (listener: () => void) => (onReady = listener),
    applyUpdate: applied,
  }))
  plays('showModal', options => (options as { success(said: object): void }).success({ confirm }))
  wechat.keepCurrent()
  expect(called('showModal')).toEqual([])
  onReady()
  expect(applied).toHaveBeenCalledTimes(confirm ? 1 : 0)
})

test('a full phone says so, and what it cannot keep breaks nothing', () => {
  plays('setStorageSync', () => {
    throw new Error('setStorage:fail exceed storage max size')
  })
  expect(wechat.storage.set('draft.ask', { step: 1 })).toBe(false)
  plays('setStorageSync', () => undefined)
  expect(wechat.storage.set('draft.ask', { step: 1 })).toBe(true)
})

test('the font setting is read anew each time, between 1 and 1.4', () => {
  for (const [said, scale] of [
    [undefined, 1],
    [1.2, 1.2],
    [1.65, 1.4],
    [0.8, 1],
    ['x', 1],
  ] as const) {
    plays('getAppBaseInfo', () => ({ fontSizeScaleFactor: said }))
    expect(wechat.fontScale()).toBe(scale)
  }
})
