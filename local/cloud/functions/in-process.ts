import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock } from '../clock'
import { messageOf, refusal, refuse } from '../codes'
import type { Env } from './env'
import { limits } from '../limits'
import type { Runner } from './runner'

/** A cloud function as code: what `exports.main` would be. */
export type CloudFunction = (event: unknown, context: unknown) => Promise<unknown>

/**
 * Runs functions inside this process, for tests: each call sees its own environment through `process.env`, also when calls interleave.
 * Unlike at Tencent, calls share module state and a busy loop cannot be stopped. May call any openapi and has no timers.
 */
export function inProcess(functions: Record<string, CloudFunction>, base: Env, clock: Clock): Runner {
  const current = new AsyncLocalStorage<Env>()
  const outside = process.env
  const seen = overlaid(outside, () => current.getStore())
  process.env = seen
  const running = new Map<string, (why: Error) => void>()

  return {
    names: () => Object.keys(functions),
    config: fn =>
      Object.hasOwn(functions, fn) ? { openapi: 'any', triggers: [], timeoutMs: limits.inProcessTimeoutMs } : undefined,
    kill: id => running.get(id)?.(refusal('FUNCTIONS_EXECUTE_FAIL', 'the instance was killed')),
    async run({ id, fn, event, context, env, timeoutMs }) {
      const main = functions[fn]
      if (!main) throw refusal('FUNCTION_NOT_FOUND', `function ${fn} not found`)
      const { cut, stop } = scissors()
      running.set(id, cut)
      const late = `Invoking task timed out after ${timeoutMs / 1000} seconds: ${fn}`
      const limit = setTimeout(() => cut(refusal('FUNCTIONS_TIME_LIMIT_EXCEEDED', late)), timeoutMs)
      try {
        const work = current.run(ticking({ ...base, ...env }, clock), async () => main(JSON.parse(event), context))
        const failed = (error: unknown): never => refuse('FUNCTIONS_EXECUTE_FAIL', wordsOf(error))
        return JSON.stringify((await Promise.race([work.catch(failed), stop])) ?? null)
      } finally {
        clearTimeout(limit)
        running.delete(id)
      }
    },
    async close() {
      if (process.env === seen) process.env = outside
    },
  }
}

/** A test moves the clock while a function runs, as time passes there: the function sees it. */
function ticking(env: Env, clock: Clock): Env {
  return Object.defineProperty(env, 'XINLIN_CLOCK_OFFSET_MS', { get: () => String(clock.offsetMs()) })
}

/** What ends a run from outside: the first cut rejects. */
function scissors(): { cut(why: Error): void; stop: Promise<never> } {
  let cut: (why: Error) => void = () => undefined
  const stop = new Promise<never>((_, reject) => (cut = reject))
  stop.catch(() => undefined)
  return { cut, stop }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : messageOf(error))

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
