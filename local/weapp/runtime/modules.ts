import { packageOf, pathFrom, type Package } from '../package'
import type { Compile, Require } from './scope'

/** The scripts of a package, each run once, when it is first required. */
export interface Modules {
  /** @throws Error when there is no such script, or its subpackage was not entered yet */
  load(file: string): unknown
  /** Loads the code of a subpackage; '' is the main package, which is there from the start. */
  enter(root: string): void
  /** The subpackages that were loaded, '' among them. */
  loaded(): string[]
  /** The file whose script runs now, without `.js`: what `Page` and `Component` are called for. */
  running(): string
}

/** Opens the loader of a package. */
export function openModules({ js, appJson }: Pick<Package, 'js' | 'appJson'>, compile: Compile): Modules {
  const modules = new Map<string, { exports: unknown }>()
  const packages = new Set([''])
  const running: string[] = []

  function load(file: string): unknown {
    const held = modules.get(file)
    if (held) return held.exports
    const code = js[file]
    if (code === undefined) throw new Error(`module '${file}' is not defined`)
    if (!packages.has(packageOf(appJson, file)))
      throw new Error(`module '${file}' lies in a package that is not loaded`)
    const module: { exports: unknown } = { exports: {} }
    modules.set(file, module)
    running.push(file.replace(/\.js$/, ''))
    try {
      compile(file, code)(requireIn(file), module, module.exports)
    } finally {
      running.pop()
    }
    return module.exports
  }

  function requireIn(from: string): Require {
    const at = (said: string) => load(fileOf(from, said))
    return Object.assign(at, {
      async async(said: string) {
        packages.add(packageOf(appJson, pathFrom(from, said)))
        return at(said)
      },
    })
  }

  return {
    load,
    enter: root => void packages.add(root),
    loaded: () => [...packages],
    running: () => running.at(-1) ?? '',
  }
}

function fileOf(from: string, said: string): string {
  const path = pathFrom(from, said)
  return path.endsWith('.js') ? path : `${path}.js`
}
