import { openidIn, systemErrors, textOf, type Api } from './api'
import { isScene, marksIn, resultOf, verdictOf } from './verdict'

const fields = ['content', 'title', 'nickname', 'signature'] as const

/**
 * security.msgSecCheck (文本内容安全识别): there is no judge here, so everything passes but marked text (verdict.ts); `[[61010]]` is a
 * person who was not in the mini-program for two hours, `[[timeout]]` a WeChat that does not answer.
 * Source: developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_msgseccheck.
 */
export const msgSecCheck: Api = (parameters, { wechat, clock }) => {
  const content = fields.map(field => textOf(parameters[field])).join('\n')
  if (content.trim() === '') return { errcode: 47001, errmsg: 'data format error' }
  if ([...textOf(parameters['content'])].length > 2500) return { errcode: 47001, errmsg: 'content is longer than 2500' }
  const found = marksIn(content)
  if (found.has('timeout')) return { systemError: systemErrors.timedOut }
  const verdict = verdictOf(found)
  if (parameters['version'] !== 2)
    return verdict === 'risky' ? { errcode: 87014, errmsg: 'risky content' } : { errcode: 0, errmsg: 'ok' }
  const openid = openidIn(parameters['openid'])
  if (openid === undefined) return { errcode: 40003, errmsg: 'invalid openid' }
  if (!isScene(parameters['scene'])) return { errcode: 40129, errmsg: 'invalid scene' }
  if (found.has('61010')) return { errcode: 61010, errmsg: 'code is expired' }
  wechat.ask({ what: 'text', openid, verdict, at: clock.now() })
  return { errcode: 0, errmsg: 'ok', ...resultOf(verdict), trace_id: 'local' }
}
