import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { codeOf, messageOf, refuse } from '../codes'
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

const mostBytes = 24 * 1024 * 1024

/** POST /admin: the protocol of wx-server-sdk (facts/cloudbase.md 2). */
export function adminRoute(families: Readonly<Record<string, Family>>, invoker: Invoker, counter: Counter): Route {
  return async (request, response, url) => {
    if (url.pathname !== '/admin' || request.method !== 'POST') return false
    const requestId = randomUUID()
    try {
      const body = await bodyOf(request, mostBytes)
      const asked = openForm(body, request.headers['content-type'] ?? '')
      const action = String(asked['action'])
      const session = invoker.session(asked['wxCloudApiToken'])
      const collection = asked['collectionName']
      const meter = newMeter(
        action.slice(action.indexOf('.') + 1),
        typeof collection === 'string' ? collection : undefined,
      )
      // Nested calls are billed as calls of their own, and WeChat's APIs are not billed.
      if (!/^(database|storage)\./.test(action)) meter.requests = 0
      try {
        const family =
          families[action.slice(0, action.indexOf('.'))] ??
          refuse('NOT_EMULATED', `the action ${action} is not emulated`)
        reply(response, requestId, await family(action, asked, session, meter))
      } finally {
        counter.request(meter, session?.invocation)
      }
    } catch (error) {
      const code = codeOf(error)
      if (code === 'SYS_ERR')
        process.stderr.write(
          `local cloud: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}\n`,
        )
      sendJson(response, { requestId, code, message: `[${code}] ${messageOf(error)}` })
    }
    return true
  }
}

function reply(response: ServerResponse, requestId: string, answer: Record<string, unknown> | Buffer): void {
  if (!Buffer.isBuffer(answer)) return void sendJson(response, { requestId, ...answer })
  response.writeHead(200, { 'content-type': 'application/octet-stream' })
  response.end(answer)
}
