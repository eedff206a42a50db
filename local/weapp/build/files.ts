import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const text = /\.(js|json|wxml|wxs|wxss)$/

/** Every file of a built mini-program that is text, by its path in the package. */
export function readFiles(dist: string, under = ''): Record<string, string> {
  const found: Record<string, string> = {}
  for (const entry of readdirSync(join(dist, under), { withFileTypes: true })) {
    const path = under + entry.name
    if (entry.isDirectory()) Object.assign(found, readFiles(dist, `${path}/`))
    else if (text.test(path)) found[path] = readFileSync(join(dist, path), 'utf8')
  }
  return found
}

/** The files that end so, by their path without that end. */
export function ending(files: Record<string, string>, end: string): [string, string][] {
  return Object.entries(files).flatMap(([path, content]) =>
    path.endsWith(end) ? [[path.slice(0, -end.length), content]] : [],
  )
}
