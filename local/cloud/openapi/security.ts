import { systemErrors, type Api } from './openapi'

/**
 * security.msgSecCheck: there is no judge here, so everything passes but marked text: `[[risky]]`, `[[review]]`; `[[61010]]` is a person
 * who was not in the mini-program for two hours, `[[timeout]]` a WeChat that does not answer.
 */
export const msgSecCheck: Api = parameters => {
  const content = ['content', 'title', 'nickname', 'signature'].map(field => String(parameters[field] ?? '')).join('\n')
  if (content.trim() === '') return { errcode: 47001, errmsg: 'data format error' }
  if ([...String(parameters['content'] ?? '')].length > 2500)
    return { errcode: 47001, errmsg: 'content is longer than 2500' }
  if (content.includes('[[timeout]]')) return { systemError: systemErrors.timedOut }
  if (Number(parameters['version']) !== 2)
    return content.includes('[[risky]]') ? { errcode: 87014, errmsg: 'risky content' } : { errcode: 0, errmsg: 'ok' }
  if (!parameters['openid']) return { errcode: 40003, errmsg: 'invalid openid' }
  if (![1, 2, 3, 4].includes(Number(parameters['scene']))) return { errcode: 40129, errmsg: 'invalid scene' }
  if (content.includes('[[61010]]')) return { errcode: 61010, errmsg: 'code is expired' }
  const suggest = content.includes('[[risky]]') ? 'risky' : content.includes('[[review]]') ? 'review' : 'pass'
  const label = suggest === 'pass' ? 100 : 20006
  return {
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    trace_id: 'local',
  }
}
