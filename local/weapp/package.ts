/** What app.json says, as far as it is played. */
export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  window?: PageJson
  tabBar?: { color: string; selectedColor: string; list: Tab[] }
  usingComponents?: Record<string, string>
}

/** One tab at the foot of the screen; the icons are paths in the package. */
export interface Tab {
  pagePath: string
  text: string
  iconPath: string
  selectedIconPath: string
}

/** What the JSON of a page or a component says. */
export interface PageJson {
  navigationBarTitleText?: string
  enablePullDownRefresh?: boolean
  usingComponents?: Record<string, string>
  [more: string]: unknown
}

/** A mini-program (小程序) made ready to run: plain JSON, the same for a test and for a browser. */
export interface Package {
  appJson: AppJson
  /** Every page, those of the subpackages with their root. */
  pages: string[]
  /** Scripts by path, with `.js`. */
  js: Record<string, string>
  /** The JSON of pages and components by path, without `.json`. */
  json: Record<string, PageJson>
  /** A script that returns the render functions of all templates. */
  templates: string
  css: string
  /** The attributes that the templates give to each of WeChat's own components, camelCased. */
  attributes: Record<string, string[]>
  /** The names of WeChat's API that the scripts say. */
  asked: string[]
  /** What the compiler of the templates complained of. */
  warnings: string[]
}

/** The root of the subpackage that this file lies in; '' is the main package. */
export function packageOf({ subPackages = [] }: AppJson, file: string): string {
  return subPackages.map(part => part.root.replace(/\/$/, '')).find(root => file.startsWith(`${root}/`)) ?? ''
}

/** A path as it is written in one file of a package, from the package's root. */
export function pathFrom(file: string, said: string): string {
  if (said.startsWith('/')) return said.slice(1)
  const steps = file.split('/').slice(0, -1)
  for (const step of said.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
