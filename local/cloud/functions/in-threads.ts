import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { messageOf, refuse } from '../codes'
import { readCron } from '../timers/cron'
import type { Env } from './env'
import { limits } from '../limits'
import { newPool, type Pool } from './pool'
import type { FunctionConfig, Runner, Trigger } from './runner'

const most = 3
/** Each call from outside may have one more instance at every depth: fewer, and calls could wait for one another for ever. */
const instancesPerFunction = { most, nested: most * limits.nested }

/**
 * Runs built functions in worker threads, one call at a time each, as at Tencent. Every instance has its own modules, its own
 * environment and its own death.
 * @param directory dist/cloudfunctions: `<name>/index.js` and config.json
 * @throws Error with one clear line when the directory is missing or a config.json cannot be read
 */
export function inThreads(directory: string, base: Env): Runner {
  const configs = new Map(functionsIn(directory).map(fn => [fn, readConfig(join(directory, fn, 'config.json'))]))
  const pools = new Map<string, Pool>()

  function poolOf(fn: string): Pool {
    const known = pools.get(fn)
    if (known) return known
    const pool = newPool(resolve(directory, fn, 'index.js'), base, instancesPerFunction)
    pools.set(fn, pool)
    return pool
  }

  return {
    names: () => [...configs.keys()],
    config: fn => configs.get(fn),
    run: run =>
      configs.has(run.fn) ? poolOf(run.fn).run(run) : refuse('FUNCTION_NOT_FOUND', `function ${run.fn} not found`),
    kill: id => [...pools.values()].forEach(pool => pool.kill(id)),
    async close() {
      await Promise.all([...pools.values()].map(pool => pool.close()))
    },
  }
}

function functionsIn(directory: string): string[] {
  let names: string[]
  try {
    names = readdirSync(directory)
  } catch {
    throw new Error(`the functions folder ${directory} cannot be read`)
  }
  return names.filter(name => existsSync(join(directory, name, 'index.js')))
}

function readConfig(file: string): FunctionConfig {
  const config: FunctionConfig = { openapi: [], triggers: [], timeoutMs: limits.timeoutMs }
  if (!existsSync(file)) return config
  let raw: { permissions?: { openapi?: unknown }; triggers?: unknown; timeout?: unknown }
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} is not JSON: ${messageOf(error)}`, { cause: error })
  }
  const openapi = raw.permissions?.openapi
  const seconds = raw.timeout
  return {
    openapi: Array.isArray(openapi) ? openapi.map(String) : [],
    triggers: triggersOf(raw.triggers, file),
    timeoutMs:
      typeof seconds === 'number' && seconds > 0 ? Math.min(seconds * 1000, limits.longestTimeoutMs) : limits.timeoutMs,
  }
}

function triggersOf(raw: unknown, file: string): Trigger[] {
  if (raw === undefined) return []
  if (!Array.isArray(raw)) throw new Error(`${file}: triggers must be a list`)
  if (raw.length > 1) throw new Error(`${file}: a function has one trigger at most, as on the platform`)
  return raw.map(({ name, type, config }: { name?: unknown; type?: unknown; config?: unknown }) => {
    if (type !== 'timer') throw new Error(`${file}: a trigger's type is timer, not ${String(type)}`)
    try {
      readCron(String(config))
    } catch (error) {
      throw new Error(`${file}: ${messageOf(error)}`, { cause: error })
    }
    return { name: String(name), type: 'timer', config: String(config) }
  })
}
