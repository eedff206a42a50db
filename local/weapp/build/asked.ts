import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import simulated from 'miniprogram-simulate/src/api'
import { ending } from './files'

/** A function of WeChat's in Taro's types: what is Taro's own, or belongs to an object, leads to no page of this name. */
const declared = /developers\.weixin\.qq\.com\S+\/wx\.(\w+)\.html\s+\*\//g

/** WeChat's API by name, as two that list it know it: what is missing in one list is mostly in the other. */
function namesOfApi(): Set<string> {
  const types = join(dirname(require.resolve('@tarojs/taro/package.json')), 'types/api')
  const files = readdirSync(types, { recursive: true }).map(String)
  const texts = files.filter(file => file.endsWith('.d.ts')).map(file => readFileSync(join(types, file), 'utf8'))
  const inTaro = texts.flatMap(text => [...text.matchAll(declared)].flatMap(([, name]) => name ?? []))
  return new Set([...Object.keys(simulated), ...inTaro])
}

/**
 * The names of WeChat's API that the scripts say as a property, through `wx` or through Taro. A property of the same name elsewhere
 * counts too: the list may hold a name too many, and misses none that is written out.
 */
export function askedOf(files: Record<string, string>): string[] {
  const names = namesOfApi()
  const said = new Set<string>()
  for (const [, code] of ending(files, '.js'))
    for (const [, name = ''] of code.matchAll(/\.([A-Za-z]+)\b/g)) if (names.has(name)) said.add(name)
  return [...said].sort()
}
