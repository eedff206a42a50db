import type { Package } from '../package'
import type { Engine, Instance } from '../view/engine'
import type { Modules } from './modules'

/** What `Page` or `Component` was given. */
interface Definition {
  kind: 'page' | 'component'
  options: Instance
}

/** Pages and components by their path, defined when they are first needed. */
export interface Registry {
  /** What the scripts of a mini-program call. */
  globals: Readonly<Record<'App' | 'Page' | 'Component' | 'Behavior' | 'getApp', unknown>>
  /** Loads a page and all that it uses. @throws Error naming what is missing */
  prepare(path: string): void
  app(): Instance
}

const isRecord = (value: unknown): value is Instance => typeof value === 'object' && value !== null

/** Opens the registry; `modules` is asked for at the first use, because its scripts see the registry's globals. */
export function openRegistry(
  { appJson, json }: Pick<Package, 'appJson' | 'json'>,
  engine: Engine,
  modules: () => Modules,
): Registry {
  const definitions = new Map<string, Definition>()
  let app: Instance = {}

  const register = (kind: Definition['kind']) => (options: unknown) => {
    if (isRecord(options)) definitions.set(modules().running(), { kind, options })
  }

  function prepare(path: string): void {
    if (engine.isDefined(path)) return
    modules().load(`${path}.js`)
    const definition = definitions.get(path)
    if (!definition) throw new Error(`Component is not found in path "${path}"`)
    const said = json[path] ?? {}
    const usingComponents = { ...appJson.usingComponents, ...said.usingComponents }
    engine.define(path, definition.kind, { ...said, usingComponents }, definition.options)
    for (const used of Object.values(usingComponents)) prepare(used.replace(/^\//, ''))
  }

  return {
    prepare,
    app: () => app,
    globals: {
      App(options: unknown) {
        if (isRecord(options)) app = options
      },
      Page: register('page'),
      Component: register('component'),
      Behavior: (options: unknown) => engine.behavior(isRecord(options) ? options : {}),
      getApp: () => app,
    },
  }
}
