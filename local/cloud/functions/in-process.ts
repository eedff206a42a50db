import { AsyncLocalStorage } from 'node:async_hooks'
import { messageOf, refusal } from '../codes'
import type { Env } from './env'
import { limits } from '../limits'
import type { Runner } from './runner'

/** A cloud function as code: what `exports.main` would be. */
export type CloudFunction = (event: unknown, context: unknown) => Promise<unknown>

/**
 * Runs functions inside this process, for tests: each call sees its own environment through `process.env`, also when calls interleave.
 * Unlike at Tencent, calls share module state and a busy loop cannot be stopped. May call any openapi and has no timers.
 */
export function inProcess(functions: Record<string, CloudFunction>, base: Env): Runner {
  const current = new AsyncLocalStorage<Env>()
  const outside = process.env
  const seen = overlaid(outside, () => current.getStore())
  process.env = seen

  return {
    names: () => Object.keys(functions),
    config: fn =>
      Object.hasOwn(functions, fn) ? { openapi: 'any', triggers: [], timeoutMs: limits.inProcessTimeoutMs } : undefined,
    async run({ fn, event, context, env, timeoutMs }) {
      const main = functions[fn]
      if (!main) throw refusal('FUNCTION_NOT_FOUND', `function ${fn} not found`)
      const limit = timeLimit(fn, timeoutMs)
      try {
        const work = current.run({ ...base, ...env }, async () => main(JSON.parse(event), context))
        return JSON.stringify((await Promise.race([work, limit.reached])) ?? null)
      } catch (error) {
        throw error instanceof Error && error === limit.error
          ? error
          : refusal(
              'FUNCTIONS_EXECUTE_FAIL',
              `${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`,
            )
      } finally {
        limit.clear()
      }
    },
    async close() {
      if (process.env === seen) process.env = outside
    },
  }
}

function timeLimit(fn: string, timeoutMs: number): { reached: Promise<never>; error: Error; clear(): void } {
  const error = refusal(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `Invoking task timed out after ${timeoutMs / 1000} seconds: ${fn}`,
  )
  let timer: NodeJS.Timeout | undefined
  const reached = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(error), timeoutMs)
  })
  reached.catch(() => undefined)
  return { reached, error, clear: () => clearTimeout(timer) }
}

/** An environment that shows the call's variables over the process's own; writes go to the process's own. */
function overlaid(outside: NodeJS.ProcessEnv, call: () => Env | undefined): NodeJS.ProcessEnv {
  return new Proxy(outside, {
    get: (own, key) => (typeof key === 'string' ? call()?.[key] : undefined) ?? Reflect.get(own, key),
    set: (own, key, value) => Reflect.set(own, key, value),
    has: (own, key) => (typeof key === 'string' && call()?.[key] !== undefined) || Reflect.has(own, key),
    ownKeys: own => [...new Set([...Reflect.ownKeys(own), ...Object.keys(call() ?? {})])],
    getOwnPropertyDescriptor(own, key) {
      const value = typeof key === 'string' ? call()?.[key] : undefined
      return value === undefined
        ? Reflect.getOwnPropertyDescriptor(own, key)
        : { value, writable: true, enumerable: true, configurable: true }
    },
  })
}
