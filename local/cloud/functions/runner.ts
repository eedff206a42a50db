import type { Env } from './env'

/** 触发器: one line of a function's config.json. */
export interface Trigger {
  name: string
  type: string
  /** Seven fields: seconds, minute, hour, day, month, week, year; in Beijing time. */
  config: string
}

/** What a function's config.json says. */
export interface FunctionConfig {
  openapi: readonly string[] | 'any'
  triggers: readonly Trigger[]
  timeoutMs: number
}

/** One run of a function. The event and the result are JSON texts, as on the platform. */
export interface Run {
  fn: string
  event: string
  /** What the function gets as its second argument. */
  context: unknown
  env: Env
  timeoutMs: number
}

/** Runs functions, one way or another. */
export interface Runner {
  names(): readonly string[]
  config(fn: string): FunctionConfig | undefined
  /** @returns the result as JSON. @throws FUNCTIONS_EXECUTE_FAIL with the function's own words, FUNCTIONS_TIME_LIMIT_EXCEEDED */
  run(run: Run): Promise<string>
  close(): Promise<void>
}
