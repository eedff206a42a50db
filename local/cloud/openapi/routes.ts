import { createHash } from 'node:crypto'
import { refusal } from '../codes'
import { isRecord } from '../database/values'
import { bodyOf, openidOf, sendFailure, sendJson, type Route } from '../gateway/http'
import type { World } from './api'
import { groupCloudId } from './open-data'
import { phoneCode } from './phone-number'

/** What a phone's own WeChat does after a tap; undefined when what was sent is not as it should be. */
type Tap = (body: Record<string, unknown>, openid: string, world: World) => Record<string, unknown> | undefined

const taps: Readonly<Record<string, { does: Tap; say: string }>> = {
  /** 允许 in `wx.requestSubscribeMessage`. */
  subscribe: {
    say: '{ templates: [id, …] }, one to five',
    does({ templates }, openid, { wechat }) {
      const ids = Array.isArray(templates) ? templates.filter(one => typeof one === 'string' && one !== '') : []
      if (ids.length < 1 || ids.length > 5) return undefined
      for (const template of ids) wechat.grants(openid, template, 1)
      return Object.fromEntries(ids.map(template => [template, 'accept']))
    },
  },
  /** 允许 in `open-type="getPhoneNumber"`. */
  'phone-code': {
    say: '{ phoneNumber } of digits, or nothing',
    does(body, openid, world) {
      const { phoneNumber = numberOf(openid) } = body
      if (typeof phoneNumber !== 'string' || !/^\d{5,15}$/.test(phoneNumber)) return undefined
      return { code: phoneCode(world, openid, phoneNumber) }
    },
  },
  /** `wx.getGroupEnterInfo` of a mini-program that was opened from a card in that group. */
  'group-enter': {
    say: '{ group: opengid }',
    does({ group }, openid, world) {
      if (typeof group !== 'string' || !/^[\w:@.#-]{1,128}$/.test(group)) return undefined
      return { cloudID: groupCloudId(world, openid, group) }
    },
  },
}

/** A number for whoever says none: always the same, and nobody's. */
function numberOf(openid: string): string {
  const four = Number.parseInt(createHash('sha256').update(openid).digest('hex').slice(0, 8), 16) % 10_000
  return `1390000${String(four).padStart(4, '0')}`
}

/** POST /wechat/subscribe, /wechat/phone-code, /wechat/group-enter: taps in a phone. GET /wechat/notices: its 服务通知. All for `x-openid` alone. */
export function wechatRoutes(world: World): Route {
  return async (request, response, url) => {
    const [, area, name = ''] = url.pathname.split('/')
    if (area !== 'wechat') return false
    const openid = openidOf(request)
    if (openid === undefined)
      return sendFailure(response, refusal('PERMISSION_DENIED', 'the header x-openid is missing'), 401)
    if (name === 'notices' && request.method === 'GET')
      return sendJson(response, { notices: world.wechat.notices(openid) })
    const tap = Object.hasOwn(taps, name) ? taps[name] : undefined
    if (!tap || request.method !== 'POST') return false
    const body = recordIn(await bodyOf(request, 4096))
    const answer = body && tap.does(body, openid, world)
    if (!answer) return sendFailure(response, refusal('INVALID_PARAM', `say ${tap.say}`), 400)
    await world.wechat.saved()
    return sendJson(response, answer)
  }
}

function recordIn(body: Buffer): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(body.toString('utf8') || '{}')
    return isRecord(said) ? said : undefined
  } catch {
    return undefined
  }
}
