import { TmplGroup } from 'glass-easel-template-compiler'
import { isBuiltin } from '../builtins'
import { ending } from './files'

/** Tags of the language itself. */
const ofLanguage = new Set(['block', 'import', 'include', 'slot', 'template', 'wxs'])
const openTag = /<([a-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g
const notAProperty = /^(bind|catch|mut-bind|capture-|wx:|data-|mark:|(id|class|style|slot|hidden)$)/
const camelCased = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What came of the templates. */
export interface Templates {
  code: string
  attributes: Record<string, string[]>
  warnings: string[]
}

/**
 * WXML and WXS become render functions. WeChat's own components get the tags that WeChat gives them (`wx-view`), so that HTML's tags of
 * the same name keep out of the way.
 * @param declared the tags that pages and components declare as their own
 * @throws Error naming a component that is not played
 */
export function compileTemplates(files: Record<string, string>, declared: ReadonlySet<string>): Templates {
  const group = new TmplGroup()
  const attributes: Record<string, Set<string>> = {}
  const warnings: string[] = []
  for (const [path, wxml] of ending(files, '.wxml')) {
    for (const [, tag = '', said = ''] of wxml.matchAll(openTag)) {
      if (ofLanguage.has(tag) || declared.has(tag)) continue
      if (!isBuiltin(tag)) throw new Error(`${path}.wxml: <${tag}> is not emulated`)
      const own = (attributes[tag] ??= new Set())
      for (const name of namesIn(said)) own.add(name)
    }
    for (const { startLine, message } of group.addTmpl(path, renamed(wxml)) ?? [])
      warnings.push(`${path}.wxml:${startLine} ${message}`)
  }
  for (const [path, wxs] of ending(files, '.wxs')) group.addScript(path, wxs)
  const code = `return ${group.getTmplGenObjectGroups()}`
  group.free()
  const lists = Object.entries(attributes).map(([tag, names]) => [tag, [...names]] satisfies [string, string[]])
  return { code, attributes: Object.fromEntries(lists), warnings }
}

const renamed = (wxml: string): string =>
  wxml.replace(/(<\/?)([a-z][\w-]*)/g, (all, open: string, tag: string) => (isBuiltin(tag) ? `${open}wx-${tag}` : all))

const namesIn = (said: string): string[] =>
  [...said.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/[a-z][\w:-]*/gi)]
    .map(([name]) => name)
    .filter(name => !notAProperty.test(name))
    .map(camelCased)
