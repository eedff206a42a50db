import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What `npm run build` wrote for WeChat: `npm test` builds it first. */
export const dist = resolve(__dirname, '../../dist/weapp')

/** The parts of app.json that the gates look at. */
export interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  preloadRule: Record<string, { packages: string[] }>
  lazyCodeLoading?: string
  sitemapLocation: string
  requiredPrivateInfos: string[]
  permission: Record<string, { desc: string }>
  tabBar: { list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[] }
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(dist, folder), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

/** Every file that counts against WeChat's limits, by its path in the package. */
export const files = filesUnder('.').filter(file => !/LICENSE|^project\./.test(file))
export const scripts = files.filter(file => file.endsWith('.js'))

export const read = (file: string): string => readFileSync(join(dist, file), 'utf8')
export const isThere = (file: string): boolean => existsSync(join(dist, file))
export const bytesOf = (file: string): number => statSync(join(dist, file)).size

export const app = JSON.parse(read('app.json')) as AppJson

/** Bytes of the `main` package and of each subpackage (分包), by its root: `pages/errand/`. */
export const packageBytes = jest
  .requireActual<{ packageSizes(folder: string): Record<string, number> }>('../../config/bench/bytes.cjs')
  .packageSizes(dist)
export const roots = Object.keys(packageBytes).filter(name => name !== 'main')

/** Every page, tabs first: `pages/errand/ask/index`. */
export const pages = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages: own }) => own.map(page => join(root, page))),
]
