import { readFileSync } from 'node:fs'

const { edits } = jest.requireActual<{ edits: Record<string, (code: string) => string> }>('../../config/lean.cjs')
const edited = (file: string): string => edits[file]?.(readFileSync(`node_modules/${file}`, 'utf8')) ?? ''

test.each(Object.keys(edits))('%s: there is something to leave out', file => {
  expect(edited(file)).not.toBe(readFileSync(`node_modules/${file}`, 'utf8'))
})

test('what src calls of WeChat stays a promise; what nobody calls is on no list', () => {
  const lists = edited('@tarojs/shared/dist/native-apis.js')
  for (const name of ['getLocation', 'scanCode', 'makePhoneCall', 'requestSubscribeMessage', 'navigateTo'])
    expect(lists).toContain(`'${name}'`)
  expect(lists).not.toContain(`'chooseAddress'`)
})

test('the styles that src sets can be set, and React can hide', () => {
  const list = edited('@tarojs/runtime/dist/dom/style_properties.js')
  expect(list).toContain('"width"')
  expect(list).toContain('"display"')
  expect(list).not.toContain('"orphans"')
})

test("React's renderer keeps what Taro calls of it", () => {
  const renderer = edited('react-reconciler/cjs/react-reconciler.production.min.js')
  const taro = readFileSync('node_modules/@tarojs/react/dist/react.esm.js', 'utf8')
  const calls = [...taro.matchAll(/\b(?:TaroReconciler|renderer)\.(\w+)/g)].flatMap(([, name]) => name ?? [])
  expect(calls).toContain('batchedUpdates')
  for (const name of calls) expect(renderer).toContain(`exports.${name}=`)
  expect(renderer).not.toMatch(/\$\$\$hostConfig\.supports(Hydration|Persistence|Mutation)/)
})
