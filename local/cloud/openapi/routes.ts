import { refusal } from '../codes'
import { bodyOf, openidOf, sendFailure, sendJson, type Route } from '../gateway/http'
import type { WeChat } from './wechat'

/** POST /wechat/subscribe: the tap on 允许 in a phone's own WeChat. GET /wechat/notices: its 服务通知. Both for `x-openid` alone. */
export function wechatRoutes(wechat: WeChat): Route {
  return async (request, response, url) => {
    if (!url.pathname.startsWith('/wechat/')) return false
    const openid = openidOf(request)
    if (openid === undefined)
      return sendFailure(response, refusal('PERMISSION_DENIED', 'the header x-openid is missing'), 401)
    if (url.pathname === '/wechat/notices' && request.method === 'GET')
      return sendJson(response, { notices: wechat.notices(openid) })
    if (url.pathname !== '/wechat/subscribe' || request.method !== 'POST') return false
    const templates = templatesIn(await bodyOf(request, 4096))
    if (!templates)
      return sendFailure(response, refusal('INVALID_PARAM', 'say { templates: [id, …] }, one to five'), 400)
    for (const template of templates) wechat.grants(openid, template, 1)
    return sendJson(response, Object.fromEntries(templates.map(template => [template, 'accept'])))
  }
}

function templatesIn(body: Buffer): string[] | undefined {
  try {
    const asked: { templates?: unknown } = JSON.parse(body.toString('utf8'))
    const templates = Array.isArray(asked.templates)
      ? asked.templates.filter(one => typeof one === 'string' && one !== '')
      : []
    return templates.length >= 1 && templates.length <= 5 ? templates : undefined
  } catch {
    return undefined
  }
}
