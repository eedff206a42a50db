import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, resolve } from 'node:path'
import { parse, type Node } from 'acorn'
import { PNG } from 'pngjs'
import { app, bytesOf, dist, files, isThere, packageBytes, pages, read, scripts } from './uploaded'

const budgetBytes = 420_000

/** WeChat's own limits, of its page on subpackages and of its code-quality scan. */
const limits = {
  packageBytes: 2 * 1024 ** 2,
  totalBytes: 30 * 1024 ** 2,
  pictureBytes: 200 * 1024,
  iconBytes: 40 * 1024,
}

/** Every node of a script, in no order. */
function nodesOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf)
  if (typeof node !== 'object' || node === null || !('type' in node)) return []
  return [node as Node, ...Object.values(node).flatMap(nodesOf)]
}

interface Called {
  optional?: boolean
  callee?: { type: string; name?: string }
  arguments?: { type: string; value?: unknown }[]
}

/** Code made from text: `eval`, and `Function` with anything but `return this`. */
function madeFromText(file: string): string[] {
  const tree = parse(read(file), { ecmaVersion: 2020 })
  return nodesOf(tree).flatMap(node => {
    const { callee, arguments: given = [] } = node as Called
    if (callee?.type !== 'Identifier') return []
    if (callee.name === 'eval') return [`${file}: eval`]
    const harmless = given.length === 1 && given[0]?.value === 'return this'
    return callee.name === 'Function' && !harmless ? [`${file}: Function`] : []
  })
}

test('the main package, with all tab pages, is within its budget', () => {
  expect(packageBytes.main).toBeLessThanOrEqual(budgetBytes)
})

test('every package and all of them together are what WeChat takes', () => {
  const each = Object.values(packageBytes)
  expect(each.length).toBe(app.subPackages.length + 1)
  expect(Math.max(...each)).toBeLessThanOrEqual(limits.packageBytes)
  expect(each.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(limits.totalBytes)
})

test('no picture or sound is heavier than WeChat likes', () => {
  const pictures = files.filter(file => /\.(png|jpe?g|gif|webp|svg|mp3|aac|m4a|wav)$/.test(file))
  expect(pictures.length).toBeGreaterThan(8)
  expect(pictures.filter(file => bytesOf(file) > limits.pictureBytes)).toEqual([])
})

test('no script makes code from text, and none is newer than ES2020', () => {
  expect(scripts.length).toBeGreaterThan(10)
  expect(scripts.flatMap(madeFromText)).toEqual([])
})

test('no script spreads a list into a call that may not happen, which Chrome 80 to 90 does wrongly', () => {
  const spread = (code: string) =>
    nodesOf(parse(code, { ecmaVersion: 2020 })).filter(node => {
      const { optional, arguments: given = [] } = node as Called
      return optional === true && given.some(({ type }) => type === 'SpreadElement')
    })
  expect(spread('a?.(...b)')).toHaveLength(1)
  expect(scripts.flatMap(file => spread(read(file)))).toEqual([])
})

test('no AppSecret, key or token is in the package', () => {
  const secret = /app_?secret|private key|secret_?(id|key)|access_?key|\bAKID\w{13,}|(?<![\w+/])[0-9a-f]{32}(?![\w+/])/i
  expect(secret.test('appSecret: "0123456789abcdef0123456789abcdef"')).toBe(true)
  const told = files.filter(file => /\.(js|json|wxml|wxs|wxss)$/.test(file))
  // Taro names the files that subpackages share after what is in them.
  const named = (text: string) => text.replace(/sub-common\/[0-9a-f]{32}/g, '')
  expect(told.flatMap(file => secret.exec(named(read(file)))?.[0] ?? [])).toEqual([])
})

test('every page is there whole, with every component that it names', () => {
  const whole = (path: string) => ['js', 'json', 'wxml'].map(end => `${path}.${end}`)
  const components = files
    .filter(file => file.endsWith('.json') && file !== 'app.json')
    .flatMap(file => {
      const said = JSON.parse(read(file)) as { usingComponents?: Record<string, string> }
      return Object.values(said.usingComponents ?? {}).map(to =>
        to.startsWith('/') ? to.slice(1) : posix.join(posix.dirname(file), to),
      )
    })
  expect(components).toContain('components/ListCard/native/index')
  expect([...pages, ...new Set(components)].flatMap(whole).filter(file => !isThere(file))).toEqual([])
})

test('what a tab page asks of a subpackage is there, and its styles are in the page: WeChat takes none from elsewhere', () => {
  const home = 'pages/tab/home/index'
  const beside = (file: string, said: string) => posix.join(posix.dirname(file), said)
  const asked = [...read(`${home}.js`).matchAll(/\brequire\.async\("([^"]+)"\)/g)].map(([, to = '']) =>
    beside(`${home}.js`, to),
  )
  expect(asked.filter(isThere)).toEqual(['pages/errand/homes.js'])
  const needed = asked.flatMap(file =>
    [...read(file).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, to = '']) => beside(file, to)),
  )
  const styles = needed.map(file => file.replace(/js$/, 'wxss')).filter(isThere)
  expect(styles.filter(file => !read(`${home}.wxss`).includes(read(file)))).toEqual([])
  expect(read(`${home}.wxss`)).toContain('.desk-panels')
})

test('the tab bar has its icons, each 81 × 81 and light enough', () => {
  const { list } = app.tabBar
  expect(list.length).toBeGreaterThanOrEqual(2)
  expect(list.length).toBeLessThanOrEqual(5)
  for (const icon of list.flatMap(tab => [tab.iconPath, tab.selectedIconPath])) {
    expect(bytesOf(icon)).toBeLessThanOrEqual(limits.iconBytes)
    const { width, height } = PNG.sync.read(readFileSync(join(dist, icon)))
    expect({ icon, width, height }).toEqual({ icon, width: 81, height: 81 })
  }
})

/** WeChat's own compilers, which the developer tools run; here they are programs for one kind of machine. */
const onLinux = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip
const compilers = resolve(__dirname, '../../node_modules/miniprogram-compiler/bin/linux')

onLinux.each([
  ['wcc', /\.(wxml|wxs)$/],
  ['wcsc', /\.wxss$/],
])("WeChat's own compiler %s takes every file of its kind", (compiler, kind) => {
  const named = files.filter(file => kind.test(file) && bytesOf(file) > 0)
  expect(named.length).toBeGreaterThan(3)
  // As npm installs it, it may not be run.
  const folder = mkdtempSync(join(tmpdir(), 'xinlin-compiler-'))
  const program = join(folder, compiler)
  copyFileSync(join(compilers, compiler), program)
  chmodSync(program, 0o700)
  const { stderr, error } = spawnSync(program, named, { cwd: dist, encoding: 'utf8', maxBuffer: 2 ** 24 })
  rmSync(folder, { recursive: true })
  expect(error).toBeUndefined()
  expect(stderr).toBe('')
})

test('WeChat’s own buttons hear what they are asked for: a phone number, a face, and no notice over ours', () => {
  const templates = readFileSync(join(dist, 'base.wxml'), 'utf8')
  for (const said of ['bindgetphonenumber=', 'bindchooseavatar=', 'phone-number-no-quota-toast=', 'bindsubmit='])
    expect(templates).toContain(said)
})
