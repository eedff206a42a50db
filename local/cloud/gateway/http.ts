import type { IncomingMessage, ServerResponse } from 'node:http'
import { phoneError, refusal } from '../codes'

/** Answers one kind of request; false when the request is not its. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>

/** Reads a request's body. @throws EXCEED_MAX_PAYLOAD_SIZE past `most` bytes */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > most) throw refusal('EXCEED_MAX_PAYLOAD_SIZE', `the request exceeds ${most} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, body: unknown, status = 200): true {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
  return true
}

/** Answers a phone with a failure, as `{ errCode, errMsg }`. */
export function sendFailure(response: ServerResponse, error: unknown, status = 200): true {
  const { errCode, errMsg } = phoneError(error)
  return sendJson(response, { errCode, errMsg }, status)
}

/** The part of a path behind a prefix such as `/call/`; undefined when the path is another. */
export function behind(prefix: string, url: URL): string | undefined {
  if (!url.pathname.startsWith(prefix)) return undefined
  try {
    return decodeURIComponent(url.pathname.slice(prefix.length))
  } catch {
    return undefined
  }
}

/** The identity of a phone: the header `x-openid`, nothing else. */
export function openidOf(request: IncomingMessage): string | undefined {
  const header = request.headers['x-openid']
  return typeof header === 'string' && header.trim() !== '' ? header.trim() : undefined
}

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/**
 * The guard at the door: only this machine's own names, so that no rebound domain gets in, and only pages of the same server or
 * of `origins`, so that no other website can speak to the cloud through the developer's browser. False when it has refused.
 */
export function admit(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean {
  const host = request.headers.host ?? ''
  if (!loopback.test(host)) return refuseDoor(response, `host ${host} is not this machine`)
  const { origin } = request.headers
  if (origin === undefined) return true
  const own = origin.toLowerCase() === `http://${host.toLowerCase()}`
  if (!own && !origins.includes(origin)) return refuseDoor(response, `origin ${origin} is not allowed`)
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'origin')
  return true
}

/** Answers the browser's question before a cross-origin request; the door has already been passed. */
export function preflight(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'OPTIONS' || request.headers.origin === undefined) return false
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, x-openid',
    'access-control-max-age': '600',
  })
  response.end()
  return true
}

function refuseDoor(response: ServerResponse, why: string): false {
  sendFailure(response, refusal('PERMISSION_DENIED', why), 403)
  return false
}
