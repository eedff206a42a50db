import api from 'miniprogram-simulate/src/api'
import { ending } from './files'

/**
 * The names of WeChat's API that the scripts say as a property, through `wx` or through Taro. A property of the same name elsewhere
 * counts too: the list may hold a name too many, and misses none that is written out.
 */
export function askedOf(files: Record<string, string>): string[] {
  const said = new Set<string>()
  for (const [, code] of ending(files, '.js'))
    for (const [, name = ''] of code.matchAll(/\.([A-Za-z]+)\b/g)) if (Object.hasOwn(api, name)) said.add(name)
  return [...said].sort()
}
