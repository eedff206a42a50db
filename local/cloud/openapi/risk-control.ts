import { isIP } from 'node:net'
import { appId } from '../functions/env'
import { openidIn, textOf, type Api } from './api'

/**
 * riskControl.getUserRiskRank (获取用户安全等级): 0 for everybody, 1 to 4 for an openid that ends in `-risk1` … `-risk4`; one that ends in
 * `-away` was not in the mini-program for two hours: 61010, but for a test call. 40013 another appid, 40003 no openid, 47001 a scene, an
 * address or a number that is none (for these the page names no code).
 * Source: developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/safety-control-capability/api_getuserriskrank.
 */
export const getUserRiskRank: Api = (parameters, { wechat, clock }) => {
  const openid = openidIn(parameters['openid'])
  const mobile = parameters['mobile_no']
  if (parameters['appid'] !== appId) return { errcode: 40013, errmsg: 'invalid appid' }
  if (openid === undefined) return { errcode: 40003, errmsg: 'invalid openid' }
  const scene = parameters['scene']
  if (scene !== 0 && scene !== 1 && scene !== 2) return { errcode: 47001, errmsg: 'data format error: scene' }
  if (isIP(textOf(parameters['client_ip'])) === 0) return { errcode: 47001, errmsg: 'data format error: client_ip' }
  if (mobile !== undefined && !/^\+?\d{5,15}$/.test(textOf(mobile)))
    return { errcode: 47001, errmsg: 'data format error: mobile_no' }
  if (openid.endsWith('-away') && parameters['is_test'] !== true) return { errcode: 61010, errmsg: 'code is expired' }
  const rank = Number(/-risk([1-4])$/.exec(openid)?.[1] ?? 0)
  wechat.ask({ what: 'risk', openid, rank, at: clock.now() })
  // Misspelt by WeChat.
  return { errcode: 0, errmsg: 'getuserriskrank succ', risk_rank: rank, unoin_id: clock.now() }
}
