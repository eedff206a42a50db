import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, packageBytes, read, roots, scripts } from './uploaded'

const code = scripts.map(read).join('\n')
const isCalled = (api: string): boolean => new RegExp(`\\.${api}\\b`).test(code)

/** Of WeChat's page on app.json: what must be declared there before it may be called. */
const privateInfos = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]

/** Of WeChat's page on the privacy guide: what is called, or written as an `open-type`, and the item that must then be declared. */
const privacyItems: [said: RegExp, item: string][] = [
  [/\.(getLocation|onLocationChange|startLocationUpdate\w*|getFuzzyLocation)\b/, '位置信息'],
  [/\.(chooseLocation|choosePoi)\b/, '选择的位置信息'],
  [/\.(chooseMedia|chooseImage|chooseVideo)\b/, '照片或视频信息'],
  [/["']chooseAvatar["']|["']nickname["']/, '昵称、头像'],
  [/openType:["'][^"']*getPhoneNumber/, '手机号'],
  [/\.(setClipboardData|getClipboardData)\b/, '剪切板'],
  [/\.(saveImageToPhotosAlbum|saveVideoToPhotosAlbum)\b/, '相册'],
  [/\.addPhone(Repeat)?Calendar\b/, '日历'],
  [/\.chooseMessageFile\b/, '选中的文件'],
  [/\.chooseAddress\b/, '地址'],
  [/\.(startRecord|getRecorderManager)\b/, '麦克风'],
  [/\.createCameraContext\b/, '摄像头'],
]

test('what is private is declared when it is called, and only then', () => {
  expect(app.requiredPrivateInfos).toEqual(privateInfos.filter(isCalled))
  expect(app.requiredPrivateInfos).toEqual(['getLocation'])
})

test('a person reads in at most 30 characters why the place is asked for', () => {
  expect(Object.keys(app.permission)).toEqual(['scope.userLocation'])
  for (const { desc } of Object.values(app.permission)) {
    expect(desc).toMatch(/[\u4e00-\u9fff]/)
    expect(desc.length).toBeLessThanOrEqual(30)
  }
})

test('the README names the privacy items to declare: those that are used', () => {
  const readme = readFileSync(resolve('README.md'), 'utf8')
  const said = /privacy items[^:]*:\s+([^.]+)\./.exec(readme)?.[1]?.split(', ')
  expect(said).toEqual(privacyItems.filter(([call]) => call.test(code)).map(([, item]) => item))
})

test('pages are read when they are opened, and WeChat makes everything small', () => {
  expect(app.lazyCodeLoading).toBe('requiredComponents')
  const { setting } = JSON.parse(read('project.config.json')) as { setting: Record<string, boolean> }
  expect(setting).toMatchObject({ minified: true, minifyWXML: true, minifyWXSS: true })
})

test('no page is indexed: pages are about people', () => {
  const { rules } = JSON.parse(read(app.sitemapLocation)) as { rules: object[] }
  expect(rules).toEqual([{ action: 'disallow', page: '*' }])
})

test('each subpackage is an area, and is fetched ahead from one tab', () => {
  for (const { root } of app.subPackages) expect(root).toMatch(/^pages\/[a-z]+$/)
  const ahead = Object.entries(app.preloadRule)
  expect(ahead.map(([page]) => page).sort()).toEqual([...app.pages].sort())
  expect(ahead.flatMap(([, { packages }]) => packages.map(root => `${root}/`)).sort()).toEqual([...roots].sort())
})

test('what one page fetches ahead is at most the 2 MB that WeChat allows', () => {
  for (const { packages } of Object.values(app.preloadRule)) {
    const bytes = packages.map(root => packageBytes[`${root}/`] ?? 0).reduce((sum, one) => sum + one, 0)
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(2 * 1024 ** 2)
  }
})

test('every tab leads to a page of the main package', () => {
  expect(app.tabBar.list.map(tab => tab.pagePath)).toEqual(app.pages)
})
