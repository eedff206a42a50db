import type { AppJson, Package, PageJson } from '../package'
import { pathFrom } from '../package'
import { askedOf } from './asked'
import { ending, readFiles } from './files'
import { compileStyles } from './styles'
import { compileTemplates } from './templates'

/**
 * Reads a built mini-program and makes it ready to run.
 * @param dist the folder with app.json
 * @throws Error naming what the mini-program needs and is not emulated
 */
export function readPackage(dist: string): Package {
  const files = readFiles(dist)
  const appJson: AppJson = JSON.parse(files['app.json'] ?? '{}')
  const parts = appJson.subPackages ?? []
  const pages = [
    ...appJson.pages,
    ...parts.flatMap(({ root, pages: own }) => own.map(page => `${root.replace(/\/$/, '')}/${page}`)),
  ]
  const json: Record<string, PageJson> = Object.fromEntries(
    ending(files, '.json').map(([path, content]) => [path, JSON.parse(content)]),
  )
  const { code, attributes, warnings } = compileTemplates(files, declaredIn(json))
  return {
    appJson,
    pages,
    js: Object.fromEntries(ending(files, '.js').map(([path, content]) => [`${path}.js`, content])),
    json: Object.fromEntries(Object.entries(json).map(([path, said]) => [path, fromRoot(path, said)])),
    templates: code,
    css: compileStyles(files, pages),
    attributes,
    asked: askedOf(files),
    warnings,
  }
}

const declaredIn = (json: Record<string, PageJson>): Set<string> =>
  new Set(Object.values(json).flatMap(({ usingComponents = {} }) => Object.keys(usingComponents)))

/** Components by their path from the root of the package. */
function fromRoot(path: string, said: PageJson): PageJson {
  const used = Object.entries(said.usingComponents ?? {}).map(([tag, to]) => [tag, `/${pathFrom(path, to)}`] as const)
  return { ...said, usingComponents: Object.fromEntries(used) }
}
