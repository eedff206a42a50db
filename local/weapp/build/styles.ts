import { parse, type Rule } from 'postcss'
import { isBuiltin } from '../builtins'
import { pathFrom } from '../package'
import { ending } from './files'

/** WXSS becomes CSS: `page` and WeChat's own tags as they stand in the document, rpx by the screen's width, a page's own for it alone. */
export function compileStyles(files: Record<string, string>, pages: readonly string[]): string {
  const app = files['app.wxss'] === undefined ? [] : [sheet(files, 'app.wxss', '')]
  const others = ending(files, '.wxss')
    .map(([path]) => path)
    .filter(path => pages.includes(path) || (files[`${path}.json`] ?? '').includes('"component"'))
  const own = others.map(path => sheet(files, `${path}.wxss`, pages.includes(path) ? `mp-page[route="${path}"] ` : ''))
  return [...app, ...own].join('\n')
}

function sheet(files: Record<string, string>, file: string, scope: string): string {
  const root = parse(inlined(files, file, new Set()))
  root.walkRules(rule => {
    if (isFrame(rule)) return
    rule.selectors = rule.selectors.map(selector => {
      const named = inDocument(selector)
      return named.startsWith('mp-page') ? named : scope + named
    })
  })
  root.walkDecls(declaration => {
    declaration.value = declaration.value
      .replace(/(-?[\d.]+)rpx\b/g, 'calc(var(--rpx) * $1)')
      .replace(/([\d.]+)vh\b/g, 'calc(var(--vh) * $1)')
  })
  return root.toString()
}

/** `@import` brings each file in once. */
function inlined(files: Record<string, string>, file: string, seen: Set<string>): string {
  if (seen.has(file)) return ''
  seen.add(file)
  return (files[file] ?? '').replace(/@import\s+["']([^"']+)["'];?/g, (_, said: string) =>
    inlined(files, pathFrom(file, said), seen),
  )
}

const isFrame = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && 'name' in parent && String(parent.name).endsWith('keyframes')

const inDocument = (selector: string): string =>
  selector.replace(/(^|[\s>+~(,])([a-z][\w-]*)/g, (all, before: string, tag: string) => {
    if (tag === 'page') return `${before}mp-page`
    return isBuiltin(tag) ? `${before}wx-${tag}` : all
  })
