import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { CloudFunction } from './in-process'

/** What was built, run in this process: the same bundles as in worker threads, without waiting for them. */
export function functionsIn(directory: string): Record<string, CloudFunction> {
  if (!existsSync(directory)) throw new Error(`the functions folder ${directory} cannot be read`)
  const load = createRequire(join(directory, 'index.js'))
  const names = readdirSync(directory).filter(name => existsSync(join(directory, name, 'index.js')))
  return Object.fromEntries(
    names.map(name => {
      // Loaded at the first call, when the cloud has said where it is.
      const run: CloudFunction = (event, context) => {
        const built: { main: CloudFunction } = load(`./${name}/index.js`)
        return built.main(event, context)
      }
      return [name, run]
    }),
  )
}
