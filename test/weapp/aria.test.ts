import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { files, read } from './uploaded'

const source = resolve('src')

/** What can be tapped, as it stands in one of our files. */
interface Tapped {
  file: string
  said: string
  props: string[]
  /** It shows words, or what may be words: an icon alone says nothing to who cannot see it. */
  hasWords: boolean
}

const isIcon = (node: ts.JsxChild): boolean =>
  ts.isJsxSelfClosingElement(node) && /^(Icon|KindSquare)$/.test(node.tagName.getText())

const isBlank = (node: ts.JsxChild): boolean => ts.isJsxText(node) && node.containsOnlyTriviaWhiteSpaces

function tappedIn(file: string): Tapped[] {
  const text = readFileSync(join(source, file), 'utf8')
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX)
  const found: Tapped[] = []
  function look(node: ts.Node): void {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const props = node.attributes.properties.filter(ts.isJsxAttribute).map(prop => prop.name.getText())
      const inside = ts.isJsxElement(node.parent) ? node.parent.children : []
      const hasWords = inside.some(child => !isIcon(child) && !isBlank(child))
      if (props.includes('onClick')) found.push({ file, said: node.getText(), props, hasWords })
    }
    ts.forEachChild(node, look)
  }
  look(tree)
  return found
}

const tapped = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.tsx'))
  .flatMap(tappedIn)
  // The dark behind a sheet only does again what its 关闭 button does.
  .filter(({ said }) => !said.includes('sheet__shade'))

test('what can be tapped says what it is, and by what name', () => {
  expect(tapped.length).toBeGreaterThan(15)
  const silent = tapped.filter(
    ({ props, hasWords }) => !props.includes('ariaRole') || !(hasWords || props.includes('ariaLabel')),
  )
  expect(silent.map(({ file, said }) => `${file}: ${said}`)).toEqual([])
})

/** Every opening tag of a file of templates. */
const tagsOf = (file: string): string[] =>
  [...read(file).matchAll(/<[a-z][^<>]*(?:"[^"]*"[^<>]*)*>/g)].map(([tag]) => tag)

/** What Taro draws without any prop but these carries no aria either: it takes the full template for a view that has one. */
const isBare = (tag: string): boolean =>
  [...tag.matchAll(/\s([\w-]+)="/g)].every(([, name = '']) => /^(style|class|id|data-sid|bindtap)$/.test(name))

test('every template that can be tapped carries role and label to WeChat', () => {
  const tags = tagsOf('base.wxml').filter(tag => /^<(view|text|image|button|input|textarea)\s.*bindtap=/.test(tag))
  const full = tags.filter(tag => !isBare(tag))
  expect(full.length).toBeGreaterThan(20)
  expect(full.filter(tag => !/aria-role=.*aria-label=/.test(tag))).toEqual([])
})

test('so does every part of a native component that can be tapped', () => {
  const native = files.filter(file => /^components\/.*\.wxml$/.test(file))
  const tags = native.flatMap(tagsOf).filter(tag => /\b(bind|catch):?tap=/.test(tag))
  expect(tags.length).toBe(3)
  expect(tags.filter(tag => !tag.includes('aria-role="button"'))).toEqual([])
})
