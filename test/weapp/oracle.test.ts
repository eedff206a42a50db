import { runInNewContext } from 'node:vm'
import type { TaroElement } from '@tarojs/runtime'
import { internalComponents } from '@tarojs/shared'
import { dist, read, scripts } from './uploaded'

const { document, hydrate } = jest.requireActual<typeof import('@tarojs/runtime')>('../../config/bench/runtime.cjs')

/** What wcc makes of a page: a tree of tags, with text as strings. */
interface Drawn {
  tag: string
  attr?: Record<string, unknown>
  children?: (Drawn | string)[]
}
type Draw = (file: string, data: object) => Drawn

/** The names of props on the wire, as this very build carries them: config/plugin-templates.cjs put them there. */
function nameProps(): void {
  const lists = scripts.map(read).flatMap(code => /\{View:"[^}]+\}/.exec(code)?.[0] ?? [])
  expect(lists.length).toBe(1)
  const said: Record<string, string> = runInNewContext(`(${lists[0] ?? ''})`)
  for (const name of Object.keys(internalComponents)) Reflect.deleteProperty(internalComponents, name)
  for (const [name, props] of Object.entries(said))
    Reflect.set(internalComponents, name, Object.fromEntries(props.split(' ').map(prop => [prop, ''])))
}

const warnings: string[] = []

/** The whole package by WeChat's own compiler. Data is handed over as text: it knows no object of another world than its own. */
function compiled(): Draw {
  const { wxmlToJs } = jest.requireActual<{ wxmlToJs(folder: string, options: object): string }>('miniprogram-compiler')
  const quiet = () => undefined
  const told = { log: quiet, info: quiet, error: quiet, warn: (...words: unknown[]) => warnings.push(words.join(' ')) }
  const page = { console: told, window: { ['__webview_engine_version__']: 0.02 } }
  const code = `(() => {${wxmlToJs(dist, { maxBuffer: 1e8 })}})()`
  const draw: (file: string, data: string) => Drawn = runInNewContext(
    `(gwx => (file, data) => gwx(file)(JSON.parse(data)))(${code})`,
    page,
  )
  return (file, data) => draw(file, JSON.stringify(data))
}

function element(tag: string, props: object, ...inside: (TaroElement | string)[]): TaroElement {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) made.setAttribute(name, value)
  for (const one of inside) made.appendChild(typeof one === 'string' ? document.createTextNode(one) : one)
  return made
}

/** Tags and words in the order they stand, through the component that carries on where the templates end. */
function linesOf(node: Drawn | string, draw: Draw): string[] {
  if (typeof node === 'string') return [node]
  const { tag, attr = {}, children = [] } = node
  if (tag === 'wx-comp') return linesOf(draw('comp.wxml', { i: attr.i, l: attr.l ?? '' }), draw)
  const inside = children.flatMap(child => linesOf(child, draw))
  if (tag === 'virtual' || tag === 'wx-page') return inside
  const { ariaRole, ariaLabel, value, src, card } = attr
  const said = JSON.stringify({ ariaRole, ariaLabel, value, src, card })
  return [`${tag.replace('wx-', '')} ${said}`, ...inside]
}

const onLinux = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip

onLinux("WeChat's own compiler draws from our templates what React said, however deep", () => {
  nameProps()
  const card = { id: 'e1', title: '送饭' }
  const depth = 24
  const deep = Array.from({ length: depth }).reduce<TaroElement>(
    inside => element('view', { hoverClass: 'pressed', ariaLabel: '里面' }, inside),
    element('text', {}, '最里面'),
  )
  const page = element(
    'view',
    {},
    element('view', { hoverClass: 'pressed', ariaRole: 'button', ariaLabel: '接单' }, '接'),
    element('button', { ariaRole: 'button', openType: 'share' }, '发到群里'),
    element('input', { value: '三号楼', ariaLabel: '几号楼' }),
    element('textarea', { value: '少盐' }),
    element('image', { src: 'a.png', ariaLabel: '照片' }),
    element('list-card', { card }),
    deep,
  )
  const draw = compiled()
  const drawn = draw('pages/errand/mine/index.wxml', { root: { cn: [hydrate(page)] } })
  const line = (tag: string, said: object = {}) => `${tag} ${JSON.stringify(said)}`
  expect(linesOf(drawn, draw)).toEqual([
    line('view'),
    line('view', { ariaRole: 'button', ariaLabel: '接单' }),
    '接',
    line('button', { ariaRole: 'button' }),
    '发到群里',
    line('input', { ariaLabel: '几号楼', value: '三号楼' }),
    line('textarea', { value: '少盐' }),
    line('image', { ariaLabel: '照片', src: 'a.png' }),
    line('list-card', { card }),
    ...Array.from({ length: depth }, () => line('view', { ariaLabel: '里面' })),
    line('text'),
    '最里面',
  ])
  expect(warnings).toEqual([])
})
