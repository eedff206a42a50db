import { hand } from './handset'
import { live } from './town'
import { pack } from './window'

const living = live()

/**
 * Names that stand in the build as a property of something else, or in a part of Taro that nobody here calls; and showModal, which only
 * asks about a newer version.
 */
const unused = ['createSelectorQuery', 'request', 'router', 'showModal', 'uploadFile']

test('every name of WeChat that the build says is played, or refuses by name', async () => {
  const { api } = (await living.phone('daughter')).phone
  expect(pack.asked).toEqual(expect.arrayContaining(['getLocation', 'requirePrivacyAuthorize', 'openPrivacyContract']))
  expect(pack.asked.filter(name => !api.provided.includes(name))).toEqual(unused)
  expect(api.refused).toEqual(unused)
})

/** The build with these lines at the end of its home page, as if somebody had written them there. */
async function written(code: string): Promise<string[]> {
  const home = 'pages/tab/home/index.js'
  const phone = hand(living.town, 'daughter', {}, { ...pack, js: { ...pack.js, [home]: `${pack.js[home]};${code}` } })
  try {
    phone.phone.start()
    await phone.opened()
  } catch (error) {
    return [String(error)]
  } finally {
    await phone.close()
  }
  return phone.phone.errors
}

test('the build as it is goes wrong nowhere', async () => {
  expect(await written('')).toEqual([])
})

test.each([
  ['document.title = "x"', 'Cannot set properties of undefined'],
  ['window.location.href', 'Cannot read properties of undefined'],
  ['localStorage.getItem("x")', 'Cannot read properties of undefined'],
  ['new URL("http://x")', 'URL is not a constructor'],
  ['process.env.X', 'Cannot read properties of undefined'],
  ['eval("1")', 'eval is not available in a mini-program'],
  ['new Function("return 1")', 'new Function is not available in a mini-program'],
  ['require("../me/nothing")', "module 'pages/tab/me/nothing.js' is not defined"],
  ['require("../../study/read/index")', 'lies in a package that is not loaded'],
  ['require.async("../../errand/nothing").catch(console.error)', "module 'pages/errand/nothing.js' is not defined"],
  ['wx.createSelectorQuery()', 'wx.createSelectorQuery is not emulated'],
  ['wx.cloud.database()', 'wx.cloud.database is not emulated'],
  ['wx.setStorageSync("x", undefined)', 'parameter error'],
])('%s is refused', async (code, why) => {
  expect((await written(code)).join('\n')).toContain(why)
})

test.each([
  ['an undefined value', '{ x: undefined }', 'setData: "x" is undefined'],
  ['more than 1 MB', '{ x: "字".repeat(400000) }', 'is more than 1 MB'],
])('setData of %s is refused', async (_, data, why) => {
  expect((await written(`setTimeout(() => getCurrentPages()[0].setData(${data}), 20)`)).join('\n')).toContain(why)
})

test('messages are asked for in a tap alone', async () => {
  const asks = 'wx.requestSubscribeMessage({ tmplIds: ["x"] }).catch(error => console.error(error.errMsg))'
  expect((await written(`setTimeout(() => ${asks}, 20)`)).join('\n')).toContain('by user TAP gesture')
})

test('without wx.cloud.init there is no cloud', async () => {
  const errors = await written('wx.cloud.callFunction({ name: "people" }).catch(error => console.error(error.errMsg))')
  expect(errors.join('\n')).toContain('call wx.cloud.init first')
})
