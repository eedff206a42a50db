import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** A subpackage (分包) as app.json wants it: pages are relative to `root`. */
export interface Subpackage {
  root: string
  pages: string[]
}

const source = path.join(process.cwd(), 'src')

/** The four tab pages, in the order of the tab bar; they alone are in the main package. */
export const tabs = ['home', 'station', 'study', 'me'].map(name => `pages/tab/${name}/index`)

/** Every page below a folder, as `pages/errand/ask/index`: a page is a folder with an `index.config.ts`. */
function pagesBelow(folder: string): string[] {
  const full = path.join(source, folder)
  const here = existsSync(path.join(full, 'index.config.ts')) ? [`${folder}/index`] : []
  const inside = readdirSync(full, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return here.concat(inside.flatMap(entry => pagesBelow(`${folder}/${entry.name}`))).sort()
}

/** Every page that is not a tab, one subpackage for each area, so that a new page registers nowhere. */
export function subpackages(): Subpackage[] {
  const others = pagesBelow('pages').filter(page => !tabs.includes(page))
  const roots = new Set(others.map(page => page.split('/').slice(0, 2).join('/')))
  return [...roots].map(root => ({
    root,
    pages: others.filter(page => page.startsWith(`${root}/`)).map(page => page.slice(root.length + 1)),
  }))
}
