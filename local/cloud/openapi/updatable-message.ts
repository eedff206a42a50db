import { randomBytes } from 'node:crypto'
import { isRecord } from '../database/values'
import { textOf, type Api } from './api'
import type { Activity } from './ledger'

const lifeMs = 24 * 60 * 60_000

/** What each state must say of itself. */
const wanted = { 0: ['member_count', 'room_limit'], 1: ['path', 'version_type'] } as const

const versions = ['develop', 'trial', 'release']

/**
 * updatableMessage.createActivityId (创建 activity_id): a 动态消息 that may be changed for 24 hours; `expiration_time` in seconds.
 * Source: developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/updatable-message/api_createactivityid.
 */
export const createActivityId: Api = (_parameters, { wechat, clock }) => {
  const id = `activity-${randomBytes(12).toString('hex')}`
  const until = clock.now() + lifeMs
  wechat.activities.put(id, { until, state: 0, parameters: {} })
  return { errcode: 0, errmsg: 'ok', activity_id: id, expiration_time: Math.floor(until / 1000) }
}

/**
 * updatableMessage.setUpdatableMsg (修改动态消息): 0 is "成员正在加入，当前 {member_count}/{room_limit} 人", 1 "已开始", from which nothing
 * leads back. 47001 a parameter is missing, 47501 no such activity, 47502 a wrong state, 47503 a wrong version, 47504 expired.
 * Source: developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/updatable-message/api_setupdatablemsg.
 */
export const setUpdatableMsg: Api = (parameters, { wechat, clock }, caller) => {
  const id = textOf(parameters['activity_id'])
  const state = stateIn(parameters['target_state'])
  const given = parametersIn(parameters['template_info'])
  const activity = wechat.activities.get(id)
  if (!activity) return { errcode: 47501, errmsg: 'invalid activity_id' }
  if (activity.until <= clock.now()) return { errcode: 47504, errmsg: 'activity_id is expired' }
  if (state === undefined || activity.state > 0) return { errcode: 47502, errmsg: 'invalid target_state' }
  const missing = wanted[state].find(name => !given[name])
  if (missing !== undefined) return { errcode: 47001, errmsg: `data format error: ${missing} is missing` }
  if (state === 1 && !versions.includes(given['version_type'] ?? ''))
    return { errcode: 47503, errmsg: 'invalid version_type' }
  const now: Activity = { ...activity, state, parameters: { ...activity.parameters, ...given } }
  wechat.activities.put(id, now)
  wechat.ask({ what: 'activity', openid: caller ?? '', id, state, parameters: now.parameters, at: clock.now() })
  return { errcode: 0, errmsg: 'ok' }
}

function stateIn(value: unknown): 0 | 1 | undefined {
  return value === 0 || value === 1 ? value : undefined
}

/** `{ parameter_list: [{ name, value }] }`; what is no such pair is left out. */
function parametersIn(info: unknown): Record<string, string> {
  const list = isRecord(info) ? info['parameter_list'] : undefined
  const pairs = (Array.isArray(list) ? list : []).flatMap((pair: unknown) => {
    const name = isRecord(pair) ? textOf(pair['name']) : ''
    const known = [...wanted[0], ...wanted[1]].some(one => one === name)
    return known && isRecord(pair) ? [[name, textOf(pair['value'])]] : []
  })
  return Object.fromEntries(pairs)
}
