// What Taro and React carry for others than us is left out of the package for WeChat: other hosts than a mini-program, a browser's
// location, HTML read at run time, the list of every API that WeChat has. Each is a small edit of one published file, made while
// webpack reads it; versions are pinned, and an edit that finds nothing to change stops the build.
const { readdirSync, readFileSync } = require('node:fs')
const path = require('node:path')
const { runInNewContext } = require('node:vm')

const source = path.resolve(__dirname, '../src')

/** Every word in the sources of the phone. */
function words() {
  const files = readdirSync(source, { withFileTypes: true, recursive: true }).filter(file => /\.tsx?$/.test(file.name))
  const text = files.map(file => readFileSync(path.join(file.parentPath ?? file.path, file.name), 'utf8')).join('\n')
  return new Set(text.match(/\w+/g))
}

/** Of a list of names, one a line, those that some file of src says. */
function saidOnly(code) {
  const said = words()
  return code.replace(/^ {4}'(\w+)',\n/gm, (line, name) => (said.has(name) ? line : ''))
}

/** The same for the styles that may be set on an element, which the file puts together out of parts; React itself hides by `display`. */
function saidStyles(code) {
  const all = runInNewContext(`${code.replace(/export .*/, '')}; styleProperties`)
  const said = words().add('display')
  return `export const styleProperties = ${JSON.stringify(all.filter(name => said.has(name)))}`
}

/** What Taro's host answers React is always the same; React then carries no code for hosts that keep or hydrate what they draw. */
const host = new Map([
  ['supportsMutation', '!0'],
  ['supportsPersistence', '!1'],
  ['supportsHydration', '!1'],
  ['supportsMicrotasks', '!0'],
  ['isPrimaryRenderer', '!0'],
])

/** What @tarojs/react calls of React's renderer; the rest is for test tools and other hosts. */
const called = new Set(
  `batchedUpdates createContainer createPortal findHostInstance flushSync getPublicRootInstance injectIntoDevTools runWithPriority
  updateContainer`.split(/\s+/),
)

const forOneHost = code =>
  code
    .replace(/\$\$\$hostConfig\.(\w+)/g, (all, name) => host.get(name) ?? all)
    .replace(/\bexports\.(\w+)=/g, (all, name) => (called.has(name) ? all : `var never_${name}=`))

/** As an ES module, so that what nobody imports of Taro's runtime is left out. */
const taro = `import { hooks } from '@tarojs/runtime'
import Taro from '@tarojs/api'
hooks.call('initNativeApi', Taro)
export * from '@tarojs/plugin-framework-react/dist/runtime'
export const { initPxTransform } = Taro
export default Taro`

const edits = {
  'react-reconciler/cjs/react-reconciler.production.min.js': forOneHost,
  '@tarojs/taro/index.js': () => taro,
  '@tarojs/shared/dist/native-apis.js': saidOnly,
  '@tarojs/plugin-platform-weapp/dist/runtime.js': code =>
    saidOnly(code.replace('mergeInternalComponents(components);', '')),
  // Every component of WeChat with its props: the list that we need comes from plugin-templates.cjs.
  '@tarojs/shared/dist/components.js': code =>
    code.replace(/const View = [\s\S]*?const internalComponents = \{[\s\S]*?\n\};/, 'const internalComponents = {};'),
  '@tarojs/runtime/dist/dom/style_properties.js': saidStyles,
  // A page has no address: the runtime only tells these two of the pages that come and go.
  '@tarojs/runtime/dist/bom/location.js': () => 'export class Location { trigger() {} }',
  '@tarojs/runtime/dist/bom/history.js': () => 'export class History { trigger() {} }',
  '@tarojs/runtime/dist/dom/anchor-element.js': () => "export { TaroElement as AnchorElement } from './element.js'",
  // Packages that we use name them without calling them; no phone has them.
  '@tarojs/runtime/dist/bom/URL.js': () => 'export class TaroURLProvider {}\nexport const parseUrl = undefined',
  '@tarojs/runtime/dist/bom/URLSearchParams.js': () => 'export class URLSearchParams {}',
  // Nobody writes HTML (`enableInnerHTML: false`) or measures Taro (`debug`).
  '@tarojs/runtime/dist/dom-external/inner-html/html.js': () => 'export function setInnerHTML() {}',
  '@tarojs/runtime/dist/perf.js': () => 'export const perf = { start() {}, stop() {}, delayStop() {} }',
}

const editOf = file => edits[file.replace(/\\/g, '/').replace(/^.*\/node_modules\//, '')]

/** Webpack's loader for the files of `isEdited`. */
module.exports = function lean(code) {
  // What src says decides what stays.
  this.addContextDependency(source)
  const edited = editOf(this.resourcePath)(code)
  if (edited === code) throw new Error(`nothing to leave out of ${this.resourcePath}`)
  return edited
}
module.exports.edits = edits
module.exports.isEdited = file => editOf(file) !== undefined
