// How heavy a built mini-program is.
const { readFileSync, readdirSync, statSync } = require('node:fs')
const path = require('node:path')

/** Files of a folder as `[path, bytes]`, without what WeChat does not count. */
function filesOf(folder, under = '') {
  return readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap(entry => {
    const file = under + entry.name
    if (entry.isDirectory()) return filesOf(folder, `${file}/`)
    return /LICENSE|^project\./.test(file) ? [] : [[file, statSync(path.join(folder, file)).size]]
  })
}

const appOf = folder => JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'))

/** Bytes of the main package and of each subpackage, as WeChat's 2 MB limit counts them. */
function packageSizes(folder) {
  const app = appOf(folder)
  const roots = (app.subPackages ?? app.subpackages ?? []).map(part => part.root.replace(/\/?$/, '/'))
  const sizes = { main: 0, ...Object.fromEntries(roots.map(root => [root, 0])) }
  for (const [file, bytes] of filesOf(folder)) sizes[roots.find(root => file.startsWith(root)) ?? 'main'] += bytes
  return sizes
}

/** Bytes of the scripts that are run before the first page stands: app.js, that page's, its components', and what these require. */
function startUpBytes(folder) {
  const read = new Map()
  function script(file) {
    if (read.has(file)) return
    const code = readFileSync(path.join(folder, file), 'utf8')
    read.set(file, Buffer.byteLength(code))
    for (const [, to] of code.matchAll(/\brequire\(["'](\.[^"']+)["']\)/g))
      script(`${path.posix.join(path.posix.dirname(file), to).replace(/\.js$/, '')}.js`)
  }
  const seen = new Set()
  function component(file) {
    if (seen.has(file)) return
    seen.add(file)
    script(`${file}.js`)
    const { usingComponents = {} } = JSON.parse(readFileSync(path.join(folder, `${file}.json`), 'utf8'))
    for (const to of Object.values(usingComponents)) component(path.posix.join(path.posix.dirname(file), to))
  }
  script('app.js')
  component(appOf(folder).pages[0])
  return [...read.values()].reduce((sum, bytes) => sum + bytes, 0)
}

module.exports = { packageSizes, startUpBytes }
