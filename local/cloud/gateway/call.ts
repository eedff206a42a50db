import { codeOf, refusal } from '../codes'
import { behind, bodyOf, openidOf, sendFailure, sendJson, type Route } from './http'
import type { Invoker } from '../functions/invoke'
import { limits } from '../limits'

/** POST /call/<function>: what `wx.cloud.callFunction` is in a phone. Answers `{ result }` or `{ errCode, errMsg }`. */
export function callRoute(invoker: Invoker): Route {
  return async (request, response, url) => {
    const fn = behind('/call/', url)
    if (fn === undefined) return false
    if (request.method !== 'POST') return sendFailure(response, refusal('INVALID_PARAM', 'a call is a POST'), 405)
    const openid = openidOf(request)
    if (openid === undefined)
      return sendFailure(response, refusal('PERMISSION_DENIED', 'the header x-openid is missing'), 401)
    try {
      const event = eventOf(await bodyOf(request, limits.request))
      return sendJson(response, { result: await invoker.invoke(fn, { openid, source: 'wx_client' }, event) })
    } catch (error) {
      return sendFailure(response, error, codeOf(error) === 'EXCEED_MAX_PAYLOAD_SIZE' ? 413 : 200)
    }
  }
}

function eventOf(body: Buffer): unknown {
  if (body.length === 0) return {}
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw refusal('INVALID_PARAM', 'the event is not JSON')
  }
}
