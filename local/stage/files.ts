import { createReadStream, existsSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
}

/** Sends a file of a folder, `index.html` for the folder itself; false when there is none. Never a file outside of it. */
export function sendFile(folder: string, path: string, response: ServerResponse): boolean {
  const file = fileAt(folder, path)
  if (!file) return false
  const type = types[extname(file)] ?? 'application/octet-stream'
  // A rebuilt app must be seen at the next reload: names without a hash are asked for again each time.
  const hashed = /\.[0-9a-f]{8}\.(js|css)$/.test(file)
  response.writeHead(200, {
    'content-type': type,
    'cache-control': hashed ? 'max-age=31536000, immutable' : 'no-cache',
  })
  createReadStream(file).pipe(response)
  return true
}

function fileAt(folder: string, path: string): string | undefined {
  let plain: string
  try {
    plain = normalize(decodeURIComponent(path))
  } catch {
    return undefined
  }
  if (plain.includes('\0') || plain.split(/[\\/]/).includes('..')) return undefined
  const file = join(folder, plain.endsWith('/') ? `${plain}index.html` : plain)
  return existsSync(file) && statSync(file).isFile() ? file : undefined
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** Answers with one plain line. */
export function sendLine(response: ServerResponse, status: number, line: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${line}\n`)
}
