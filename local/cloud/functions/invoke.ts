import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { codeOf, refuse } from '../codes'
import { appId, callEnv, envId, type Caller } from './env'
import type { Faults } from '../faults/faults'
import { limits } from '../limits'
import type { Runner } from './runner'
import type { Counter } from '../stats'
import type { Invocation } from '../tally'

/** A running (or lately run) call: on whose behalf the SDK's requests with its token are made. */
export interface Session {
  caller: Caller
  fn: string
  invocation: Invocation
  /** Its instance was killed by a fault: what it still asks is not heard. */
  isDead: boolean
  kill(): void
}

/** Calls functions, and knows who is behind each of their requests. */
export interface Invoker {
  /** @returns what the function returned. @throws with the platform's codes */
  invoke(fn: string, caller: Caller, event: unknown): Promise<unknown>
  /** The call that a request's `wxCloudApiToken` belongs to. */
  session(token: unknown): Session | undefined
}

/** Puts what CloudIDs stand for into a phone's event; `keys` are the fields that were filled. */
export type Reveal = (event: unknown, openid: string) => { event: unknown; keys: string[] }

/** What an invoker is made of; `onEnd` is told when a call is over, however it ended. */
interface Parts {
  runner: Runner
  clock: Clock
  counter: Counter
  faults: Faults
  reveal: Reveal
  onEnd(invocation: Invocation): void
}

/** How many calls that are over are still known. */
const mostOver = 5000

/** Joins a runner to the clock, the counter and the faults. */
export function newInvoker({ runner, clock, counter, faults, reveal, onEnd }: Parts): Invoker {
  const sessions = new Map<string, Session>()
  let sequence = 0

  /** What is over is known a while longer: a function may still ask what it did not wait for. A running call is never forgotten. */
  const over: string[] = []
  function retire(token: string): void {
    over.push(token)
    if (over.length > mostOver) sessions.delete(over.shift() ?? '')
  }

  function invoke(fn: string, caller: Caller, event: unknown): Promise<unknown> {
    const place = { on: 'call', fn, verb: verbOf(event) } as const
    return faults.around(
      place,
      () => once(fn, caller, event),
      () => undefined,
    )
  }

  async function once(fn: string, by: Caller, sent: unknown): Promise<unknown> {
    const { caller, event } = revealed(by, sent, reveal)
    const config = runner.config(fn)
    if (!config) return refuse('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${fn}`)
    const asSent = JSON.stringify(event ?? {})
    if (Buffer.byteLength(asSent) > limits.request)
      refuse('EXCEED_MAX_PAYLOAD_SIZE', `the request exceeds ${limits.request} bytes`)
    const token = randomBytes(16).toString('hex')
    const invocation = counter.begin(fn, verbOf(event), caller.openid)
    const session: Session = { caller, fn, invocation, isDead: false, kill }
    function kill(): void {
      session.isDead = true
      runner.kill(token)
    }
    sessions.set(token, session)
    const started = performance.now()
    let end: Parameters<Counter['end']>[2] = { outcome: 'ok' }
    try {
      const env = callEnv(caller, token, ++sequence, clock.offsetMs())
      const text = await runner.run({
        id: token,
        fn,
        event: withUser(asSent, caller),
        context: contextOf(fn, token, config.timeoutMs, caller),
        env,
        timeoutMs: config.timeoutMs,
        isNested: caller.source.endsWith('scf'),
      })
      if (Buffer.byteLength(text) > limits.result)
        refuse('RESULT_TOO_LARGE', `the result exceeds ${limits.result} bytes`)
      const result: unknown = JSON.parse(text)
      end = { outcome: outcomeOf(result) }
      return result
    } catch (error) {
      end = { error: codeOf(error) }
      throw error
    } finally {
      counter.end(invocation, Math.round(performance.now() - started), end)
      onEnd(invocation)
      retire(token)
    }
  }

  return { invoke, session: token => (typeof token === 'string' ? sessions.get(token) : undefined) }
}

function revealed(caller: Caller, event: unknown, reveal: Reveal): { caller: Caller; event: unknown } {
  if (caller.source !== 'wx_client' || caller.openid === null) return { caller, event }
  const seen = reveal(event, caller.openid)
  return { caller: seen.keys.length > 0 ? { ...caller, openData: seen.keys } : caller, event: seen.event }
}

/** How a function itself says that it ended: the code of `{ ok: false, code }`, which is how this product refuses. */
function outcomeOf(result: unknown): string {
  const refused = typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
  return refused && 'code' in result && typeof result.code === 'string' ? result.code : 'ok'
}

function verbOf(event: unknown): string | undefined {
  const verb: unknown = typeof event === 'object' && event !== null && 'verb' in event ? event.verb : undefined
  return typeof verb === 'string' ? verb : undefined
}

/** The platform adds the caller to a phone's event; it is data, not proof. */
function withUser(event: string, caller: Caller): string {
  if (caller.openid === null || !event.startsWith('{')) return event
  const userInfo = `"userInfo":${JSON.stringify({ appId, openId: caller.openid })}`
  return event === '{}' ? `{${userInfo}}` : `${event.slice(0, -1)},${userInfo}}`
}

function contextOf(fn: string, requestId: string, timeoutMs: number, caller: Caller): unknown {
  return {
    request_id: requestId,
    function_name: fn,
    function_version: '$LATEST',
    namespace: envId,
    memory_limit_in_mb: 256,
    time_limit_in_ms: timeoutMs,
    environment: JSON.stringify({
      TCB_ENV: envId,
      TCB_SOURCE: caller.source,
      WX_APPID: appId,
      ...(caller.openid === null ? {} : { WX_OPENID: caller.openid }),
    }),
  }
}
