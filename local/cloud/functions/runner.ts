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
  /** The call's own token, by which it can be killed. */
  id: string
  fn: string
  event: string
  /** What the function gets as its second argument. */
  context: unknown
  env: Env
  timeoutMs: number
  /** Another call of a function waits for this one. */
  isNested: boolean
}

/** Runs functions, one way or another. */
export interface Runner {
  names(): readonly string[]
  config(fn: string): FunctionConfig | undefined
  /** @returns the result as JSON. @throws FUNCTIONS_EXECUTE_FAIL with the function's own words, FUNCTIONS_TIME_LIMIT_EXCEEDED */
  run(run: Run): Promise<string>
  /** Ends the instance that is at this call, as if the platform had: the call fails, and nothing that it asks later is heard. */
  kill(id: string): void
  close(): Promise<void>
}
