import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse, type Node } from 'acorn'

/** What `npm run build` wrote for WeChat: `npm test` builds it first. */
const dist = resolve(__dirname, '../../dist/weapp')
const budgetBytes = 420_000

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] }
}
const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as AppJson

function filesUnder(folder: string): string[] {
  return readdirSync(join(dist, folder), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
const files = filesUnder('.').filter(file => !/LICENSE|^project\./.test(file))
const scripts = files.filter(file => file.endsWith('.js'))

/** Every node of a script, in no order. */
function nodesOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf)
  if (typeof node !== 'object' || node === null || !('type' in node)) return []
  return [node as Node, ...Object.values(node).flatMap(nodesOf)]
}

interface Called {
  callee?: { type: string; name?: string }
  arguments?: { value?: unknown }[]
}

/** Code made from text: `eval`, and `Function` with anything but `return this`. */
function madeFromText(file: string): string[] {
  const tree = parse(readFileSync(join(dist, file), 'utf8'), { ecmaVersion: 2020 })
  return nodesOf(tree).flatMap(node => {
    const { callee, arguments: given = [] } = node as Called
    if (callee?.type !== 'Identifier') return []
    if (callee.name === 'eval') return [`${file}: eval`]
    const harmless = given.length === 1 && given[0]?.value === 'return this'
    return callee.name === 'Function' && !harmless ? [`${file}: Function`] : []
  })
}

test('the main package, with all tab pages, is within its budget', () => {
  const roots = app.subPackages.map(part => `${part.root.replace(/\/$/, '')}/`)
  const main = files.filter(file => !roots.some(root => file.startsWith(root)))
  const bytes = main.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0)
  expect(bytes).toBeLessThanOrEqual(budgetBytes)
})

test('no script makes code from text, and none is newer than ES2020', () => {
  expect(scripts.length).toBeGreaterThan(10)
  expect(scripts.flatMap(madeFromText)).toEqual([])
})

test('every page and every tab icon that app.json names is there', () => {
  const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages: own }) => own.map(page => join(root, page)))]
  const missing = pages
    .flatMap(page => ['js', 'json', 'wxml'].map(end => `${page}.${end}`))
    .filter(file => !existsSync(join(dist, file)))
  expect(missing).toEqual([])
  const icons = app.tabBar.list.flatMap(tab => [tab.iconPath, tab.selectedIconPath])
  expect(icons.filter(icon => !existsSync(join(dist, icon)) || statSync(join(dist, icon)).size > 40_000)).toEqual([])
})

/** WeChat's own compilers, which the developer tools run; here they are programs for one kind of machine. */
const onLinux = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip
const compilers = resolve(__dirname, '../../node_modules/miniprogram-compiler/bin/linux')

onLinux.each([
  ['wcc', /\.(wxml|wxs)$/],
  ['wcsc', /\.wxss$/],
])("WeChat's own compiler %s takes every file of its kind", (compiler, kind) => {
  const named = files.filter(file => kind.test(file) && statSync(join(dist, file)).size > 0)
  expect(named.length).toBeGreaterThan(3)
  const { stderr } = spawnSync('/bin/sh', ['-c', `"${join(compilers, compiler)}" "$@" >/dev/null`, 'sh', ...named], {
    cwd: dist,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
})

test('what a screen reader is told reaches the templates', () => {
  const templates = readFileSync(join(dist, 'base.wxml'), 'utf8')
  expect(templates).toContain('aria-role=')
  expect(templates).toContain('aria-label=')
})
