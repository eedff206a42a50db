import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { codeOf, messageOf, refusal, refuse } from '../codes'
import { unanswered, type Faults } from '../faults/faults'
import { bodyOf, sendJson, type Route } from './http'
import { newMeter, type Counter, type Meter } from '../stats'
import type { Invoker, Session } from '../functions/invoke'
import { openForm } from './form'

/** Answers one family of actions (`database.`, `storage.` …): the reply without its requestId. A Buffer is answered as it is. */
export type Family = (
  action: string,
  request: Readonly<Record<string, unknown>>,
  session: Session | undefined,
  meter: Meter,
) => Promise<Record<string, unknown> | Buffer>

interface Parts {
  families: Readonly<Record<string, Family>>
  invoker: Invoker
  counter: Counter
  faults: Faults
}

const mostBytes = 24 * 1024 * 1024

/** POST /admin: the protocol of wx-server-sdk (facts/cloudbase.md 2). */
export function adminRoute({ families, invoker, counter, faults }: Parts): Route {
  async function answer(
    action: string,
    asked: Record<string, unknown>,
    session: Session | undefined,
  ): Promise<Record<string, unknown> | Buffer> {
    const meter = newMeter(action.slice(action.indexOf('.') + 1), collectionOf(asked))
    // Nested calls are billed as calls of their own, and WeChat's APIs are not billed.
    if (!/^(database|storage)\./.test(action)) meter.requests = 0
    try {
      const family =
        families[action.slice(0, action.indexOf('.'))] ?? refuse('NOT_EMULATED', `the action ${action} is not emulated`)
      return await family(action, asked, session, meter)
    } finally {
      counter.request(meter, session?.invocation)
    }
  }

  return async (request, response, url) => {
    if (url.pathname !== '/admin' || request.method !== 'POST') return false
    const requestId = randomUUID()
    try {
      const asked = openForm(await bodyOf(request, mostBytes), request.headers['content-type'] ?? '')
      const action = String(asked['action'])
      const session = invoker.session(asked['wxCloudApiToken'])
      if (session?.isDead) throw refusal(unanswered, 'the instance was killed')
      const { fn, verb } = session?.invocation ?? {}
      const answered = await faults.around(
        { on: 'request', fn, verb, action, collection: collectionOf(asked) },
        () => answer(action, asked, session),
        () => session?.kill(),
      )
      reply(response, requestId, answered)
    } catch (error) {
      const code = codeOf(error)
      if (code === unanswered) response.destroy()
      else sendError(response, requestId, code, error)
    }
    return true
  }
}

function collectionOf({ collectionName }: Record<string, unknown>): string | undefined {
  return typeof collectionName === 'string' ? collectionName : undefined
}

function sendError(response: ServerResponse, requestId: string, code: string, error: unknown): void {
  if (code === 'SYS_ERR') {
    const words = error instanceof Error ? (error.stack ?? error.message) : messageOf(error)
    process.stderr.write(`local cloud: ${words}\n`)
  }
  sendJson(response, { requestId, code, message: `[${code}] ${messageOf(error)}` })
}

function reply(response: ServerResponse, requestId: string, answer: Record<string, unknown> | Buffer): void {
  if (!Buffer.isBuffer(answer)) return void sendJson(response, { requestId, ...answer })
  response.writeHead(200, { 'content-type': 'application/octet-stream' })
  response.end(answer)
}
