import { extname } from 'node:path'
import { codeOf, refusal } from '../codes'
import { behind, bodyOf, openidOf, sendFailure, sendJson, type Route } from '../gateway/http'
import { limits } from '../limits'
import { newMeter, type Counter } from '../stats'
import type { Storage } from './storage'

/** What may be shown in a page; anything else is only ever downloaded. */
const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
}

/** What http says of a refused upload. */
const statuses = new Map([
  ['EXCEED_MAX_PAYLOAD_SIZE', 413],
  ['STORAGE_EXCEED_AUTHORITY', 403],
])

/** POST /storage/upload?path=… by a phone, PUT /storage/put/<ticket> by the SDK, GET /storage/file/<token> by anyone with the link. */
export function storageRoutes(storage: Storage, counter: Counter): Route[] {
  return [
    async (request, response, url) => {
      if (url.pathname !== '/storage/upload' || request.method !== 'POST') return false
      const openid = openidOf(request)
      if (openid === undefined)
        return sendFailure(response, refusal('PERMISSION_DENIED', 'the header x-openid is missing'), 401)
      try {
        const bytes = await bodyOf(request, limits.file)
        counter.request({ ...newMeter('uploadFile'), bytesWritten: bytes.length }, undefined)
        return sendJson(response, { fileID: await storage.putOwn(openid, url.searchParams.get('path') ?? '', bytes) })
      } catch (error) {
        return sendFailure(response, error, statuses.get(codeOf(error)) ?? 400)
      }
    },
    async (request, response, url) => {
      const token = behind('/storage/put/', url)
      if (token === undefined || request.method !== 'PUT') return false
      const path = storage.redeem(token)
      if (path === undefined)
        return sendFailure(response, refusal('PERMISSION_DENIED', 'this upload was not announced'), 403)
      await storage.put(path, await bodyOf(request, 5 * limits.file))
      response.writeHead(200).end()
      return true
    },
    async (request, response, url) => {
      const token = behind('/storage/file/', url)
      if (token === undefined || request.method !== 'GET') return false
      const file = await storage.follow(token)
      if (!file) return sendFailure(response, refusal('PERMISSION_DENIED', 'this link has expired'), 403)
      counter.request({ ...newMeter('downloadFile'), bytesRead: file.bytes.length }, undefined)
      const type = types[extname(file.path).toLowerCase()]
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        'content-length': file.bytes.length,
        'content-disposition': type === undefined ? 'attachment' : 'inline',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      response.end(file.bytes)
      return true
    },
  ]
}
